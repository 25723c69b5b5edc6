"""The rows that a judge of arrows reads: what is said is laid out once an interview, what is drawn so far is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.judge import Features, table

Rows = NDArray[np.float64]


class Sheet:
    """The columns of one judge.

    `parts` say by their name what the words tell of each step or telling; numbers below zero, as START, stand for nothing that
    was said. `drawn` are the names of what is filled in; those that training did not see are passed over.
    """

    def __init__(self, place: Mapping[str, int], parts: Mapping[str, Sequence[Features]], drawn: Sequence[str]) -> None:
        nothing: Features = {}
        self._width = len(place)
        self._parts = {name: table([*described, nothing], place) for name, described in parts.items()}
        seen = [(number, place[name]) for number, name in enumerate(map(spelled, drawn)) if name in place]
        self._filled, self._columns = np.array(seen, dtype=np.intp).reshape(-1, 2).T

    def rows(self, drawn: Sequence[tuple[float, ...]], **chosen: int | Sequence[int]) -> Rows:
        """One row for each of `drawn`, with what was said of the `chosen` number, or numbers, of each part."""
        rows = np.zeros((len(drawn), self._width))
        for part, numbers in chosen.items():
            rows += self._parts[part][numbers]
        if drawn:
            rows[:, self._columns] = np.array(drawn, dtype=np.float64)[:, self._filled]
        return rows


def columns(parts: Iterable[Mapping[str, Sequence[Features]]], drawn: Sequence[str]) -> dict[str, int]:
    """The columns of a judge who is to read such parts of several interviews."""
    said = {name for described in parts for part in described.values() for features in part for name in features}
    return {name: column for column, name in enumerate([*map(spelled, drawn), *sorted(said)])}


def named(part: str, features: Features) -> Features:
    """The features of what is part of something else."""
    return {f"{part} {name}": value for name, value in features.items()}


def spelled(field: str) -> str:
    """How the column of a field is called."""
    return field.replace("_", " ")
