"""The trained judges of facts: for each kind a model over words, trees over everything, and the odds from which on it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, forest, lexical
from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.lexical import Hashed
from interview2flow.model import FactKind

NAME: Final = "facts"
PARTS: Final = {
    FactKind.SYSTEM: "system",
    FactKind.DOCUMENT: "document",
    FactKind.WORK_TIME: "work",
    FactKind.WAIT_TIME: "wait",
    FactKind.COMPLAINT: "complaint",
}
"""How each kind's tables are called."""


@dataclass(frozen=True, slots=True)
class Judge:
    """One kind's models; `threshold` is the probability from which on a candidate is taken."""

    words: lexical.Linear
    trees: forest.Forest
    threshold: float

    def margins(self, rows: NDArray[np.float64], spoken: Hashed) -> NDArray[np.float64]:
        """By candidate, its probability over the threshold: 1 and more is taken."""
        if not len(rows):
            return np.zeros(0)
        by_words = self.words.weighed(spoken)
        share: NDArray[np.float64] = self.trees.probabilities(np.column_stack([rows, by_words])) / self.threshold
        return share


def load(kind: FactKind) -> Judge | None:
    """The judge of one kind; None where nothing has been trained."""
    stored = artefacts.read(NAME)
    if stored is None:
        return None
    tables: Tables = artefacts.part(stored, PARTS[kind])
    words, trees = lexical.load(artefacts.part(tables, "words")), forest.load(artefacts.part(tables, "trees"))
    return Judge(words, trees, float(tables["threshold"]))
