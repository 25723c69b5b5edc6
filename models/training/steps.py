"""Training of the step detector: models over words and vectors first, then an ensemble over grammar and their held-out scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.lexical import bucket
from interview2flow.extraction.steps import detector, words
from interview2flow.extraction.steps.sense import Sense
from interview2flow.extraction.steps.words import Said
from models.training import align, ensembles, linear, retold, senses
from models.training.cases import Case
from models.training.folds import folds

INNER = 5
ROUNDS = 400
TREES: dict[str, Any] = {
    "learning_rate": 0.04,
    "num_leaves": 15,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2,
    "extra_trees": True,
}
THRESHOLD = 0.52


@dataclass(frozen=True, eq=False)
class Sample:
    """The clauses of one interview: which of them tell a step (`target`), and which are clear enough to `count`."""

    case: str
    language: str
    described: detector.Described
    target: NDArray[np.int64]
    count: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Readers:
    """The models whose scores the trees and networks look at."""

    by_words: detector.Reader
    by_sense: Sense

    def rows(self, sample: Sample) -> NDArray[np.float64]:
        """One row per clause of an interview."""
        described = sample.described
        by_sense = self.by_sense.scores(described.vectors, sample.language)
        return described.rows(self.by_words.rows(described.said), by_sense)


def samples(case: Case) -> list[Sample]:
    """A case's interviews; clauses beside a step's own one in its quote, and unquoted retellings, do not count."""
    aligned = align.align(case)
    told = {(found.doc, found.clause) for found in aligned if found.step is not None}
    unclear = align.beside(case, aligned) | retold.retold(case).keys()
    found = []
    for number, doc in enumerate(case.docs):
        clauses = doc._.clauses
        target = np.array([(number, clause.index) in told for clause in clauses], dtype=np.int64)
        count = np.array([(number, clause.index) not in unclear for clause in clauses], dtype=np.bool_)
        found.append(Sample(case.name, case.language, detector.describe(doc, clauses), target, count))
    return found


def readers(chosen: Sequence[Sample]) -> Readers:
    """The models over words and over vectors, trained on these interviews."""
    counts = [np.flatnonzero(sample.count) for sample in chosen]
    target = [sample.target[kept] for sample, kept in zip(chosen, counts, strict=True)]
    said = words.together([sample.described.said.chosen(kept) for sample, kept in zip(chosen, counts, strict=True)])
    vectors = [sample.described.vectors[kept] for sample, kept in zip(chosen, counts, strict=True)]
    by_sense = senses.train(vectors, target, [sample.language for sample in chosen])
    return Readers(_by_words(said, np.concatenate(target)), by_sense)


def _by_words(said: Said, target: NDArray[np.int64]) -> detector.Reader:
    return detector.Reader(
        linear.fit(said.words, target),
        linear.rates(said.verb, target),
        linear.rates(said.thing, target),
        linear.rates(said.both, target, prior=2),
        linear.rates(*_by_meaning(said, target)),
    )


def _by_meaning(said: Said, target: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    pairs = [(bucket(meaning), hit) for means, hit in zip(said.meanings, target, strict=True) for meaning in means]
    return np.array([meaning for meaning, _ in pairs]), np.array([hit for _, hit in pairs])


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the detector."""
    data = [sample for case in cases for sample in samples(case)]
    held_out: dict[Sample, NDArray[np.float64]] = {}
    for fold in folds(sorted({sample.case for sample in data}), INNER):
        others = readers([sample for sample in data if sample.case not in fold])
        held_out |= {sample: others.rows(sample) for sample in data if sample.case in fold}
    ensemble = ensembles.train(
        np.vstack([held_out[sample][sample.count] for sample in data]),
        np.concatenate([sample.target[sample.count] for sample in data]),
        rounds=ROUNDS,
        **TREES,
    )
    store(readers(data), ensemble, folder)


def store(trained: Readers, ensemble: Ensemble, folder: Path) -> None:
    """Writes the detector's archive."""
    reader = trained.by_words
    artefacts.write(
        folder / f"{detector.NAME}.npz",
        threshold=np.array(THRESHOLD),
        **ensemble.tables(),
        **artefacts.prefixed(reader.linear.tables(), "linear"),
        **artefacts.prefixed(reader.verbs.tables(), "verbs"),
        **artefacts.prefixed(reader.things.tables(), "things"),
        **artefacts.prefixed(reader.both.tables(), "both"),
        **artefacts.prefixed(reader.meanings.tables(), "meanings"),
        **artefacts.prefixed(trained.by_sense.tables(), "sense"),
    )
