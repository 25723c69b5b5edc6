"""What the parser's own vectors say of a clause: words that it takes for alike count alike, known from training or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.steps.columns import Column, Words
from interview2flow.extraction.steps.words import object_token

PARTS: Final = 3


def vectors(doc: Doc, frames: Sequence[Frame], words: Words) -> NDArray[np.float32]:
    """One row per clause: what the parser made of its predicate, its words and its object, the PARTS side by side."""
    known = np.asarray(doc.tensor, dtype=np.float32).reshape(len(doc), -1)
    padded = np.vstack([known, np.zeros_like(known[:1])])
    sums = np.add.reduceat(known[words.token], words.first, axis=0)
    lengths = np.diff(words.first, append=len(words.token)).astype(np.float32)
    things = (object_token(frame) for frame in frames)
    return np.hstack(
        [
            known[[frame.head for frame in frames]],
            sums / lengths[:, None],
            padded[[-1 if thing is None else thing for thing in things]],
        ]
    )


@dataclass(frozen=True, slots=True)
class Sense:
    """A linear model per language over the vectors; says nothing of a language that it does not know."""

    weights: Mapping[str, NDArray[np.float32]]
    """By language, the weights and, last, the intercept."""

    def scores(self, clauses: NDArray[np.float32], language: str) -> Column:
        """By clause, the log odds that it tells a step; 0 where nothing is known."""
        weights = self.weights.get(language)
        if weights is None or clauses.shape[1] != len(weights) - 1:
            return np.zeros(len(clauses))
        scores: Column = (clauses @ weights[:-1] + weights[-1]).astype(np.float64)
        return scores

    def tables(self) -> dict[str, NDArray[Any]]:
        """The arrays to store."""
        return dict(self.weights)


def load(tables: Tables) -> Sense:
    """The model from its stored arrays."""
    return Sense({language: np.asarray(weights, dtype=np.float32) for language, weights in tables.items()})
