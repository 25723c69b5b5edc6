"""Training of what follows what; conditions and the state of the drawing come from judges that have not seen the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.conditions.finding import likeliest
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.flow.attaching import attach, sources
from interview2flow.extraction.flow.closing import Back, Closing, Ending
from interview2flow.extraction.flow.finding import NAME, Judges, into_by, scene_of
from interview2flow.extraction.flow.graph import END, START, Growing
from interview2flow.extraction.flow.moment import COLUMNS, Moment, said
from interview2flow.extraction.flow.scene import Scene
from interview2flow.extraction.flow.sheet import Rows, Sheet, columns
from interview2flow.extraction.judge import Judge
from models.training import boosting, conditions, networks, order
from models.training.cases import Case
from models.training.folds import folds
from models.training.judging import TREES
from models.training.threads import Sample, samples

INNER = 5
BACK: dict[str, Any] = {"rounds": 100}
ENDING: dict[str, Any] = {"rounds": 60, "num_leaves": 6}


@dataclass
class Examples:
    """Possible arrows in the columns of a judge: what speaks for each, whether it is one, and its case."""

    place: Mapping[str, int]
    rows: list[Rows] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    case: list[str] = field(default_factory=list)

    def add(self, rows: Rows, right: Sequence[bool], case: str) -> None:
        """More of them, of one case."""
        self.rows.append(rows)
        self.right += right
        self.case += [case] * len(right)

    def learn(self, train: Callable[[Rows, NDArray[np.int64]], Ensemble], held_out: Sequence[str] = ()) -> Judge:
        """A judge trained on all cases but those held out."""
        mask = ~np.isin(self.case, list(held_out))
        return Judge(train(np.vstack(self.rows)[mask], np.array(self.right, dtype=np.int64)[mask]), self.place)


def scenes(told: Sequence[Sample], inner: Sequence[Sequence[str]]) -> list[Scene]:
    """Each interview with conditions as a judge hears them that has not seen its case."""
    data = conditions.rows(told)
    judges = {name: judge for fold in inner for judge in [conditions.learn(data, fold)] for name in fold}
    return [scene_of(sample.thread, likeliest(sample.thread, judges[sample.case])) for sample in told]


def into_examples(told: Sequence[Sample], seen: Sequence[Scene]) -> Examples:
    """Which step leads to the one told now, with the gold's arrows drawn so far."""
    parts = [said(scene) for scene in seen]
    examples = Examples(columns(parts, COLUMNS))
    for sample, scene, part in zip(told, seen, parts, strict=True):
        graph, sheet = Growing(), Sheet(examples.place, part, COLUMNS)
        for telling in scene.thread.tellings:
            if telling.first:
                moment = Moment(scene, graph, telling)
                possible = sources(moment)
                right = [(source, telling.step) in sample.arrows for source in possible]
                examples.add(moment.rows(sheet, possible), right, sample.case)
                graph.add(telling.step)
                for source in [START, *range(telling.step)]:
                    if (source, telling.step) in sample.arrows:
                        graph.connect(source, telling.step)
    return examples


def closing_examples(told: Sequence[Sample], seen: Sequence[Scene], judges: Mapping[str, Judge]) -> tuple[Examples, Examples]:
    """Which step leads back and which ends the work, with the arrows that judges draw who have not seen the case."""
    closings = [
        Closing(scene, *attach(scene, into_by(judges[sample.case], scene))) for sample, scene in zip(told, seen, strict=True)
    ]
    backs = Examples(columns([closing.said() for closing in closings], Back._fields))
    ends = Examples(columns([closing.said_of_ends() for closing in closings], Ending._fields))
    for sample, closing in zip(told, closings, strict=True):
        rows = closing.back_rows(Sheet(backs.place, closing.said(), Back._fields))
        backs.add(rows, [pair in sample.arrows for pair in closing.pairs], sample.case)
        rows = closing.ending_rows(Sheet(ends.place, closing.said_of_ends(), Ending._fields))
        ends.add(rows, [(step, END) in sample.arrows for step in closing.steps], sample.case)
    return backs, ends


def learn(told: Sequence[Sample]) -> Judges:
    """All three judges."""
    inner = folds(sorted({sample.case for sample in told}), INNER)
    told = order.repaired(told, inner)
    return judges_of(told, scenes(told, inner), inner)


def judges_of(told: Sequence[Sample], seen: Sequence[Scene], inner: Sequence[Sequence[str]]) -> Judges:
    """The same, of interviews whose conditions have been heard."""
    into = into_examples(told, seen)
    unseen = {name: judge for fold in inner for judge in [into.learn(_networks, fold)] for name in fold}
    backs, ends = closing_examples(told, seen, unseen)
    return Judges(into.learn(_networks), backs.learn(partial(_trees, **BACK)), ends.learn(partial(_trees, **ENDING)))


def _networks(rows: Rows, right: NDArray[np.int64]) -> Ensemble:
    """Quick in asking about a few arrows at a time, as a drawing grows: trees of the same worth take six times as long."""
    return Ensemble(networks=networks.train(rows, right))


def _trees(rows: Rows, right: NDArray[np.int64], **trees: Any) -> Ensemble:
    return Ensemble(boosting.train(rows, right, **{**TREES, **trees}))


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judges."""
    judges = learn([sample for case in cases for sample in samples(case)])
    tables = {
        name: array
        for part, judge in (("into", judges.into), ("back", judges.back), ("ending", judges.ending))
        for name, array in artefacts.prefixed(judge.tables(), part).items()
    }
    artefacts.write(folder / f"{NAME}.npz", **tables)
