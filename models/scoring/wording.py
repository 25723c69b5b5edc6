"""How alike two phrases are, by the stems of their words or by their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

import snowballstemmer

STEMMERS = {"en": "english", "sv": "swedish", "fi": "finnish"}
STOPWORDS = {
    "en": (
        "a an the to of for in on at by with and or it its this that them they he she i we you is are be been "
        "do does my our their his her from as into then so if"
    ).split(),
    "sv": (
        "en ett den det de dem att av för i på vid med och eller som är vara har han hon jag vi du man sig "
        "min mitt vår deras hans hennes från till så då om den"
    ).split(),
    "fi": (
        "ja tai se sen sitä ne niitä hän hänen mä minä me te sä on ovat ei että jos kun ku niin sit sitten "
        "joka mikä tämä tuo siihen siitä sille"
    ).split(),
}


@cache
def stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of a text's words, without stop words unless there are no others."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    kept = [w for w in words if w not in STOPWORDS[language]] or words
    return tuple(snowballstemmer.stemmer(STEMMERS[language]).stemWords(kept))


@cache
def trigrams(text: str, language: str) -> frozenset[str]:
    """The letter trigrams of a text's stems."""
    return frozenset(f" {s} "[i : i + 3] for s in stems(text, language) for i in range(len(s)))


def dice(a: AbstractSet[str], b: AbstractSet[str]) -> float:
    """Twice what two sets share over what they hold together, 0..1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def alike(a: str, b: str, language: str) -> float:
    """How alike two short phrases are, 0..1: shared stems or shared letter trigrams, whichever says more."""
    return max(dice(set(stems(a, language)), set(stems(b, language))), dice(trigrams(a, language), trigrams(b, language)))


def best(pairs: Iterable[tuple[str, str]], language: str) -> float:
    """How alike the most alike of several pairs of phrases is."""
    return max((alike(a, b, language) for a, b in pairs if a and b), default=0.0)


def contained(quote: str, other: str, language: str) -> float:
    """Share of the shorter passage's words that the other one holds in the same order, 0..1."""
    a, b = sorted((stems(quote, language), stems(other, language)), key=len)
    if not a:
        return 0.0
    row = [0] * (len(b) + 1)
    for x in a:
        previous = 0
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], previous + 1 if x == y else max(row[j], row[j - 1])
    return row[-1] / len(a)
