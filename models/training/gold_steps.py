"""Flow and decisions given the gold's steps: `python -m models.training.gold_steps`, held out by subject.

What is lost here is lost by order and conditions alone, not by steps that were missed or made up.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interview2flow.extraction.conditions.finding import likeliest
from interview2flow.extraction.flow.finding import relations, scene_of
from interview2flow.model import Relation
from models.scoring.comparing import f1, same_condition
from models.training import cases, conditions, flow, order
from models.training.folds import folds
from models.training.threads import Sample, samples


@dataclass(frozen=True)
class Score:
    """F1 of the arrows and of those with a condition that says the same, for one interview."""

    flow: float
    decisions: float


def main() -> None:
    """Trains on nine tenths, draws the others, ten times; prints both scores by language."""
    told = [sample for name in cases.names() for sample in samples(cases.load(name))]
    scores: dict[str, list[Score]] = {"all": []}
    for fold in folds(cases.names(), 10):
        for sample, score in held_out(told, fold):
            for group in ("all", sample.case[:2]):
                scores.setdefault(group, []).append(score)
        print(".", end="", file=sys.stderr, flush=True)
    for group, found in scores.items():
        print(f"{group:4} flow {np.mean([s.flow for s in found]):.3f}  decisions {np.mean([s.decisions for s in found]):.3f}")


def held_out(told: Sequence[Sample], fold: Sequence[str]) -> list[tuple[Sample, Score]]:
    """The scores of a fold's interviews, drawn by what was learned from the others."""
    training = [sample for sample in told if sample.case not in fold]
    ordering, hearing = order.learn(order.rows(training)), conditions.learn(conditions.rows(training))
    judges = flow.learn(training)
    found = []
    for sample in told:
        if sample.case in fold:
            right = order.corrected(sample, ordering)
            scene = scene_of(right.thread, likeliest(right.thread, hearing))
            found.append((right, compare(right, relations(scene, judges))))
    return found


def compare(sample: Sample, drawn: Sequence[Relation]) -> Score:
    """Arrows and conditions against the gold's."""
    ids = {"start": -1, "end": -2} | {mention.id: place for place, mention in enumerate(sample.thread.mentions)}
    arrows = {(ids[r.source], ids[r.target]): r.condition.text if r.condition else "" for r in drawn}
    asked = {arrow for arrow, said in sample.arrows.items() if said}
    given = {arrow for arrow, said in arrows.items() if said}
    kept = sum(same_condition(arrows[a], sample.arrows[a], sample.thread.language) for a in asked & given)
    shared = len(set(arrows) & set(sample.arrows))
    return Score(f1(shared, len(arrows), len(sample.arrows)), f1(kept, len(given), len(asked)))


if __name__ == "__main__":
    main()
