"""Training of the linear models over words and of the shares by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from interview2flow.extraction.lexical import BUCKETS, Linear, Rates, bucket


def matrix(texts: Sequence[Sequence[str]]) -> csr_matrix:
    """One row per text, ones at its words' buckets."""
    rows = [sorted({bucket(word) for word in words}) for words in texts]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    places = np.array([place for row in rows for place in row], dtype=np.int32)
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(texts), BUCKETS))


def train(texts: Sequence[Sequence[str]], targets: NDArray[Any], *, strength: float = 3.0, balanced: bool = False) -> Linear:
    """TF-IDF weighted logistic regression."""
    counts = matrix(texts)
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    rarity = np.where(seen > 0, np.log((1 + len(texts)) / (1 + seen)) + 1, 0).astype(np.float32)
    used = np.flatnonzero(seen)
    rows = counts[:, used].multiply(rarity[used]).tocsr()
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows = csr_matrix(rows.multiply(1 / np.maximum(lengths, 1e-9)[:, None]))
    fitted = LogisticRegression(C=strength, solver="liblinear", class_weight="balanced" if balanced else None).fit(rows, targets)
    weight = np.zeros(BUCKETS, np.float32)
    weight[used] = fitted.coef_[0]
    return Linear(weight, rarity, float(fitted.intercept_[0]))


def rates(words: Sequence[str], targets: NDArray[Any], *, prior: float = 4.0) -> Rates:
    """The share of hits by word, smoothed by `prior` imagined average ones."""
    mean = float(np.mean(targets))
    seen: Counter[int] = Counter(bucket(word) for word in words)
    hits: Counter[int] = Counter(bucket(word) for word, hit in zip(words, targets, strict=True) if hit)
    return Rates({place: (hits[place] + prior * mean) / (seen[place] + prior) for place in sorted(seen)}, mean)
