"""Which of the candidates does a step: learned where a model is there, by plain rules where none is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, forest
from interview2flow.extraction.actors.features import CANDIDATE, CONTEXT, UNNAMED, candidates, rows
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.clauses import Clause

NAME: Final = "actors"
_IS_SUBJECT: Final = len(CONTEXT) + CANDIDATE.index("is_subject")
_IS_SPEAKER: Final = len(CONTEXT) + CANDIDATE.index("is_speaker")
_IS_UNNAMED: Final = len(CONTEXT) + CANDIDATE.index("is_unnamed")
_PASSIVE: Final = CONTEXT.index("passive")

Likelihoods = dict[int, float]


def likelihoods(scene: Scene, told: Sequence[Clause]) -> list[Likelihoods]:
    """By clause, how likely each candidate does what it tells."""
    if not told:
        return []
    among = [candidates(scene, clause) for clause in told]
    facts = [rows(scene, clause, each) for clause, each in zip(told, among, strict=True)]
    scores = _score(np.vstack(facts))
    ends = np.cumsum([len(each) for each in among])
    parts = np.split(scores, ends[:-1])
    return [dict(zip(each, map(float, part), strict=True)) for each, part in zip(among, parts, strict=True)]


def _score(table: NDArray[np.float64]) -> NDArray[np.float64]:
    tables = artefacts.read(NAME)
    return forest.load(tables).probabilities(table) if tables else _by_rule(table)


def _by_rule(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The subject does it; a passive leaves it open; everything else the interviewee does."""
    score: NDArray[np.float64] = (
        0.9 * table[:, _IS_SUBJECT] + 0.3 * table[:, _IS_SPEAKER] + 0.4 * table[:, _IS_UNNAMED] * table[:, _PASSIVE]
    )
    return score


def most_likely(tellings: Iterable[Likelihoods]) -> int:
    """The candidate that one of a step's tellings speaks for most; in doubt the one who is named."""
    best: defaultdict[int, float] = defaultdict(float)
    for telling in tellings:
        for role, likelihood in telling.items():
            best[role] = max(best[role], likelihood)
    return max(best, key=lambda role: (best[role], -role), default=UNNAMED)
