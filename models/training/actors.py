"""Training of the choice of actors: one row per step told and role that might do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.actors import choose, neighbours
from interview2flow.extraction.actors.features import UNNAMED, Candidates, candidates
from interview2flow.extraction.actors.scene import Scene, scene
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.ensemble import Ensemble
from models.scoring.comparing import lane
from models.training import align, boosting
from models.training.cases import Case, as_list
from models.training.folds import folds

ROUNDS = 220
PARTS = 4
"""In so many parts the cases are held out for what is likely for a step's neighbours."""
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


@dataclass(frozen=True, slots=True)
class Example:
    """The steps told in one interview of a case in the order told, all candidates for them, and which are right."""

    case: str
    told: list[Clause]
    among: Candidates
    right: NDArray[np.bool_]


def examples(case: Case) -> Iterator[Example]:
    """One per interview that tells steps."""
    right, told = gold_roles(case), align.tellings(case)
    for number, doc in enumerate(case.docs):
        here = scene(doc, doc._.clauses)
        meant = meanings(case, here, right)
        steps = sorted((index, step) for step, places in told.items() for at, index in places if at == number)
        if steps:
            clauses = [doc._.clauses[index] for index, _ in steps]
            among = candidates(here, clauses)
            wanted = [right[steps[clause][1]] for clause in among.clause]
            good = [_right(meant, role, names) for role, names in zip(among.role, wanted, strict=True)]
            yield Example(case.name, clauses, among, np.array(good))


def _right(meant: Sequence[Names | None], role: int, wanted: Names) -> bool:
    return not wanted if role == UNNAMED else bool(wanted) and meant[role] == wanted


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores both forests: for each step by itself, and again with its neighbours."""
    known = [example for case in cases for example in examples(case)]
    artefacts.write(folder / f"{choose.NAME}.npz", **alone(known).tables())
    artefacts.write(folder / f"{choose.AGAIN}.npz", **again(known).tables())


def alone(known: Sequence[Example]) -> Ensemble:
    """Judges each step by itself."""
    return _learn([example.among.rows for example in known], known)


def again(known: Sequence[Example]) -> Ensemble:
    """Judges each step again; what is likely for its neighbours comes from a forest that has not seen the case."""
    rows: dict[int, NDArray[np.float64]] = {}
    for fold in folds(sorted({example.case for example in known}), PARTS):
        first = alone([example for example in known if example.case not in fold])
        rows |= {place: _with_neighbours(example, first) for place, example in enumerate(known) if example.case in fold}
    return _learn([rows[place] for place in range(len(known))], known)


def _with_neighbours(example: Example, first: Ensemble) -> NDArray[np.float64]:
    among = example.among
    return np.hstack([among.rows, neighbours.rows(among, first.probabilities(among.rows), example.told)])


def _learn(rows: Sequence[NDArray[np.float64]], known: Sequence[Example]) -> Ensemble:
    targets = np.concatenate([example.right for example in known])
    return Ensemble(boosting.train(np.vstack(rows), targets, rounds=ROUNDS, **TREES))
