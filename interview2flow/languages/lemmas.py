"""Dictionary forms: what the treebanks' table says first, then a dictionary, then the last part of a compound."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

from interview2flow.languages.trained import folder

FILE: Final = "lemmas.json.gz"
NAMES: Final = "PROPN"
SHORTEST_PART: Final = 4
"""Letters that the last part of a compound must have at least; shorter ends are endings, not words."""

_strategy: Final = DefaultStrategy(low_memory=True)
_dictionary: Final = Lemmatizer(lemmatization_strategy=_strategy)


@lru_cache(maxsize=100_000)
def lemma(form: str, upos: str, language: str) -> str:
    """The dictionary form of a word: `lemma("fakturorna", "NOUN", "sv")` → "faktura". Small letters, except in names.

    What nobody knows stays as it is. `upos` is the word's universal part of speech.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    known = table(language)
    small = form.lower()
    if found := known.get(f"{small}|{upos}"):
        return found
    if not any(letter.isalpha() for letter in form):
        return form
    if upos == NAMES:
        return _dictionary.lemmatize(form, language)
    return _strategy.get_lemma(small, language) or _by_last_part(small, upos, known) or small


@cache
def table(language: str) -> Mapping[str, str]:
    """The treebanks' lemmas by `form|UPOS`, forms in small letters."""
    packed = (folder(language) / FILE).read_bytes()
    known: dict[str, str] = json.loads(gzip.decompress(packed))
    return known


def _by_last_part(form: str, upos: str, known: Mapping[str, str]) -> str | None:
    """Looks up ever shorter ends of an unknown compound: a compound is inflected at its end."""
    for cut in range(2, len(form) - SHORTEST_PART + 1):
        if found := known.get(f"{form[cut:]}|{upos}"):
            return form[:cut] + found
    return None
