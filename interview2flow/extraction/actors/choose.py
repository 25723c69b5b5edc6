"""Which of the candidates does a step: learned where a model is there, by plain rules where none is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, forest
from interview2flow.extraction.actors.features import NAMES, UNNAMED, candidates
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.clauses import Clause

NAME: Final = "actors"

Likelihoods = dict[int, float]


def likelihoods(scene: Scene, told: Sequence[Clause]) -> list[Likelihoods]:
    """By clause, how likely each candidate does what it tells."""
    if not told:
        return []
    among = candidates(scene, told)
    found: list[Likelihoods] = [{} for _ in told]
    for clause, role, score in zip(among.clause.tolist(), among.role.tolist(), _score(among.rows).tolist(), strict=True):
        found[clause][role] = score
    return found


def _score(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    tables = artefacts.read(NAME)
    return forest.load(tables).probabilities(rows) if tables else _by_rule(rows)


def _by_rule(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The subject does it; a passive leaves it open; everything else the interviewee does."""
    subject, speaker, unnamed, passive = (
        rows[:, NAMES.index(name)] for name in ("is_subject", "is_speaker", "is_unnamed", "passive")
    )
    score: NDArray[np.float64] = 0.9 * subject + 0.3 * speaker + 0.4 * unnamed * passive
    return score


def most_likely(tellings: Iterable[Likelihoods]) -> int:
    """The candidate that one of a step's tellings speaks for most; in doubt the one who is named."""
    best: defaultdict[int, float] = defaultdict(float)
    for telling in tellings:
        for role, likelihood in telling.items():
            best[role] = max(best[role], likelihood)
    return max(best, key=lambda role: (best[role], -role), default=UNNAMED)
