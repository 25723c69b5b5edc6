"""Dictionary forms: what the treebanks' table says, and for all other words the longest ending with a rule."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from interview2flow.languages.trained import folder

TABLE: Final = "lemmas.json.gz"
ENDINGS: Final = "endings.json.gz"
_BEGINNING: Final = "^"
_NAME: Final = "PROPN"


@lru_cache(maxsize=100_000)
def lemma(form: str, upos: str, language: str) -> str:
    """The dictionary form of a word: `lemma("fakturorna", "NOUN", "sv")` → "faktura". Small letters, except in names.

    `upos` is the word's universal part of speech. A word that no ending fits stays as it is; a compound is treated as its
    last part, for that is where it is inflected.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    small = form.lower()
    if found := table(language).get(f"{small}|{upos}"):
        return found
    if not any(letter.isalpha() for letter in form):
        return form
    edited = _by_ending(small, endings(language).get(upos, {}))
    return _cased_like(form, edited) if upos == _NAME else edited


@cache
def table(language: str) -> Mapping[str, str]:
    """The treebanks' lemmas by `form|UPOS`, forms in small letters."""
    return _unpacked(language, TABLE)


@cache
def endings(language: str) -> Mapping[str, Mapping[str, str]]:
    """By part of speech, the rule of each ending: `"orna": "4a"` takes off four letters and adds an "a"."""
    return _unpacked(language, ENDINGS)


@cache
def forms(language: str) -> frozenset[str]:
    """The word forms that the treebanks' table knows, in small letters."""
    return frozenset(key.rpartition("|")[0] for key in table(language))


def _unpacked(language: str, file: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(gzip.decompress((folder(language) / file).read_bytes()))
    return content


def _by_ending(form: str, rules: Mapping[str, str]) -> str:
    whole = _BEGINNING + form
    for start in range(len(whole) + 1):
        if rule := rules.get(whole[start:]):
            taken = len(rule) - len(rule.lstrip("0123456789"))
            return form[: max(0, len(form) - int(rule[:taken]))] + rule[taken:]
    return form


def _cased_like(form: str, edited: str) -> str:
    """The lemma of a name with the capitals of the name: "ClaimBasen" → "ClaimBase"."""
    same = next((i for i, (a, b) in enumerate(zip(form.lower(), edited, strict=False)) if a != b), min(len(form), len(edited)))
    return form[:same] + edited[same:]
