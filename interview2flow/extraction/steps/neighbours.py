"""What stands around each clause: steps are told one after the other, and talk beside them comes in stretches, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.steps.columns import Column, Indices

NEAR: Final = (-2, -1, 1, 2)
PLACES: Final = (
    *("two before", "before", "behind", "two behind", "above", "below", "of others in its turn"),
    *("in the stretch before", "in the stretch behind"),
)
"""Where `Neighbours.columns` looks, in the order of its columns."""
STRETCH: Final = 8
"""So many clauses before and behind are looked at together."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """By clause of one interview, the clause above it (-1 for none) and the turn in which it is told."""

    above: Indices
    turn: Indices

    def columns(self, scores: Column) -> Column:
        """One row per clause, made of the clauses' scores (one or more columns): those of its neighbours, zeros for none.

        They are those of the two before and behind, of the one above, the highest of those below, and the means of the other
        ones in the turn and of the stretches before and behind.
        """
        count = len(scores)
        padded = np.vstack([scores, np.zeros_like(scores[:1])])
        near = [np.arange(count) + step for step in NEAR]
        below = np.zeros_like(padded)
        np.maximum.at(below, self.above, scores)
        return np.hstack(
            [
                *(padded[np.where((place >= 0) & (place < count), place, -1)] for place in near),
                padded[self.above],
                below[:count],
                self._others_in_turn(scores),
                *_stretches(scores),
            ]
        )

    def _others_in_turn(self, scores: Column) -> Column:
        sums = np.zeros((self.turn.max(initial=0) + 1, scores.shape[1]))
        np.add.at(sums, self.turn, scores)
        others = np.maximum(1, np.bincount(self.turn) - 1)[self.turn]
        means: Column = (sums[self.turn] - scores) / others[:, None]
        return means


def _stretches(scores: Column) -> tuple[Column, Column]:
    count = len(scores)
    sums = np.vstack([np.zeros_like(scores[:1]), np.cumsum(scores, axis=0)])
    here = np.arange(count)
    before = sums[here] - sums[np.maximum(here - STRETCH, 0)]
    behind = sums[np.minimum(here + 1 + STRETCH, count)] - sums[here + 1]
    return before / STRETCH, behind / STRETCH


def neighbours_of(clauses: Sequence[Clause]) -> Neighbours:
    """Who stands beside whom."""
    above = [-1 if clause.parent is None else clause.parent for clause in clauses]
    return Neighbours(np.array(above, dtype=np.intp), np.array([clause.turn for clause in clauses], dtype=np.intp))
