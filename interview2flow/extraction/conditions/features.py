"""What speaks for a passage being the condition of an arrow into a step, or out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.conditions import passages
from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread

FAR: Final = 200
MANY: Final = 20
PAIR: Final = (
    "exit", "depends on it", "it depends on this", "distance", "near", "behind", "turns", "same sentence", "sentences", "lead",
    "first telling", "from lead start",
)  # fmt: skip
NAMES: Final = (*PAIR, *passages.NAMES)


class Site(NamedTuple):
    """A passage said around a telling. `exit` is for an arrow out of the step rather than into it."""

    telling: Telling
    passage: Candidate
    exit: bool


def rows(thread: Thread, sites: Sequence[Site]) -> NDArray[np.float64]:
    """By site, the columns of NAMES."""
    number: dict[Candidate, int] = {}
    said = [number.setdefault(site.passage, len(number)) for site in sites]
    alone = passages.rows(thread, list(number))
    return np.hstack([_pairs(thread, sites), alone[said]]) if sites else np.zeros((0, len(NAMES)))


def _pairs(thread: Thread, sites: Sequence[Site]) -> NDArray[np.float64]:
    """The columns of PAIR."""
    turn, sentence = np.array(thread.turn), np.array(thread.tree.sent)
    opens = np.cumsum(sentence == np.arange(len(sentence)))
    start = np.array([site.passage.start for site in sites])
    head, since, first = np.array([(s.telling.clause.head, s.telling.since, s.telling.first) for s in sites]).T
    low, high = np.minimum(head, start), np.maximum(head, start)
    between = opens[np.maximum(high - 1, low)] - opens[low] + (high > low)
    return np.column_stack(
        [
            [site.exit for site in sites],
            [_depends(thread, site) for site in sites],
            [_governs(site) for site in sites],
            head - start,
            high - low,
            start > head,
            turn[head] - turn[start],
            sentence[head] == sentence[start],
            np.where(high - low < FAR, between, MANY),
            head - since,
            first,
            start - since,
        ]
    ).astype(np.float64)


def _depends(thread: Thread, site: Site) -> bool:
    """Whether the passage's clause hangs below the step's."""
    clause = None if site.passage.opening else site.passage.clause
    while clause is not None and clause.parent is not None:
        if clause.parent == site.telling.clause.index:
            return True
        clause = thread.clauses[clause.parent]
    return False


def _governs(site: Site) -> bool:
    """Whether the step's clause hangs on the passage's."""
    clause = None if site.passage.opening else site.passage.clause
    return clause is not None and site.telling.clause.parent == clause.index
