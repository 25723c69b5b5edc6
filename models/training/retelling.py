"""Training of the judge of retellings, on pairs of gold tellings of one interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.frame import frames
from interview2flow.extraction.retelling import NAME, alike
from interview2flow.extraction.sameness import Comparison, tellings
from models.training import align, ensembles, retold
from models.training.cases import Case

THRESHOLD = 0.4
TREES: dict[str, Any] = {
    "learning_rate": 0.05,
    "num_leaves": 7,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3,
    "extra_trees": True,
}
ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two tellings of an interview each: how alike they are, and whether they tell the same step."""

    rows: NDArray[np.float64]
    same: NDArray[np.int64]


def pairs(case: Case) -> list[Pairs]:
    """By interview, all pairs of gold tellings, unquoted ones among them, that may be the same step."""
    found = []
    by_step, again = align.tellings(case), retold.retold(case)
    for number, doc in enumerate(case.docs):
        step_of = {clause: step for (where, clause), step in again.items() if where == number}
        step_of |= {clause: step for step, told in by_step.items() for where, clause in told if where == number}
        told = tellings(doc, doc._.clauses, frames(doc, doc._.clauses), dict.fromkeys(step_of, 1.0))
        places = [(earlier, later) for later, before in enumerate(alike(told)) for earlier in before]
        steps = [step_of[telling.clause.index] for telling in told]
        same = np.array([steps[earlier] == steps[later] for earlier, later in places], dtype=np.int64)
        found.append(Pairs(Comparison(told).rows(places), same))
    return found


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judge."""
    data = [found for case in cases for found in pairs(case)]
    rows, same = np.vstack([found.rows for found in data]), np.concatenate([found.same for found in data])
    ensemble = ensembles.train(rows, same, rounds=ROUNDS, **TREES)
    artefacts.write(folder / f"{NAME}.npz", threshold=np.array(THRESHOLD), **ensemble.tables())
