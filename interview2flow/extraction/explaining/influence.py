"""What moved a judge's decision: each feature in turn is set to its usual value, and the score is taken anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.explaining.parts import Influence

MOST: Final = 5
"""So many that spoke for it, and as many that spoke against it."""
LEAST: Final = 0.02
"""Smaller changes of the log odds explain nothing."""


def influences(ensemble: Ensemble, rows: NDArray[np.float64], chosen: int, names: Sequence[str]) -> tuple[Influence, ...]:
    """The features of the chosen row that moved its score most, the strongest first; the other rows say what is usual."""
    row, usual = rows[chosen], np.median(rows, axis=0)
    apart = np.flatnonzero(row != usual)
    if not len(apart):
        return ()
    without = np.repeat(row[None, :], len(apart), axis=0)
    without[np.arange(len(apart)), apart] = usual[apart]
    change = ensemble.scores(row[None, :])[0] - ensemble.scores(without)
    order = np.argsort(-change, kind="stable")
    strongest = {int(i) for i in (*order[:MOST], *order[-MOST:]) if abs(change[i]) >= LEAST}
    return tuple(
        Influence(names[apart[i]], float(row[apart[i]]), float(usual[apart[i]]), float(change[i]))
        for i in sorted(strongest, key=lambda i: -abs(change[i]))
    )
