"""Training of the judge of retellings, on pairs of gold tellings of one interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from interview2flow.extraction import artefacts
from interview2flow.extraction.frame import frames
from interview2flow.extraction.retelling import NAME, alike
from interview2flow.extraction.sameness import compare, tellings
from models.training import align, boosting, retold
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
}
ROUNDS = 150


def pairs(case: Case) -> tuple[list[list[float]], list[int]]:
    """Rows and targets of all pairs of gold tellings, unquoted ones among them, that may be the same step."""
    rows: list[list[float]] = []
    same: list[int] = []
    by_step = align.tellings(case)
    for number, doc in enumerate(case.docs):
        again = {clause: step for (where, clause), step in retold.retold(case).items() if where == number}
        step_of = again | {clause: step for step, told in by_step.items() for where, clause in told if where == number}
        if not step_of:
            continue
        compared = tellings(doc, doc._.clauses, frames(doc, doc._.clauses), dict.fromkeys(step_of, 1.0))
        told = [compared[clause] for clause in sorted(compared)]
        verbs, things = Counter(t.lemma for t in told), Counter(t.thing for t in told)
        for later, before in zip(told, alike(told), strict=True):
            for earlier in (told[place] for place in before):
                rows.append(compare(earlier, later, verbs, things))
                same.append(int(step_of[earlier.clause.index] == step_of[later.clause.index]))
    return rows, same


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judge."""
    rows: list[list[float]] = []
    same: list[int] = []
    for case in cases:
        found, targets = pairs(case)
        rows += found
        same += targets
    trees = boosting.train(np.array(rows), np.array(same), rounds=ROUNDS, **TREES)
    artefacts.write(folder / f"{NAME}.npz", threshold=np.array(THRESHOLD), **artefacts.prefixed(trees.tables(), "forest"))
