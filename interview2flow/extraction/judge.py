"""A trained ensemble over named features: says how likely each of some things is, each described by what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, ensemble
from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.ensemble import Ensemble

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """`place` has the column of each feature; features that training did not see are passed over, missing ones are 0."""

    ensemble: Ensemble
    place: Mapping[str, int]

    def probabilities(self, described: Sequence[Features]) -> NDArray[np.float64]:
        """How likely each is, 0..1."""
        if not described:
            return np.zeros(0)
        return self.ensemble.probabilities(table(described, self.place))

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        return {**self.ensemble.tables(), "names": np.array(list(self.place))}


def table(described: Sequence[Features], place: Mapping[str, int]) -> NDArray[np.float64]:
    """One row for each, one column for each name."""
    width = len(place)
    known = _Columns(place)
    columns = np.fromiter(map(known.__getitem__, chain.from_iterable(described)), dtype=np.intp)
    values = np.fromiter(chain.from_iterable(features.values() for features in described), dtype=np.float64)
    row = np.repeat(np.arange(len(described)), [len(features) for features in described])
    rows = np.zeros((len(described), width + 1))
    rows[row, columns] = values
    return rows[:, :width]


class _Columns(dict[str, int]):
    """The column of each name; what training did not see goes into one behind the last."""

    def __missing__(self, name: str) -> int:
        return len(self)


def load(tables: Tables) -> Judge:
    """The judge from its stored arrays."""
    names = tables["names"].tolist()
    return Judge(ensemble.load(tables), {name: column for column, name in enumerate(names)})


def trained(name: str, part: str | None = None) -> Judge | None:
    """The judge stored in `<name>.npz` (or in a part of it); None where it has not been trained."""
    tables = artefacts.read(name)
    return None if tables is None else _built(_Tables(tables), part)


class _Tables:
    """Arrays made hashable by who they are, so that a judge is built once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def __hash__(self) -> int:
        return id(self.tables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tables) and other.tables is self.tables


@lru_cache(maxsize=16)
def _built(stored: _Tables, part: str | None) -> Judge:
    return load(artefacts.part(stored.tables, part) if part else stored.tables)
