"""Training of the model over the parser's vectors: a linear one for each language, as each has its own parser."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from interview2flow.extraction.steps.sense import Sense

STRENGTH = 0.002


def train(rows: Sequence[NDArray[np.float32]], targets: Sequence[NDArray[np.int64]], languages: Sequence[str]) -> Sense:
    """From some interviews: each one's clauses, which of them tell a step, and its language."""
    weights = {}
    for language in sorted(set(languages)):
        chosen = [number for number, known in enumerate(languages) if known == language]
        weights[language] = _fit(np.vstack([rows[n] for n in chosen]), np.concatenate([targets[n] for n in chosen]))
    return Sense(weights)


def _fit(rows: NDArray[np.float32], targets: NDArray[np.int64]) -> NDArray[np.float32]:
    """Weights for the rows as they are, and the intercept; fitted on columns of the same scale."""
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-6)
    fitted = LogisticRegression(C=STRENGTH, max_iter=300).fit((rows - mean) / scale, targets)
    weights = fitted.coef_[0] / scale
    return np.append(weights, fitted.intercept_[0] - weights @ mean).astype(np.float32)
