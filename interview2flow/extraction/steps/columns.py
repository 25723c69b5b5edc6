"""Columns of numbers made for all clauses of an interview at once: one at a time takes ten times as long."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.clauses import Clause

Column = NDArray[np.float64]
Indices = NDArray[np.intp]


def one_hot(values: Iterable[object], names: Sequence[str]) -> Column:
    """One row per value, a one in the column of its name; values without a name get none."""
    place: Mapping[object, int] = {name: number for number, name in enumerate(names)}
    return rows_of(np.eye(len(names)), [place.get(value, -1) for value in values])


def rows_of(table: Column, numbers: Sequence[int] | Indices) -> Column:
    """The table's rows of these numbers; zeros for -1."""
    padded = np.vstack([table, np.zeros(table.shape[1])])
    return padded[np.asarray(numbers, dtype=np.intp)]


def flags(values: Iterable[object]) -> Column:
    """Ones where the values are true."""
    return np.array([bool(value) for value in values], dtype=np.float64)


def numbers(values: Iterable[float]) -> Column:
    """The values as a column."""
    return np.array(list(values), dtype=np.float64)


def counted(values: Sequence[Hashable]) -> Column:
    """How often each value occurs among all; 0 for None."""
    count: dict[Hashable, int] = {}
    for value in values:
        count[value] = count.get(value, 0) + 1
    return numbers(0 if value is None else count[value] for value in values)


def so_far(values: Iterable[Hashable]) -> Column:
    """How often each value stood before."""
    count: dict[Hashable, int] = {}
    before = []
    for value in values:
        seen = count.get(value, 0)
        before.append(seen)
        count[value] = seen + 1
    return numbers(before)


@dataclass(frozen=True, slots=True)
class Words:
    """The clauses' own tokens one after the other: `token` are indices, `clause` whose each is, `first` where one begins."""

    token: Indices
    clause: Indices
    first: Indices

    def total(self, by_token: Column) -> Column:
        """By clause, the sum over its tokens; one row per token of the Doc in, one row per clause out."""
        return np.add.reduceat(by_token[self.token], self.first, axis=0)


def words_of(clauses: Sequence[Clause]) -> Words:
    """The tokens of these clauses, of which none is without."""
    lengths = [len(clause.tokens) for clause in clauses]
    return Words(
        token=np.fromiter(chain.from_iterable(clause.tokens for clause in clauses), dtype=np.intp),
        clause=np.repeat(np.arange(len(clauses)), lengths),
        first=np.array([0, *accumulate(lengths)][:-1], dtype=np.intp),
    )
