"""Boosted trees (LightGBM's, trained elsewhere) evaluated with NumPy: no LightGBM, no pickle at run time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.artefacts import Tables

ROUND: Final = 30
"""After so many trees those rows are dropped that a floor gives up."""


@dataclass(frozen=True)
class Forest:
    """All trees' inner nodes in one array; a child below zero is leaf `~child`. Goes left where `value <= threshold`.

    `roots` holds each tree's first node; trees go round the classes in turn where there are several.
    """

    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    leaf: NDArray[np.float64]
    roots: NDArray[np.int32]
    classes: int

    @cached_property
    def children(self) -> NDArray[np.intp]:
        """The right and the left child of each node, side by side: one look-up for a step down."""
        return np.column_stack([self.right, self.left]).ravel().astype(np.intp)

    @cached_property
    def asked(self) -> NDArray[np.intp]:
        """`feature` in the machine's own index type: NumPy would convert it at each look-up."""
        return self.feature.astype(np.intp)

    def scores(self, rows: NDArray[np.float64], *, floor: float | None = None) -> NDArray[np.float64]:
        """Raw scores, one row per row of `rows`, one column per class (one column for yes or no).

        With a `floor`, a row that falls below it on the way is not followed to the last tree: its no is certain enough.
        """
        total = np.zeros((len(rows), self.classes))
        flat, width = np.ascontiguousarray(rows).ravel(), rows.shape[1] if len(rows) else 0
        alive = np.arange(len(rows))
        for number, root in enumerate(self.roots.tolist()):
            if floor is not None and number and number % ROUND == 0:
                alive = alive[total[alive].max(axis=1) > floor]
            total[alive, number % self.classes] += self.leaf.take(~self.leaves(flat, alive * width, root))
        return total

    def leaves(self, flat: NDArray[np.float64], starts: NDArray[np.intp], roots: int | NDArray[np.intp]) -> NDArray[np.intp]:
        """By row (told by where it starts in `flat`), the leaf in which it ends from its root, as a number below zero."""
        ended = np.empty(len(starts), dtype=np.intp)
        ended[:] = roots
        going = np.flatnonzero(ended >= 0)
        here, starts = ended[going], starts[going]
        while len(going):
            left = flat.take(starts + self.asked.take(here)) <= self.threshold.take(here)
            ended[going] = here = self.children.take(2 * here + left)
            inner = here >= 0
            going, here, starts = going[inner], here[inner], starts[inner]
        return ended

    def probabilities(self, rows: NDArray[np.float64], *, floor: float | None = None) -> NDArray[np.float64]:
        """The probability of yes; with several classes, of each (columns add up to 1). `floor` as in `scores`."""
        scores = self.scores(rows, floor=floor)
        if self.classes == 1:
            yes: NDArray[np.float64] = 1 / (1 + np.exp(-scores[:, 0]))
            return yes
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        each: NDArray[np.float64] = shares / shares.sum(axis=1, keepdims=True)
        return each

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        return {
            "feature": self.feature,
            "threshold": self.threshold,
            "left": self.left,
            "right": self.right,
            "leaf": self.leaf,
            "roots": self.roots,
            "classes": np.array(self.classes),
        }


def load(tables: Tables) -> Forest:
    """The forest from its stored arrays."""
    return Forest(
        feature=tables["feature"],
        threshold=tables["threshold"].astype(np.float64),
        left=tables["left"],
        right=tables["right"],
        leaf=tables["leaf"].astype(np.float64),
        roots=tables["roots"],
        classes=int(tables["classes"]),
    )
