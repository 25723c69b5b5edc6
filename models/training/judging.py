"""Training of judges over named features, and probabilities for cases that a judge has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.judge import Features, Judge, table
from models.training import boosting

TREES: dict[str, Any] = {
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 10,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
}


def train(described: Sequence[Features], right: Sequence[bool], *, rounds: int = 120, **trees: Any) -> Judge:
    """A judge of all features that occur."""
    place = {name: column for column, name in enumerate(sorted({name for features in described for name in features}))}
    rows = table(described, place)
    return Judge(Ensemble(boosting.train(rows, np.array(right, dtype=np.int64), rounds=rounds, **{**TREES, **trees})), place)


def chosen(values: Sequence[Any], mask: NDArray[np.bool_]) -> list[Any]:
    """The values where the mask is set."""
    return [value for value, take in zip(values, mask, strict=True) if take]
