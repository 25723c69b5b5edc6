"""A linear model over words, stored as weights of hashed words: quick, small, and without scikit-learn at run time."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
class Linear:
    """`weight` by bucket (rarity of the word multiplied in), `norm` by bucket for the length of a text, and the intercept."""

    weight: NDArray[np.float32]
    rarity: NDArray[np.float32]
    intercept: float

    def score(self, words: Sequence[str]) -> float:
        """The log odds of a text given as its words; a word said twice counts once."""
        places = list({bucket(word) for word in words})
        if not places:
            return self.intercept
        rarity = self.rarity[places]
        length = float(np.sqrt(rarity @ rarity)) or 1.0
        return float(self.weight[places] @ rarity) / length + self.intercept

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
    """How often a thing was so in training, by hashed word, drawn towards the mean where the word is rare."""

    places: NDArray[np.int32]
    rates: NDArray[np.float32]
    mean: float

    def rate(self, word: str) -> float:
        """The smoothed share; the mean for an unknown word."""
        place = bucket(word)
        index = int(np.searchsorted(self.places, place))
        if index < len(self.places) and self.places[index] == place:
            return float(self.rates[index])
        return self.mean

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        return {"place": self.places, "rate": self.rates.astype(np.float16), "mean": np.array(self.mean)}


def load_rates(tables: Tables) -> Rates:
    """The shares from their stored arrays."""
    return Rates(tables["place"], tables["rate"].astype(np.float32), float(tables["mean"]))
