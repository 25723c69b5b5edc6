"""The trained judges of facts: for each kind a model over words, an ensemble over all, and the odds from which on it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, ensemble, lexical
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.lexical import Hashed, hashed
from interview2flow.model import FactKind

NAME: Final = "facts"


@dataclass(frozen=True, slots=True)
class Judge:
    """One kind's models; `threshold` is the probability from which on a candidate is taken."""

    words: lexical.Linear
    ensemble: Ensemble
    threshold: float

    def margins(self, rows: NDArray[np.float64], spoken: Hashed) -> NDArray[np.float64]:
        """By candidate, its probability over the threshold: 1 and more is taken."""
        if not len(rows):
            return np.zeros(0)
        by_words = self.words.weighed(spoken)
        likely = self.ensemble.probabilities(np.column_stack([rows, by_words]))
        share: NDArray[np.float64] = likely / self.threshold
        return share


def margins(
    kinds: Iterable[FactKind], rows: NDArray[np.float64], spoken: Sequence[Sequence[str]]
) -> dict[FactKind, NDArray[np.float64]]:
    """The margins of the same candidates by the judges of several kinds; none where nothing has been trained."""
    judges = {kind: load(kind) for kind in kinds}
    words = hashed(spoken)
    return {kind: judge.margins(rows, words) for kind, judge in judges.items() if judge}


def load(kind: FactKind) -> Judge | None:
    """The judge of one kind; None where it has not been trained."""
    tables = artefacts.part(artefacts.read(NAME) or {}, kind.name)
    if not tables:
        return None
    return Judge(lexical.load(artefacts.part(tables, "words")), ensemble.load(tables), float(tables["threshold"]))
