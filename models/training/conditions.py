"""Training of what is a condition: passages around each telling that say the same as the gold's arrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import artefacts
from interview2flow.extraction.conditions import features
from interview2flow.extraction.conditions.features import NAMES, Site
from interview2flow.extraction.conditions.finding import NAME, around
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.judge import Judge
from models.scoring.comparing import same_condition
from models.training import boosting, judging
from models.training.cases import Case
from models.training.threads import END, Sample, samples

ROUNDS: Final = 80
TREES: dict[str, Any] = {**judging.TREES, "learning_rate": 0.1}


@dataclass(frozen=True)
class Rows:
    """Every passage that could be a condition: a row of features, whether it is one, and its case."""

    table: NDArray[np.float64]
    right: list[bool]
    case: list[str]


def rows(told: Sequence[Sample]) -> Rows:
    """The passages around all tellings of these interviews."""
    tables, right, case = [np.zeros((0, len(NAMES)))], list[bool](), list[str]()
    for sample in told:
        sites = around(sample.thread)
        tables.append(features.rows(sample.thread, sites))
        right += [_right(sample, site) for site in sites]
        case += [sample.case] * len(sites)
    return Rows(np.vstack(tables), right, case)


def _right(sample: Sample, site: Site) -> bool:
    """Whether the passage says the same as an arrow into the step; or out of it to the end or back."""
    step, language = site.telling.step, sample.thread.language
    golds = [
        said
        for (source, target), said in sample.arrows.items()
        if said and (source == step and (target == END or target < source) if site.exit else target == step)
    ]
    text = wording(sample.thread, site.passage) if golds else ""
    return bool(text) and any(same_condition(text, gold, language) for gold in golds)


def learn(data: Rows, held_out: Sequence[str] = ()) -> Judge:
    """A judge trained on all cases but those held out."""
    mask = ~np.isin(data.case, list(held_out))
    trees = boosting.train(data.table[mask], np.array(data.right)[mask].astype(int), rounds=ROUNDS, **TREES)
    return Judge(Ensemble(trees), {name: column for column, name in enumerate(NAMES)})


def train(cases: Sequence[Case], folder: Path) -> None:
    """Trains on these cases and stores the judge."""
    judge = learn(rows([sample for case in cases for sample in samples(case)]))
    artefacts.write(folder / f"{NAME}.npz", **judge.tables())
