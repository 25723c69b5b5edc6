"""What differs between languages, a folder each: words and texts as data (TOML), rules where grammar differs."""

from interview2flow.languages.catalogue import LANGUAGES, texts

__all__ = ["LANGUAGES", "texts"]
