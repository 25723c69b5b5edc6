"""Which of the candidates does a step: learned where a model is there, by plain rules where none is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, ensemble
from interview2flow.extraction.actors import neighbours
from interview2flow.extraction.actors.features import NAMES, UNNAMED, Candidates, candidates
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.clauses import Clause

NAME: Final = "actors"
AGAIN: Final = "actors_again"

Likelihoods = dict[int, float]


def likelihoods(scene: Scene, told: Sequence[Clause]) -> list[Likelihoods]:
    """By clause, how likely each candidate does what it tells."""
    if not told:
        return []
    in_order = sorted(set(told), key=lambda clause: clause.index)
    among = candidates(scene, in_order)
    found: dict[int, Likelihoods] = {clause.index: {} for clause in in_order}
    scores = _score(among, in_order)
    for place, role, score in zip(among.clause.tolist(), among.role.tolist(), scores.tolist(), strict=True):
        found[in_order[place].index][role] = score
    return [found[clause.index] for clause in told]


def _score(among: Candidates, told: Sequence[Clause]) -> NDArray[np.float64]:
    """First each step by itself, then again with what is likely for the steps around it."""
    alone, again = artefacts.read(NAME), artefacts.read(AGAIN)
    if alone is None:
        return _by_rule(among.rows)
    likely = ensemble.load(alone).probabilities(among.rows)
    if again is None:
        return likely
    return ensemble.load(again).probabilities(np.hstack([among.rows, neighbours.rows(among, likely, told)]))


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
