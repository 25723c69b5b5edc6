"""Training of the linear models over words and of the shares by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from interview2flow.extraction.lexical import BUCKETS, Hashed, Linear, Rates, hashed


def matrix(texts: Hashed) -> csr_matrix:
    """One row per text, ones at its words' buckets."""
    return csr_matrix((np.ones(len(texts.places)), (texts.text, texts.places)), shape=(texts.count, BUCKETS))


def train(texts: Sequence[Sequence[str]], targets: NDArray[Any], **options: Any) -> Linear:
    """The same of texts given as their words."""
    return fit(hashed(texts), targets, **options)


def fit(texts: Hashed, targets: NDArray[Any], *, strength: float = 3.0, balanced: bool = False) -> Linear:
    """TF-IDF weighted logistic regression."""
    counts = matrix(texts)
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    rarity = np.where(seen > 0, np.log((1 + texts.count) / (1 + seen)) + 1, 0).astype(np.float32)
    used = np.flatnonzero(seen)
    rows = counts[:, used].multiply(rarity[used]).tocsr()
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows = csr_matrix(rows.multiply(1 / np.maximum(lengths, 1e-9)[:, None]))
    fitted = LogisticRegression(C=strength, solver="liblinear", class_weight="balanced" if balanced else None).fit(rows, targets)
    weight = np.zeros(BUCKETS, np.float32)
    weight[used] = fitted.coef_[0]
    return Linear(weight, rarity, float(fitted.intercept_[0]))


def rates(places: NDArray[np.intp], targets: NDArray[Any], *, prior: float = 4.0) -> Rates:
    """The share of hits by bucket, smoothed by `prior` imagined average ones."""
    mean = float(np.mean(targets))
    seen = np.bincount(places, minlength=BUCKETS)
    hits = np.bincount(places, weights=targets, minlength=BUCKETS)
    return Rates(np.where(seen > 0, (hits + prior * mean) / (seen + prior), mean), mean)
