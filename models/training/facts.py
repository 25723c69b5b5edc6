"""Training of the facts: which noun, duration or passage told near a step is one of its facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts, lexical
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.facts import complaints, durations, judge, things
from interview2flow.extraction.facts.story import Story, story
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import FactKind
from models.scoring.wording import alike, contained
from models.training import align, boosting, linear
from models.training.cases import Case, as_list
from models.training.folds import folds

INNER: Final = 4
SAME: Final = 0.5
"""So alike, a candidate and a gold fact are the same."""
TREES: dict[str, Any] = {
    "learning_rate": 0.1,
    "num_leaves": 12,
    "min_data_in_leaf": 18,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2,
}
ROUNDS: Final = 60
THRESHOLDS: Final = {
    FactKind.SYSTEM: 0.3,
    FactKind.DOCUMENT: 0.33,
    FactKind.WORK_TIME: 0.32,
    FactKind.WAIT_TIME: 0.3,
    FactKind.COMPLAINT: 0.22,
}


@dataclass
class Candidates:
    """What may be a fact in one case: rows, words, step, value and nearness by candidate."""

    rows: list[NDArray[np.float64]] = field(default_factory=list)
    spoken: list[list[str]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    nearness: list[float] = field(default_factory=list)

    @property
    def table(self) -> NDArray[np.float64]:
        """All rows."""
        return np.vstack(self.rows)


def gold(step: dict[str, Any], kind: FactKind) -> list[str]:
    """The gold facts of one kind."""
    takes = step.get("takes") or {}
    values = {
        FactKind.SYSTEM: step.get("uses"),
        FactKind.DOCUMENT: step.get("documents"),
        FactKind.WORK_TIME: takes.get("work"),
        FactKind.WAIT_TIME: takes.get("wait"),
        FactKind.COMPLAINT: step.get("pain"),
    }
    return [str(value) for value in as_list(values[kind])]


def stories(case: Case) -> list[tuple[list[str], Story]]:
    """By interview, the gold steps told in it and its story with them."""
    told = align.tellings(case)
    found = []
    for number, doc in enumerate(case.docs):
        steps = [step for step, places in told.items() if any(place == number for place, _ in places)]
        mentions = [Mention(step, tuple(sorted(c for place, c in told[step] if place == number)), 1.0) for step in steps]
        found.append((steps, story(doc, doc._.clauses, mentions)))
    return found


def candidates(case: Case, kind: FactKind) -> Candidates:
    """What may be a fact of this kind."""
    made = Candidates()
    for steps, here in stories(case):
        if kind in things.KINDS:
            nouns, rows = things.Things(here).rows()
            made.spoken += [thing.words for thing in nouns]
            made.steps += [steps[thing.step] for thing in nouns]
            made.values += [thing.value for thing in nouns]
            made.nearness += (rows[:, : len(things.PAIR)] @ -things.WEIGHTS).tolist()
        elif kind in durations.KINDS:
            times = durations.Durations(here)
            timings, rows = times.rows()
            made.spoken += times.spoken(timings)
            made.steps += [steps[timing.step] for timing in timings]
            made.values += [here.doc[t.duration.start : t.duration.end].text for t in timings]
            made.nearness += [0.0] * len(timings)
        else:
            passages = complaints.Complaints(here)
            said, rows = passages.rows()
            made.spoken += passages.spoken(said)
            made.steps += [steps[complaint.step] for complaint in said]
            made.values += [here.doc[c.passage.start : c.passage.end].text for c in said]
            made.nearness += [0.0] * len(said)
        made.rows.append(rows)
    return made


def targets(case: Case, kind: FactKind, made: Candidates) -> NDArray[np.int64]:
    """Which candidates are right: for each gold fact the most alike one, the nearest of equals (all of them for passages)."""
    right = np.zeros(len(made.values), dtype=np.int64)
    for name, step in case.steps.items():
        for value in gold(step, kind):
            fits = [
                (
                    max(alike(made.values[i], value, case.language), contained(made.values[i], value, case.language)),
                    made.nearness[i],
                    i,
                )
                for i, about in enumerate(made.steps)
                if about == name
            ]
            fits = [fit for fit in fits if fit[0] >= SAME]
            if fits:
                best = max(fits)
                right[[i for like, near, i in fits if (like, near) == best[:2]]] = 1
    return right


def train_kind(cases: Sequence[Case], kind: FactKind) -> judge.Judge:
    """The judge of one kind: words first, then trees over the words' held-out scores and everything else."""
    made = [candidates(case, kind) for case in cases]
    right = [targets(case, kind, each) for case, each in zip(cases, made, strict=True)]
    names = [case.name for case in cases]

    def words(chosen: list[int]) -> lexical.Linear:
        return linear.train([said for i in chosen for said in made[i].spoken], np.concatenate([right[i] for i in chosen]))

    by_words: dict[int, NDArray[np.float64]] = {}
    for fold in folds(names, INNER):
        reader = words([i for i, name in enumerate(names) if name not in fold])
        for i, name in enumerate(names):
            if name in fold:
                by_words[i] = np.array([reader.score(said) for said in made[i].spoken])
    table = np.vstack([np.column_stack([each.table, by_words[i]]) for i, each in enumerate(made)])
    trees = boosting.train(table, np.concatenate(right), rounds=ROUNDS, **TREES)
    return judge.Judge(words(list(range(len(names)))), Ensemble(trees), THRESHOLDS[kind])


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores all judges."""
    tables: dict[str, NDArray[Any]] = {}
    for kind in FactKind:
        trained = train_kind(cases, kind)
        own = {
            "threshold": np.array(trained.threshold),
            **artefacts.prefixed(trained.words.tables(), "words"),
            **trained.ensemble.tables(),
        }
        tables |= artefacts.prefixed(own, kind.name)
    artefacts.write(folder / f"{judge.NAME}.npz", **tables)
