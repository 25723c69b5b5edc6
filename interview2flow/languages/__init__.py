"""What differs between languages, a folder each: words and texts as data (TOML), rules where grammar differs."""

from interview2flow.languages.catalogue import LANGUAGES, texts
from interview2flow.languages.detection import detect
from interview2flow.languages.lemmas import lemma

__all__ = ["LANGUAGES", "detect", "lemma", "texts"]
