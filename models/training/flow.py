"""Training of what follows what; conditions and the state of the drawing come from judges that have not seen the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from interview2flow.extraction import artefacts
from interview2flow.extraction.conditions.finding import likeliest
from interview2flow.extraction.flow.attaching import attach, sources
from interview2flow.extraction.flow.closing import Closing
from interview2flow.extraction.flow.finding import NAME, Judges, scene_of
from interview2flow.extraction.flow.graph import END, START, Growing
from interview2flow.extraction.flow.pairs import Moment, Scene
from interview2flow.extraction.judge import Features, Judge
from models.training import conditions, judging, order
from models.training.cases import Case
from models.training.folds import folds
from models.training.threads import Sample, samples

INNER = 5
DEEP = {"num_leaves": 31, "min_data_in_leaf": 5}
"""Which step comes before another hangs on many things together."""


@dataclass
class Rows:
    """Possible arrows: what speaks for each, whether it is one, and its case."""

    described: list[Features] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    case: list[str] = field(default_factory=list)

    def add(self, features: Features, *, right: bool, case: str) -> None:
        """One more."""
        self.described.append(features)
        self.right.append(right)
        self.case.append(case)

    def learn(self, held_out: Sequence[str] = (), **trees: int) -> Judge:
        """A judge trained on all cases but those held out."""
        mask = ~np.isin(self.case, list(held_out))
        return judging.train(judging.chosen(self.described, mask), judging.chosen(self.right, mask), **trees)


def scenes(told: Sequence[Sample], inner: Sequence[Sequence[str]]) -> list[Scene]:
    """Each interview with conditions as a judge hears them that has not seen its case."""
    data = conditions.rows(told)
    judges = {name: judge for fold in inner for judge in [conditions.learn(data, fold)] for name in fold}
    return [scene_of(sample.thread, likeliest(sample.thread, judges[sample.case])) for sample in told]


def into_rows(told: Sequence[Sample], seen: Sequence[Scene]) -> Rows:
    """Which step leads to the one told now, with the gold's arrows drawn so far."""
    rows = Rows()
    for sample, scene in zip(told, seen, strict=True):
        graph = Growing()
        for telling in scene.thread.tellings:
            if telling.first:
                moment = Moment(scene, graph, telling)
                for source in sources(moment):
                    rows.add(moment.into(source), right=(source, telling.step) in sample.arrows, case=sample.case)
                graph.add(telling.step)
                for source in [START, *range(telling.step)]:
                    if (source, telling.step) in sample.arrows:
                        graph.connect(source, telling.step)
    return rows


def closing_rows(told: Sequence[Sample], seen: Sequence[Scene], judges: dict[str, Judge]) -> tuple[Rows, Rows]:
    """Which step leads back and which ends the work, with the arrows that judges draw who have not seen the case."""
    back, ending = Rows(), Rows()
    for sample, scene in zip(told, seen, strict=True):
        closing = Closing(scene, *attach(scene, judges[sample.case].probabilities))
        for source, target in closing.pairs():
            back.add(closing.back(source, target), right=(source, target) in sample.arrows, case=sample.case)
        for step in closing.steps:
            ending.add(closing.ending(step), right=(step, END) in sample.arrows, case=sample.case)
    return back, ending


def learn(told: Sequence[Sample]) -> Judges:
    """All three judges."""
    inner = folds(sorted({sample.case for sample in told}), INNER)
    told = order.repaired(told, inner)
    seen = scenes(told, inner)
    into = into_rows(told, seen)
    unseen = {name: judge for fold in inner for judge in [into.learn(fold, **DEEP)] for name in fold}
    back, ending = closing_rows(told, seen, unseen)
    return Judges(into.learn(**DEEP), back.learn(rounds=100), ending.learn(rounds=60, num_leaves=6))


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judges."""
    judges = learn([sample for case in cases for sample in samples(case)])
    tables = {
        name: array
        for part, judge in (("into", judges.into), ("back", judges.back), ("ending", judges.ending))
        for name, array in artefacts.prefixed(judge.tables(), part).items()
    }
    artefacts.write(folder / f"{NAME}.npz", **tables)
