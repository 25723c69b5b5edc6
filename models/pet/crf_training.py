"""Trains a conditional random field by L-BFGS, all sentences of a position side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from models.pet.crf import Field, Floats, allowed

Described = Sequence[Sequence[str]]
"""The features of each word of a sentence."""


def train(
    sentences: Sequence[Described], tags: Sequence[Sequence[str]], labels: Sequence[str], *, penalty: float, seen: int = 2
) -> Field:
    """The field that makes the given tags likeliest, at a `penalty` for squared weights, without features seen less often."""
    data = _data(sentences, tags, labels, seen)
    shape = (len(data.place), len(labels))
    size = shape[0] * shape[1]
    bars, bar = allowed(labels)

    def loss(parameters: Floats) -> tuple[float, Floats]:
        weights = parameters[:size].reshape(shape)
        moves = parameters[size : -len(labels)].reshape(len(labels), len(labels))
        first = parameters[-len(labels) :]
        value, by_rating, by_move, by_first = _likelihood(data, data.matrix @ weights, moves + bars, first + bar)
        gradient = np.concatenate([np.asarray(data.matrix.T @ by_rating).ravel(), by_move.ravel(), by_first])
        return penalty / 2 * float(parameters @ parameters) - value, penalty * parameters - gradient

    start = np.zeros(size + len(labels) ** 2 + len(labels))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100, "maxcor": 5}).x
    return Field(
        labels=tuple(labels),
        place=data.place,
        weights=found[:size].reshape(shape),
        moves=found[size : -len(labels)].reshape(len(labels), len(labels)) + bars,
        first=found[-len(labels) :] + bar,
    )


@dataclass(frozen=True)
class _Data:
    """Words of all sentences, the longest sentence first; `rows[t]` are the words at position t."""

    matrix: csr_matrix
    gold: NDArray[np.intp]
    rows: list[NDArray[np.intp]]
    place: dict[str, int]


def _data(sentences: Sequence[Described], tags: Sequence[Sequence[str]], labels: Sequence[str], seen: int) -> _Data:
    counted = Counter(feature for sentence in sentences for word in sentence for feature in word)
    place = {feature: number for number, feature in enumerate(sorted(f for f, n in counted.items() if n >= seen))}
    order = sorted(range(len(sentences)), key=lambda number: -len(sentences[number]))
    columns: list[int] = []
    gold: list[int] = []
    ends, starts = [0], list[int]()
    for number in order:
        starts.append(len(gold))
        for word, tag in zip(sentences[number], tags[number], strict=True):
            columns += sorted({place[feature] for feature in word if feature in place})
            ends.append(len(columns))
            gold.append(labels.index(tag))
    lengths = np.array([len(sentences[number]) for number in order])
    rows = [np.array(starts)[lengths > position] + position for position in range(lengths.max())]
    matrix = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(gold), len(place)))
    return _Data(matrix, np.array(gold), rows, place)


def _likelihood(data: _Data, ratings: Floats, moves: Floats, first: Floats) -> tuple[float, Floats, Floats, Floats]:
    """The log likelihood of the gold labels and its gradients by rating, move and first label (scaled forward and backward)."""
    peak = ratings.max(axis=1, keepdims=True)
    local, through = np.exp(ratings - peak), np.exp(moves)
    forward, scale = np.empty_like(local), np.empty(len(local))
    for position, rows in enumerate(data.rows):
        before = np.exp(first)[None] if position == 0 else forward[data.rows[position - 1][: len(rows)]] @ through
        reached = before * local[rows]
        scale[rows] = reached.sum(axis=1)
        forward[rows] = reached / scale[rows, None]
    value = -float(np.log(scale).sum() + peak.sum())
    backward, by_move = np.ones_like(local), np.zeros_like(moves)
    for position in range(len(data.rows) - 1, 0, -1):
        rows = data.rows[position]
        before = data.rows[position - 1][: len(rows)]
        ahead = local[rows] * backward[rows] / scale[rows, None]
        backward[before] = ahead @ through.T
        by_move -= forward[before].T @ ahead * through
        np.add.at(by_move, (data.gold[before], data.gold[rows]), 1)
        value += float(moves[data.gold[before], data.gold[rows]].sum())
    by_rating = -forward * backward
    every = np.arange(len(ratings))
    by_first = by_rating[data.rows[0]].sum(axis=0)
    np.add.at(by_first, data.gold[data.rows[0]], 1)
    by_rating[every, data.gold] += 1
    value += float(ratings[every, data.gold].sum() + first[data.gold[data.rows[0]]].sum())
    return value, by_rating, by_move, by_first
