"""A linear-chain conditional random field: labels for the words of a sentence, each with regard to the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
NEVER: Final = -1e4


@dataclass(frozen=True)
class Field:
    """`weights` has a row per feature, a column per label; `moves[a, b]` rates label b behind label a, `first` at the start."""

    labels: tuple[str, ...]
    place: Mapping[str, int]
    weights: Floats
    moves: Floats
    first: Floats

    def ratings(self, described: Sequence[Sequence[str]]) -> Floats:
        """How well each label suits each word by its features; those that training did not see count nothing."""
        rows = np.zeros((len(described), len(self.labels)))
        for number, features in enumerate(described):
            known = [self.place[feature] for feature in features if feature in self.place]
            rows[number] = self.weights[known].sum(axis=0)
        return rows


def allowed(labels: Sequence[str]) -> tuple[Floats, Floats]:
    """Zero or `NEVER` for each move and for each first label: "I-" goes on only with its like."""
    moves = np.zeros((len(labels), len(labels)))
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            moves[:, column] = NEVER
            for row, before in enumerate(labels):
                if before[2:] == label[2:] and before != "O":
                    moves[row, column] = 0
    first = np.array([NEVER if label.startswith("I-") else 0.0 for label in labels])
    return moves, first


def tables(field: Field) -> dict[str, NDArray[Any]]:
    """The arrays to store."""
    return {
        "labels": np.array(field.labels),
        "names": np.array(list(field.place)),
        "weights": field.weights.astype(np.float16),
        "moves": field.moves.astype(np.float32),
        "first": field.first.astype(np.float32),
    }


def load(stored: Mapping[str, NDArray[Any]]) -> Field:
    """The field from its stored arrays."""
    return Field(
        labels=tuple(stored["labels"].tolist()),
        place={name: row for row, name in enumerate(stored["names"].tolist())},
        weights=stored["weights"].astype(np.float64),
        moves=stored["moves"].astype(np.float64),
        first=stored["first"].astype(np.float64),
    )
