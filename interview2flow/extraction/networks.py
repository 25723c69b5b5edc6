"""Small neural networks (trained elsewhere) evaluated with NumPy: a few products of matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.artefacts import Tables

FAR: Final = 4.0
"""No value counts as further from the mean than so many standard deviations: rare features would drown the others."""
Values = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Networks:
    """Several networks of one shape over the same columns; each began elsewhere, and their scores are averaged.

    `mean` and `scale` bring the columns to one measure. Of each layer, `weights` is (networks, in, out) and `biases` (networks,
    1, out); between layers all below zero is cut off.
    """

    mean: Values
    scale: Values
    weights: tuple[Values, ...]
    biases: tuple[Values, ...]

    def scores(self, rows: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """By row, the log odds of yes."""
        values = np.clip((rows.astype(np.float32) - self.mean) * self.scale, -FAR, FAR)
        last = len(self.weights) - 1
        for layer, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True)):
            values = values @ weights + biases
            if layer < last:
                values = np.maximum(values, 0)
        mean: NDArray[np.float64] = values[:, :, 0].mean(axis=0, dtype=np.float64)
        return mean

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        layers = range(len(self.weights))
        return {
            "mean": self.mean,
            "scale": self.scale,
            **{f"weights{layer}": self.weights[layer] for layer in layers},
            **{f"biases{layer}": self.biases[layer] for layer in layers},
        }


def load(tables: Tables) -> Networks:
    """The networks from their stored arrays."""
    layers = range(sum(name.startswith("weights") for name in tables))
    weights = tuple(tables[f"weights{layer}"] for layer in layers)
    return Networks(tables["mean"], tables["scale"], weights, tuple(tables[f"biases{layer}"] for layer in layers))
