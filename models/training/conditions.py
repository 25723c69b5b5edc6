"""Training of what is a condition: passages around each telling that say the same as the gold's arrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from interview2flow.extraction import artefacts
from interview2flow.extraction.conditions.candidates import after, before
from interview2flow.extraction.conditions.features import features
from interview2flow.extraction.conditions.finding import NAME
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.judge import Features, Judge
from models.scoring.comparing import same_condition
from models.training import judging
from models.training.cases import Case
from models.training.threads import END, Sample, samples

ROUNDS = 150


@dataclass(frozen=True)
class Rows:
    """Every passage that could be a condition: its features, whether it is one, and its case."""

    described: list[Features]
    right: list[bool]
    case: list[str]


def rows(told: Sequence[Sample]) -> Rows:
    """The passages around all tellings of these interviews."""
    described, right, case = list[Features](), list[bool](), list[str]()
    for sample in told:
        thread = sample.thread
        for telling in thread.tellings:
            into = [said for (_, target), said in sample.arrows.items() if target == telling.step and said]
            out = [
                said
                for (source, target), said in sample.arrows.items()
                if source == telling.step and said and (target == END or target < source)
            ]
            for found, exit_, golds in ((before(thread, telling), False, into), (after(thread, telling), True, out)):
                for candidate in found:
                    text = wording(thread, candidate)
                    described.append(features(thread, telling, candidate, exit_=exit_))
                    right.append(bool(text) and any(same_condition(text, gold, thread.language) for gold in golds))
                    case.append(sample.case)
    return Rows(described, right, case)


def learn(data: Rows, held_out: Sequence[str] = ()) -> Judge:
    """A judge trained on all cases but those held out."""
    mask = ~np.isin(data.case, list(held_out))
    return judging.train(judging.chosen(data.described, mask), judging.chosen(data.right, mask), rounds=ROUNDS)


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judge."""
    judge = learn(rows([sample for case in cases for sample in samples(case)]))
    artefacts.write(folder / f"{NAME}.npz", **judge.tables())
