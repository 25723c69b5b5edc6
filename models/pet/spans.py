"""How likely each stretch of a sentence is a mention by all labellings together, and which ones to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.pet.crf import Field, Floats

FLOOR: Final = 0.01
"""What is less likely is not looked at."""
LONGEST: Final = 25

Span = tuple[int, int, str]
"""First word, word behind the last, type."""


def likely(field: Field, ratings: Floats) -> dict[Span, float]:
    """The probability of each span of one sentence, of those above `FLOOR`."""
    found: dict[Span, float] = {}
    if not len(ratings):
        return found
    forward, backward, total = _lattice(ratings, field.moves, field.first)
    for label, name in enumerate(field.labels):
        if name.startswith("B-"):
            inner = field.labels.index(f"I-{name[2:]}")
            leaving = _leaving(field, ratings, backward, (label, inner))
            for start in np.flatnonzero(forward[:, label] + backward[:, label] - total > np.log(FLOOR)).tolist():
                sure, at = forward[start, label] - total, label
                for end in range(start, min(len(ratings), start + LONGEST)):
                    if end > start:
                        sure, at = sure + field.moves[at, inner] + ratings[end, inner], inner
                        if sure + backward[end, inner] < np.log(FLOOR):
                            break
                    if (chance := float(np.exp(sure + leaving[end, int(at == inner)]))) > FLOOR:
                        found[start, end + 1, name[2:]] = chance
    return found


def choose(chances: Mapping[Span, float], length: int, threshold: float) -> list[Span]:
    """The spans to say: none overlaps another, and together they are as far above the threshold as can be."""
    ending: list[list[tuple[Span, float]]] = [[] for _ in range(length + 1)]
    for span, chance in chances.items():
        if chance > threshold:
            ending[span[1]].append((span, chance - threshold))
    best, taken = [0.0] * (length + 1), list[Span | None]([None] * (length + 1))
    for place in range(1, length + 1):
        best[place] = best[place - 1]
        for span, gain in ending[place]:
            if best[span[0]] + gain > best[place]:
                best[place], taken[place] = best[span[0]] + gain, span
    chosen, place = [], length
    while place:
        span_here = taken[place]
        if span_here is not None:
            chosen.append(span_here)
        place = span_here[0] if span_here is not None else place - 1
    return chosen[::-1]


def _lattice(ratings: Floats, moves: Floats, first: Floats) -> tuple[Floats, Floats, float]:
    """Log sums over all labellings up to each word, behind each word, and of the whole sentence."""
    forward, backward = np.empty_like(ratings), np.zeros_like(ratings)
    forward[0] = ratings[0] + first
    for place in range(1, len(ratings)):
        forward[place] = _log_sum(forward[place - 1][:, None] + moves, 0) + ratings[place]
    for place in range(len(ratings) - 2, -1, -1):
        backward[place] = _log_sum(moves + (ratings[place + 1] + backward[place + 1])[None], 1)
    return forward, backward, float(_log_sum(forward[-1], 0))


def _leaving(field: Field, ratings: Floats, backward: Floats, labels: tuple[int, int]) -> Floats:
    """For each word and each of the two labels of a type: everything that may follow, but the type going on."""
    following = [place for place in range(len(field.labels)) if place != labels[1]]
    leaving = np.zeros((len(ratings), len(labels)))
    for column, label in enumerate(labels):
        ahead = field.moves[label][None] + ratings[1:] + backward[1:]
        leaving[:-1, column] = _log_sum(ahead[:, following], 1)
    return leaving


def _log_sum(values: Floats, axis: int) -> NDArray[np.float64]:
    peak = values.max(axis=axis, keepdims=True)
    summed: NDArray[np.float64] = np.squeeze(peak, axis) + np.log(np.exp(values - peak).sum(axis=axis))
    return summed
