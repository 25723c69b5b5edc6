"""The trained judge of clauses: how likely each one tells a step of the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction import artefacts, ensemble, lexical
from interview2flow.extraction.artefacts import Tables
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.frame import frames
from interview2flow.extraction.steps import columns, features, sense, words
from interview2flow.extraction.steps.columns import Column
from interview2flow.extraction.steps.neighbours import PLACES, Neighbours, neighbours_of
from interview2flow.extraction.steps.sense import Sense
from interview2flow.extraction.steps.words import Said
from interview2flow.extraction.tree import tree_of

NAME: Final = "steps"
LEXICAL: Final = ("words", "verb rate", "object rate", "both rate", "meaning rate", "meanings known")
"""The columns that the models over words add to the features."""
SENSE: Final = "sense"
SPREAD: Final = (*LEXICAL[:2], SENSE)
"""Those that are looked at in the neighbours, too."""
NAMES: Final = (*features.NAMES, *LEXICAL, SENSE, *(f"{name} {where}" for where in PLACES for name in SPREAD))


@dataclass(frozen=True, slots=True)
class Reader:
    """The models over words: a linear one over all, and the share of steps by verb, object, both, and the verb's meaning."""

    linear: lexical.Linear
    verbs: lexical.Rates
    things: lexical.Rates
    both: lexical.Rates
    meanings: lexical.Rates

    def rows(self, said: Said) -> NDArray[np.float64]:
        """One row per clause, the columns named in LEXICAL."""
        return np.column_stack(
            [
                self.linear.weighed(said.words),
                self.verbs.rates(said.verb),
                self.things.rates(said.thing),
                self.both.rates(said.both),
                *self._by_meaning(said.meanings),
            ]
        )

    def _by_meaning(self, meanings: Sequence[frozenset[str]]) -> tuple[list[float], list[int]]:
        """The highest share of a clause's meanings, and how many it has."""
        share = {means: max(map(self.meanings.rate, means), default=self.meanings.mean) for means in set(meanings)}
        return [share[means] for means in meanings], [len(means) for means in meanings]


@dataclass(frozen=True, slots=True)
class Described:
    """One interview's clauses as the models look at them."""

    grammar: Column
    said: Said
    vectors: NDArray[np.float32]
    neighbours: Neighbours

    def rows(self, by_words: Column, by_sense: Column) -> Column:
        """One row per clause for the ensemble, with the scores that the models over words and over vectors give."""
        scores = np.column_stack([by_words, by_sense])
        spread = scores[:, [(*LEXICAL, SENSE).index(name) for name in SPREAD]]
        return np.hstack([self.grammar, scores, self.neighbours.columns(spread)])


def describe(doc: Doc, clauses: Sequence[Clause]) -> Described:
    """The clauses of an interview, all at once."""
    parts, own = frames(doc, clauses), columns.words_of(clauses)
    return Described(
        features.clause_features(doc, clauses, parts, own),
        words.said(tree_of(doc), clauses, parts, own, doc.vocab.lang),
        sense.vectors(doc, parts, own),
        neighbours_of(clauses),
    )


@dataclass(frozen=True, slots=True)
class Detector:
    """The models, and the probability from which on a clause is taken for a step."""

    reader: Reader
    sense: Sense
    ensemble: Ensemble
    threshold: float

    def probabilities(self, doc: Doc, clauses: Sequence[Clause]) -> NDArray[np.float64]:
        """By clause, how likely it tells a step, 0..1."""
        return self.ensemble.probabilities(self.rows(doc, clauses))

    def rows(self, doc: Doc, clauses: Sequence[Clause]) -> Column:
        """By clause, what the ensemble looks at: columns as in NAMES."""
        described = describe(doc, clauses)
        by_sense = self.sense.scores(described.vectors, doc.vocab.lang)
        return described.rows(self.reader.rows(described.said), by_sense)


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
    return Detector(reader, sense.load(part(tables, "sense")), ensemble.load(tables), float(tables["threshold"]))
