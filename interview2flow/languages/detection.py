"""Which language an interview is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from interview2flow.languages.catalogue import LANGUAGES, texts
from interview2flow.languages.lemmas import forms

ENOUGH: Final = 0.08
"""The share of the words by which the frequent words of one language must lead to settle it."""

LONGEST: Final = 200_000
"""Letters that are looked at."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect(text: str) -> str:
    """The language's code: "en", "sv" or "fi".

    Frequent words settle it in running text. In short notes, which hardly have any, it is the language that knows most of the
    words and has their letters. A text without any known word is taken for English.
    """
    words = Counter(word.lower().replace("’", "'") for word in _WORD.findall(text[:LONGEST]))
    usual = {language: _share(words, _frequent(language)) for language in LANGUAGES}
    best, second = sorted(usual, key=usual.__getitem__, reverse=True)[:2]
    if usual[best] - usual[second] >= ENOUGH:
        return best
    return max(LANGUAGES, key=lambda code: usual[code] + _share(words, forms(code)) + _share(words, _own_letters(words, code)))


@cache
def _frequent(language: str) -> frozenset[str]:
    return frozenset(texts(language, "detection")["words"])


def _own_letters(words: Iterable[str], language: str) -> frozenset[str]:
    """The words that are written with letters which not every language has."""
    letters = frozenset(texts(language, "detection")["letters"])
    return frozenset(word for word in words if not letters.isdisjoint(word))


def _share(words: Counter[str], known: Iterable[str]) -> float:
    found = words.keys() & known
    return sum(words[word] for word in found) / max(1, words.total())
