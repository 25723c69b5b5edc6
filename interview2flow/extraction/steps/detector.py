"""The trained judge of clauses: how likely each one tells a step of the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction import artefacts, forest, lexical
from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.meanings import meanings
from interview2flow.extraction.steps import features, words
from interview2flow.extraction.tree import tree_of

NAME: Final = "steps"
LEXICAL: Final = ("words", "verb rate", "object rate", "both rate", "meaning rate", "meanings known")
"""The columns that the models over words add to the features."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the models over words read of one clause."""

    words: tuple[str, ...]
    verb: str
    thing: str
    both: str
    meanings: tuple[str, ...]


def said(doc: Doc, clauses: Sequence[Clause], parts: Sequence[Frame]) -> list[Said]:
    """By clause, its words."""
    tree, language = tree_of(doc), doc.vocab.lang
    texts = words.words(tree, clauses, parts, language)
    found = []
    for text, frame in zip(texts, parts, strict=True):
        verb, thing = words.verb_key(tree, frame, language), f"{language}:{words.object_word(tree, frame)}"
        known = meanings(language, verb.partition(":")[2], tree.lemma[frame.head])
        found.append(Said(tuple(text), verb, thing, f"{verb}+{thing}", tuple(sorted(known))))
    return found


@dataclass(frozen=True, slots=True)
class Reader:
    """The models over words: a linear one over all, and the share of steps by verb, object, both, and the verb's meaning."""

    linear: lexical.Linear
    verbs: lexical.Rates
    things: lexical.Rates
    both: lexical.Rates
    meanings: lexical.Rates

    def rows(self, clauses: Sequence[Said]) -> NDArray[np.float64]:
        """One row per clause, the columns named in LEXICAL."""
        shares = [
            (
                self.verbs.rate(clause.verb),
                self.things.rate(clause.thing),
                self.both.rate(clause.both),
                max((self.meanings.rate(meaning) for meaning in clause.meanings), default=self.meanings.mean),
                float(len(clause.meanings)),
            )
            for clause in clauses
        ]
        scores = self.linear.scores([clause.words for clause in clauses])
        return np.column_stack([scores, np.array(shares).reshape(len(clauses), len(LEXICAL) - 1)])


@dataclass(frozen=True, slots=True)
class Detector:
    """Both halves, and the probability from which on a clause is taken for a step."""

    reader: Reader
    forest: forest.Forest
    threshold: float

    def probabilities(self, doc: Doc, clauses: Sequence[Clause]) -> NDArray[np.float64]:
        """By clause, how likely it tells a step, 0..1."""
        parts = frames(doc, clauses)
        grammar = features.clause_features(doc, clauses, parts, doc.vocab.lang)
        by_words = self.reader.rows(said(doc, clauses, parts))
        return self.forest.probabilities(np.hstack([grammar, by_words]))


def load() -> Detector | None:
    """The trained detector; None where none has been trained."""
    tables = artefacts.read(NAME)
    return None if tables is None else _build(_Key(tables))


class _Key:
    """Arrays made hashable by who they are, so that a detector is built once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def __hash__(self) -> int:
        return id(self.tables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.tables is other.tables


@lru_cache(maxsize=4)
def _build(key: _Key) -> Detector:
    part = artefacts.part
    tables = key.tables
    reader = Reader(
        lexical.load(part(tables, "linear")),
        lexical.load_rates(part(tables, "verbs")),
        lexical.load_rates(part(tables, "things")),
        lexical.load_rates(part(tables, "both")),
        lexical.load_rates(part(tables, "meanings")),
    )
    return Detector(reader, forest.load(part(tables, "forest")), float(tables["threshold"]))
