"""Training of the open points: which doubt leaves which step open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.questions.component import NAME
from interview2flow.extraction.questions.points import Points
from models.training import boosting
from models.training.cases import Case
from models.training.facts import stories

ROUNDS: Final = 100
THRESHOLD: Final = 0.25
TREES: dict[str, Any] = {
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2,
}


def examples(case: Case) -> tuple[NDArray[np.float64], list[float]]:
    """Every doubt with every step near it, and whether the gold asks about that step."""
    wanted = {str(question.get("about") or "") for question in case.gold.get("open_questions") or []}
    unnamed = {name for name, step in case.steps.items() if step["role"] == "unknown"}
    tables, right = [], []
    for steps, here in stories(case):
        points, rows = Points(here, unnamed).rows()
        tables.append(rows)
        right += [float(steps[point.step] in wanted) for point in points]
    return np.vstack(tables), right


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the forest."""
    tables, right = [], []
    for case in cases:
        rows, wanted = examples(case)
        tables.append(rows)
        right += wanted
    trees = boosting.train(np.vstack(tables), np.array(right), rounds=ROUNDS, **TREES)
    stored = artefacts.prefixed(trees.tables(), "forest")
    artefacts.write(folder / f"{NAME}.npz", threshold=np.array(THRESHOLD), **stored)
