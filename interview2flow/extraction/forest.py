"""Boosted trees (LightGBM's, trained elsewhere) evaluated with NumPy: no LightGBM, no pickle at run time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.artefacts import Tables

BLOCK: Final = 1 << 18
"""So many bytes of answers are held at once: what the processor keeps near it is quicker than the memory."""
BITS: Final = (np.uint8, np.uint16, np.uint32, np.uint64)


@dataclass(frozen=True)
class Forest:
    """All trees' inner nodes in one array; a child below zero is leaf `~child`. Goes left where `value <= threshold`.

    Each tree's nodes and leaves are numbered from the top down and from the left to the right; a tree has at most 64 leaves.
    `roots` holds each tree's first node.
    """

    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    leaf: NDArray[np.float64]
    roots: NDArray[np.int32]

    @cached_property
    def questions(self) -> Questions:
        """The trees as they are asked."""
        return ask(self)

    def scores(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """By row, the log odds of yes."""
        total = np.zeros(len(rows))
        step = self.questions.rows_at_once
        for start in range(0, len(rows), step):
            total[start : start + step] = self.leaf[self.questions.leaves(rows[start : start + step])].sum(axis=0)
        return total

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        return {
            "feature": self.feature,
            "threshold": self.threshold,
            "left": self.left,
            "right": self.right,
            "leaf": self.leaf,
            "roots": self.roots,
        }


@dataclass(frozen=True, slots=True)
class Questions:
    """What a forest asks, for all rows and trees at once (QuickScorer; Lucchese et al., SIGIR 2015).

    Each different question, "is `feature` at most `threshold`?", stands once. By place and tree, `asked` has the question of a
    node and `kept` the leaves that a no leaves over: one bit for each leaf, the leftmost first. A row ends in the leftmost
    leaf that all nodes of the tree leave over. `first` is the number of each tree's first leaf.
    """

    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    asked: NDArray[np.intp]
    kept: NDArray[Any]
    first: NDArray[np.intp]

    @property
    def rows_at_once(self) -> int:
        """How many rows are best asked together."""
        return max(16, BLOCK // max(1, self.kept.nbytes))

    def leaves(self, rows: NDArray[np.float64]) -> NDArray[np.intp]:
        """By tree and row, the number of the leaf."""
        yes = rows.T.take(self.feature, axis=0) <= self.threshold[:, None]
        left_over = np.negative(yes.astype(self.kept.dtype)).take(self.asked, axis=0)
        left_over |= self.kept[:, :, None]
        still = np.bitwise_and.reduce(left_over, axis=0)
        place: NDArray[np.intp] = np.bitwise_count(~still & (still - 1)) + self.first[:, None]
        return place


def ask(trees: Forest) -> Questions:
    """The questions of a forest."""
    first = _first_leaves(trees, trees.roots)
    most = np.diff(np.append(first, len(trees.leaf))).max(initial=1)
    bits = next(kind for kind in BITS if most <= 8 * kind().nbytes)
    grown = np.flatnonzero(trees.roots >= 0)
    tree = grown[np.searchsorted(trees.roots[grown], np.arange(len(trees.feature)), side="right") - 1]
    place = np.arange(len(tree)) - trees.roots[tree]
    asked = np.zeros((place.max(initial=0) + 1, len(first)), dtype=np.intp)
    kept = np.full(asked.shape, ~bits(0))
    begin, end = ((_first_leaves(trees, below) - first[tree]).astype(bits) for below in (trees.left, trees.right))
    one = np.ones(1, dtype=bits)
    kept[place, tree] = ~(np.left_shift(one, end) - np.left_shift(one, begin))
    each = np.column_stack([trees.feature, trees.threshold])
    different, asked[place, tree] = np.unique(each, axis=0, return_inverse=True)
    feature, threshold = different.T if len(different) else (np.zeros(1), np.zeros(1))
    return Questions(feature.astype(np.intp), threshold.copy(), asked, kept, first)


def _first_leaves(trees: Forest, nodes: NDArray[np.int32]) -> NDArray[np.intp]:
    """The number of the leftmost leaf below each of these nodes."""
    here = nodes.astype(np.intp)
    while (inner := here >= 0).any():
        here[inner] = trees.left[here[inner]]
    return ~here


def load(tables: Tables) -> Forest:
    """The forest from its stored arrays; made once for the same arrays."""
    return _built(_Stored(tables))


class _Stored:
    """Stored arrays, the same as others where their leaves are the same array."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def __hash__(self) -> int:
        return id(self.tables["leaf"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Stored) and other.tables["leaf"] is self.tables["leaf"]


@lru_cache(maxsize=64)
def _built(stored: _Stored) -> Forest:
    tables = stored.tables
    return Forest(
        feature=tables["feature"],
        threshold=tables["threshold"].astype(np.float64),
        left=tables["left"],
        right=tables["right"],
        leaf=tables["leaf"].astype(np.float64),
        roots=tables["roots"],
    )
