"""Training of trees and networks together."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.ensemble import Ensemble
from models.training import boosting, networks


def train(rows: NDArray[np.float64], targets: NDArray[Any], *, rounds: int, **trees: Any) -> Ensemble:
    """Both, trained on the same rows; `rounds` and `trees` are those of the boosted trees."""
    return Ensemble(boosting.train(rows, targets, rounds=rounds, **trees), networks.train(rows, targets))
