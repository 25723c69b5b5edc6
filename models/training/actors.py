"""Training of the choice of actors: one row per step told and role that might do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.actors import choose
from interview2flow.extraction.actors.features import UNNAMED, candidates
from interview2flow.extraction.actors.scene import Scene, scene
from models.scoring.comparing import lane
from models.training import align, boosting
from models.training.cases import Case, as_list

ROUNDS = 220
TREES: dict[str, Any] = {
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2,
}

Names = tuple[str, ...]


def gold_roles(case: Case) -> dict[str, Names]:
    """By step, all names of the role that does it; empty where nobody is named."""
    roles = case.gold.get("roles") or {}
    return {
        name: () if step["role"] == "unknown" else tuple(map(str, as_list(roles.get(step["role"])) or [step["role"]]))
        for name, step in case.steps.items()
    }


def meanings(case: Case, here: Scene, roles: dict[str, Names]) -> list[Names | None]:
    """By role of the scene, the gold's role that it stands for."""
    lanes = set(roles.values())
    return [lane(role.names, lanes, case.language) for role in here.roles]


def examples(case: Case) -> Iterator[tuple[NDArray[np.float64], list[bool]]]:
    """By interview, the rows of all candidates for the steps told in it, and which of them are right."""
    right, told = gold_roles(case), align.tellings(case)
    for number, doc in enumerate(case.docs):
        here = scene(doc, doc._.clauses)
        meant = meanings(case, here, right)
        steps = [(step, doc._.clauses[index]) for step, places in told.items() for at, index in places if at == number]
        if steps:
            among = candidates(here, [clause for _, clause in steps])
            wanted = [right[steps[clause][0]] for clause in among.clause]
            yield among.rows, [_right(meant, role, names) for role, names in zip(among.role, wanted, strict=True)]


def _right(meant: Sequence[Names | None], role: int, wanted: Names) -> bool:
    return not wanted if role == UNNAMED else bool(wanted) and meant[role] == wanted


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the forest."""
    tables, targets = [], []
    for case in cases:
        for table, good in examples(case):
            tables.append(table)
            targets += good
    trees = boosting.train(np.vstack(tables), np.array(targets), rounds=ROUNDS, **TREES)
    artefacts.write(folder / f"{choose.NAME}.npz", **trees.tables())
