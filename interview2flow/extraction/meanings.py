"""What verbs mean, in the same few meanings for all languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from interview2flow.languages import texts

NONE: frozenset[str] = frozenset()


@cache
def _meanings(language: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for meaning, verbs in texts(language, "verbs")["meanings"].items():
        for verb in verbs:
            found.setdefault(verb, set()).add(meaning)
    return {verb: frozenset(meanings) for verb, meanings in found.items()}


def meanings(language: str, verb: str, lemma: str) -> frozenset[str]:
    """The meanings of a verb with its particles ("fill in"), or of its lemma where that whole is not known."""
    known = _meanings(language)
    return known.get(verb) or known.get(lemma, NONE)
