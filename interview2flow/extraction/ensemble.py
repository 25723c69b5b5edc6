"""Trained models that answer the same question of the same rows, each erring elsewhere; their mean errs less than any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, forest, networks
from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.forest import Forest
from interview2flow.extraction.networks import Networks

FOREST: Final = "forest"
NETWORKS: Final = "networks"


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Boosted trees, neural networks, or both."""

    forest: Forest | None = None
    networks: Networks | None = None

    def scores(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """By row, the log odds of yes."""
        each = [model.scores(rows) for model in (self.forest, self.networks) if model is not None]
        mean: NDArray[np.float64] = sum(each[1:], start=each[0]) / len(each)
        return mean

    def probabilities(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """By row, the probability of yes."""
        likely: NDArray[np.float64] = 1 / (1 + np.exp(-self.scores(rows)))
        return likely

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        models = {FOREST: self.forest, NETWORKS: self.networks}
        return {
            name: array
            for kind, model in models.items()
            if model is not None
            for name, array in artefacts.prefixed(model.tables(), kind).items()
        }


def load(tables: Tables) -> Ensemble:
    """The ensemble of those models whose arrays are stored."""
    trees, nets = (artefacts.part(tables, kind) for kind in (FOREST, NETWORKS))
    return Ensemble(forest.load(trees) if trees else None, networks.load(nets) if nets else None)
