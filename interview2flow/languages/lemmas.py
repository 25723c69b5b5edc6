"""Dictionary forms: what the treebanks' table says first, then a dictionary, then the last part of a compound."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from interview2flow.languages.trained import folder

if TYPE_CHECKING:
    from simplemma.strategies import DefaultStrategy

FILE: Final = "lemmas.json.gz"
NAMES: Final = "PROPN"
SHORTEST_PART: Final = 4
"""Letters that the last part of a compound must have at least; shorter ends are endings, not words."""


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
        return _dictionary().get_lemma(form, language) or form
    return _dictionary().get_lemma(small, language) or _by_last_part(small, upos, known) or small


@cache
def _dictionary() -> DefaultStrategy:
    from simplemma.strategies import DefaultStrategy

    return DefaultStrategy(low_memory=True)


@cache
def table(language: str) -> Mapping[str, str]:
    """The treebanks' lemmas by `form|UPOS`, forms in small letters."""
    packed = (folder(language) / FILE).read_bytes()
    known: dict[str, str] = json.loads(gzip.decompress(packed))
    return known


@cache
def forms(language: str) -> frozenset[str]:
    """The word forms that the treebanks' table knows, in small letters."""
    return frozenset(form for form, _, _ in (key.rpartition("|") for key in table(language)))


def _by_last_part(form: str, upos: str, known: Mapping[str, str]) -> str | None:
    """Looks up ever shorter ends of an unknown compound: a compound is inflected at its end."""
    for cut in range(2, len(form) - SHORTEST_PART + 1):
        if found := known.get(f"{form[cut:]}|{upos}"):
            return form[:cut] + found
    return None
