"""A linear model over words, stored as weights of hashed words: quick, small, and without scikit-learn at run time."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.artefacts import Tables

BITS: Final = 17
BUCKETS: Final = 1 << BITS


@lru_cache(maxsize=200_000)
def bucket(word: str) -> int:
    """The place of a word; the same on every machine."""
    return zlib.crc32(word.encode()) & (BUCKETS - 1)


@dataclass(frozen=True, slots=True)
class Hashed:
    """The buckets of `count` texts one after the other, each once per text; `text` says by bucket whose it is."""

    places: NDArray[np.int64]
    text: NDArray[np.int64]
    count: int

    def chosen(self, texts: NDArray[np.intp]) -> Hashed:
        """The texts of these numbers alone, numbered anew; the numbers go upward."""
        number = np.full(self.count, -1)
        number[texts] = np.arange(len(texts))
        text = number[self.text]
        return Hashed(self.places[text >= 0], text[text >= 0], len(texts))


def joined(several: Sequence[Hashed]) -> Hashed:
    """The texts of several one after the other."""
    before = np.cumsum([0, *(each.count for each in several)])
    texts = [each.text + start for each, start in zip(several, before[:-1].tolist(), strict=True)]
    return Hashed(np.concatenate([each.places for each in several]), np.concatenate(texts), int(before[-1]))


def once(places: NDArray[np.int64], text: NDArray[np.int64], count: int) -> Hashed:
    """Buckets in any order, each kept once per text."""
    both = np.sort(text * BUCKETS + places)
    both = both[np.diff(both, prepend=-1) > 0]
    return Hashed(both & (BUCKETS - 1), both >> BITS, count)


def hashed(texts: Sequence[Sequence[str]]) -> Hashed:
    """Texts given as their words; the same list is hashed once only."""
    known = {id(words): set(map(bucket, words)) for words in {id(words): words for words in texts}.values()}
    rows = [known[id(words)] for words in texts]
    places = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return Hashed(places, np.repeat(np.arange(len(rows)), [len(row) for row in rows]), len(rows))


@dataclass(frozen=True, slots=True)
class Linear:
    """`weight` by bucket (rarity of the word multiplied in), `norm` by bucket for the length of a text, and the intercept."""

    weight: NDArray[np.float32]
    rarity: NDArray[np.float32]
    intercept: float

    def score(self, words: Sequence[str]) -> float:
        """The log odds of a text given as its words; a word said twice counts once."""
        return float(self.scores([words])[0])

    def scores(self, texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """The log odds of each text."""
        return self.weighed(hashed(texts))

    def weighed(self, texts: Hashed) -> NDArray[np.float64]:
        """The same of texts hashed before: for several models over the same ones."""
        rarity = self.rarity[texts.places].astype(np.float64)
        sums = np.bincount(texts.text, weights=self.weight[texts.places] * rarity, minlength=texts.count)
        lengths = np.sqrt(np.bincount(texts.text, weights=rarity**2, minlength=texts.count))
        return sums / np.where(lengths > 0, lengths, 1.0) + self.intercept

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store: only buckets that some training word fell into."""
        used = np.flatnonzero(self.rarity)
        return {
            "place": used.astype(np.int32),
            "weight": self.weight[used].astype(np.float16),
            "rarity": self.rarity[used].astype(np.float16),
            "intercept": np.array(self.intercept),
        }


def load(tables: Tables) -> Linear:
    """The model from its stored arrays."""
    weight, rarity = np.zeros(BUCKETS, np.float32), np.full(BUCKETS, 0, np.float32)
    weight[tables["place"]] = tables["weight"]
    rarity[tables["place"]] = tables["rarity"]
    return Linear(weight, rarity, float(tables["intercept"]))


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a thing was so in training, by bucket, drawn towards the mean where the word is rare; the mean if unknown."""

    by_bucket: NDArray[np.float64]
    mean: float

    def rate(self, word: str) -> float:
        """The smoothed share of a word."""
        return float(self.by_bucket[bucket(word)])

    def rates(self, places: NDArray[np.intp]) -> NDArray[np.float64]:
        """The smoothed shares by bucket."""
        return self.by_bucket[places]

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        known = np.flatnonzero(self.by_bucket != self.mean)
        return {
            "place": known.astype(np.int32),
            "rate": self.by_bucket[known].astype(np.float16),
            "mean": np.array(self.mean),
        }


def load_rates(tables: Tables) -> Rates:
    """The shares from their stored arrays."""
    mean = float(tables["mean"])
    by_bucket = np.full(BUCKETS, mean)
    by_bucket[tables["place"]] = tables["rate"]
    return Rates(by_bucket, mean)
