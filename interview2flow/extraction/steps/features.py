"""What the step detector looks at: one row of numbers per clause, the same in all languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.steps import colour, grammar, surroundings
from interview2flow.extraction.steps.columns import Column, Words
from interview2flow.extraction.tree import tree_of

NAMES: Final = (*grammar.NAMES, *colour.NAMES, *surroundings.NAMES)


def clause_features(doc: Doc, clauses: Sequence[Clause], frames: Sequence[Frame], words: Words) -> Column:
    """One row per clause, columns as in NAMES."""
    if not clauses:
        return np.zeros((0, len(NAMES)))
    tree, language = tree_of(doc), doc.vocab.lang
    return np.hstack(
        [
            grammar.grammar(tree, frames, language),
            colour.colour(tree, clauses, words, language),
            surroundings.surroundings(doc, clauses, frames, words),
        ]
    )
