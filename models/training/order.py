"""Training of what is told in the wrong order: neighbours in the telling whose work runs the other way in the gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import numpy as np

from interview2flow.assembly.order import Course
from interview2flow.extraction import artefacts
from interview2flow.extraction.judge import Features, Judge
from interview2flow.extraction.order import BEFORE, NAME, features, neighbours
from interview2flow.model import START
from models.training import judging
from models.training.cases import Case
from models.training.threads import Sample, reordered, samples


@dataclass(frozen=True)
class Rows:
    """Neighbours in the telling: what speaks for turning them round, whether to, and the case of each."""

    described: list[Features]
    right: list[bool]
    case: list[str]


def rows(told: Sequence[Sample]) -> Rows:
    """All neighbours in these interviews."""
    data = Rows([], [], [])
    for sample in told:
        onward = forward(sample)
        for earlier, later in neighbours(sample.thread):
            data.described.append(features(sample.thread, earlier, later))
            data.right.append(str(earlier.step) in nx.descendants(onward, str(later.step)))
            data.case.append(sample.case)
    return data


def forward(sample: Sample) -> nx.DiGraph[str]:
    """The gold's arrows without those that lead back."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from([START, *map(str, range(len(sample.steps)))])
    graph.add_edges_from((str(source) if source >= 0 else START, str(target)) for source, target in sample.arrows if target >= 0)
    return nx.DiGraph(Course.of(graph).onward)


def learn(data: Rows, held_out: Sequence[str] = ()) -> Judge:
    """A judge trained on all cases but those held out."""
    mask = ~np.isin(data.case, list(held_out))
    return judging.train(
        judging.chosen(data.described, mask),
        judging.chosen(data.right, mask),
        rounds=150,
        num_leaves=8,
        min_data_in_leaf=5,
        lambda_l2=1,
    )


def corrected(sample: Sample, judge: Judge) -> Sample:
    """The interview in the order that a judge puts right."""
    told = list(neighbours(sample.thread))
    likely = judge.probabilities([features(sample.thread, earlier, later) for earlier, later in told])
    return reordered(sample, [later.step for (_, later), p in zip(told, likely, strict=True) if p >= BEFORE])


def repaired(told: Sequence[Sample], inner: Sequence[Sequence[str]]) -> list[Sample]:
    """The interviews in the order that judges put right who have not seen the case."""
    data = rows(told)
    judges = {name: judge for fold in inner for judge in [learn(data, fold)] for name in fold}
    return [corrected(sample, judges[sample.case]) for sample in told]


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judge."""
    judge = learn(rows([sample for case in cases for sample in samples(case)]))
    artefacts.write(folder / f"{NAME}.npz", **judge.tables())
