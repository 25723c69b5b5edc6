"""Training of the step detector: models over words first, then trees over grammar and the words' held-out scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.frame import frames
from interview2flow.extraction.lexical import bucket
from interview2flow.extraction.steps import detector, features, words
from interview2flow.extraction.steps.words import Said
from interview2flow.extraction.tree import tree_of
from models.training import align, boosting, linear, retold
from models.training.cases import Case
from models.training.folds import folds

INNER = 5
ROUNDS = 160
TREES: dict[str, Any] = {
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2,
}
THRESHOLD = 0.48


@dataclass(frozen=True)
class Rows:
    """All clauses of some cases: grammar, words, whether each is a step (`target`), counts at all (`weight`), and its case."""

    grammar: NDArray[np.float64]
    said: Said
    target: NDArray[np.int64]
    weight: NDArray[np.float64]
    case: NDArray[np.str_]


def rows(cases: Sequence[Case]) -> Rows:
    """The clauses of these cases; those beside a step's own clause in its quote, and unquoted retellings, weigh nothing."""
    grammar, said, target, weight, names = [], [], [], [], []
    for case in cases:
        aligned = align.align(case)
        told = {(found.doc, found.clause) for found in aligned if found.step is not None}
        unclear = align.beside(case, aligned) | retold.retold(case).keys()
        for number, doc in enumerate(case.docs):
            clauses = doc._.clauses
            parts = frames(doc, clauses)
            grammar.append(features.clause_features(doc, clauses, parts))
            said.append(words.said(tree_of(doc), clauses, parts, case.language))
            target += [int((number, clause.index) in told) for clause in clauses]
            weight += [float((number, clause.index) not in unclear) for clause in clauses]
            names += [case.name] * len(clauses)
    return Rows(np.vstack(grammar), words.together(said), np.array(target), np.array(weight), np.array(names))


def read_words(data: Rows, chosen: NDArray[np.int64]) -> detector.Reader:
    """The models over words, trained on the chosen rows."""
    chosen = chosen[data.weight[chosen] > 0]
    said, target = data.said.chosen(chosen), data.target[chosen]
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
    data = rows(cases)
    everything = np.arange(len(data.target))
    by_words = np.zeros((len(everything), len(detector.LEXICAL)))
    for fold in folds(sorted(set(data.case)), INNER):
        held = np.isin(data.case, fold)
        reader = read_words(data, everything[~held])
        by_words[held] = reader.rows(data.said.chosen(everything[held]))
    trees = boosting.train(np.hstack([data.grammar, by_words]), data.target, rounds=ROUNDS, weights=data.weight, **TREES)
    reader = read_words(data, everything)
    artefacts.write(
        folder / f"{detector.NAME}.npz",
        threshold=np.array(THRESHOLD),
        **artefacts.prefixed(trees.tables(), "forest"),
        **artefacts.prefixed(reader.linear.tables(), "linear"),
        **artefacts.prefixed(reader.verbs.tables(), "verbs"),
        **artefacts.prefixed(reader.things.tables(), "things"),
        **artefacts.prefixed(reader.both.tables(), "both"),
        **artefacts.prefixed(reader.meanings.tables(), "meanings"),
    )
