"""A trained forest over named features: says how likely each of some things is, each described by what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, forest
from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.forest import Forest

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """`place` has the column of each feature; features that training did not see are passed over, missing ones are 0."""

    forest: Forest
    place: Mapping[str, int]

    def probabilities(self, described: Sequence[Features]) -> NDArray[np.float64]:
        """How likely each is, 0..1."""
        if not described:
            return np.zeros(0)
        return self.forest.probabilities(table(described, self.place))

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        return {**artefacts.prefixed(self.forest.tables(), "forest"), "names": np.array(list(self.place))}


def table(described: Sequence[Features], place: Mapping[str, int]) -> NDArray[np.float64]:
    """One row for each, one column for each name."""
    rows = np.zeros((len(described), len(place)))
    for row, features in enumerate(described):
        for name, value in features.items():
            if (column := place.get(name)) is not None:
                rows[row, column] = value
    return rows


def load(tables: Tables) -> Judge:
    """The judge from its stored arrays."""
    names = tables["names"].tolist()
    return Judge(forest.load(artefacts.part(tables, "forest")), {name: column for column, name in enumerate(names)})
