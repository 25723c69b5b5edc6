"""Training of small neural networks in the form that the extraction evaluates without scikit-learn."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from interview2flow.extraction.networks import FAR, Networks

BATCH = 256
LEAST = 1e-6
"""A column that varies less says nothing."""


def train(
    rows: NDArray[np.float64],
    targets: NDArray[Any],
    *,
    layers: Sequence[int] = (32, 16),
    epochs: int = 16,
    decay: float = 0.1,
    rate: float = 2e-3,
    networks: int = 8,
    seed: int = 1,
) -> Networks:
    """Networks with inner `layers` of so many units, trained for yes or no; each starts at another seed.

    What a single network makes of little data hangs on chance: the mean of several does so far less.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(spread > LEAST, 1 / np.maximum(spread, LEAST), 0)
    values = np.clip((rows - mean) * scale, -FAR, FAR).astype(np.float32)
    trained = []
    for start in range(seed, seed + networks):
        model = MLPClassifier(
            tuple(layers),
            alpha=decay,
            max_iter=epochs,
            learning_rate_init=rate,
            batch_size=min(BATCH, len(rows)),
            random_state=start,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # it is stopped early on purpose
            trained.append(model.fit(values, targets))
    return Networks(
        mean.astype(np.float32),
        scale.astype(np.float32),
        tuple(_stacked([model.coefs_[layer] for model in trained]) for layer in range(len(layers) + 1)),
        tuple(_stacked([model.intercepts_[layer][None, :] for model in trained]) for layer in range(len(layers) + 1)),
    )


def _stacked(parts: Sequence[NDArray[Any]]) -> NDArray[np.float32]:
    return np.stack(parts).astype(np.float32)
