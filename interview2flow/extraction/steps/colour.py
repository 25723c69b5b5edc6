"""Words that colour a clause: "then", "never", "must", "usually", "I think", "maybe", "if", …; they are a language's data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.steps.columns import Column, Words, rows_of
from interview2flow.extraction.tree import Tree
from interview2flow.languages import texts

CUES: Final = (
    "sequence",
    "negation",
    "obligation",
    "ability",
    "hypothetical",
    "future",
    "past",
    "habit",
    "opinion",
    "doubt",
    "asking",
    "condition",
    "filler",
)
NAMES: Final = (*CUES, *(f"parent {cue}" for cue in CUES))


def colour(tree: Tree, clauses: Sequence[Clause], words: Words, language: str) -> Column:
    """One row per clause, columns as in NAMES: what its own words say, and those of the clause above it."""
    bits = _cues(language)
    lower, lemma = tree.lower, tree.lemma
    said = np.fromiter((bits.get(lower[t]) or bits.get(lemma[t], 0) for t in words.token.tolist()), dtype=np.int64)
    together = np.bitwise_or.reduceat(said, words.first)
    own = (together[:, None] >> np.arange(len(CUES)) & 1).astype(np.float64)
    above = [-1 if clause.parent is None else clause.parent for clause in clauses]
    return np.hstack([own, rows_of(own, above)])


@cache
def _cues(language: str) -> Mapping[str, int]:
    """By word, the cues it gives: bit n for the n-th one."""
    catalogue = texts(language, "clauses")["cues"]
    bits: dict[str, int] = {}
    for number, name in enumerate(CUES):
        for word in catalogue[name]:
            bits[word] = bits.get(word, 0) | 1 << number
    return bits
