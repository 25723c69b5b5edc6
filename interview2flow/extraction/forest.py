"""Boosted trees (LightGBM's, trained elsewhere) evaluated with NumPy: no LightGBM, no pickle at run time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.artefacts import Tables


@dataclass(frozen=True, slots=True)
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

    def scores(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Raw scores, one row per row of `rows`, one column per class (one column for yes or no)."""
        total = np.zeros((len(rows), self.classes))
        everyone = np.arange(len(rows))
        for number, root in enumerate(self.roots):
            node = np.full(len(rows), root, dtype=np.int32)
            going = everyone if root >= 0 else everyone[:0]
            while len(going):
                here = node[going]
                values = rows[going, self.feature[here]]
                node[going] = np.where(values <= self.threshold[here], self.left[here], self.right[here])
                going = going[node[going] >= 0]
            total[:, number % self.classes] += self.leaf[~node]
        return total

    def probabilities(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability of yes; with several classes, of each (columns add up to 1)."""
        scores = self.scores(rows)
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
