"""Interviews as the step detector will see them: some steps missed, some made up; so that flow learns to live with it."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.thread import spin
from models.training.threads import END, START, Arrows, Sample

MISSED, MADE_UP = 0.12, 0.15
"""Shares of the steps, about as the detector errs on interviews that it has not seen."""


def noisy(sample: Sample, *, seed: int = 1) -> Sample:
    """The interview with steps left out and others put in; the same for the same seed."""
    chance = random.Random(zlib.crc32(f"{sample.case} {seed}".encode()))
    arrows = dict(sample.arrows)
    tellings = {place: mention.tellings for place, mention in enumerate(sample.thread.mentions)}
    for place in [place for place in tellings if chance.random() < MISSED]:
        if len(tellings) > 1:
            del tellings[place]
            arrows = _without(arrows, place)
    wrong = _others(sample, chance, round(len(sample.steps) * MADE_UP))
    for number, clause in enumerate(wrong, len(sample.steps)):
        before = _told_before(sample, tellings, clause)
        tellings[number] = (clause.index,)
        arrows = _with(arrows, number, before)
    return _renumbered(sample, tellings, arrows)


def _others(sample: Sample, chance: random.Random, count: int) -> list[Clause]:
    """Clauses that look a little like steps and are none."""
    thread = sample.thread
    possible = [
        clause
        for clause in thread.clauses
        if clause.index not in thread.told and not clause.asked and not clause.mark and thread.tree.pos[clause.head] == "VERB"
    ]
    return sorted(chance.sample(possible, min(count, len(possible))), key=lambda clause: clause.head)


def _told_before(sample: Sample, tellings: dict[int, tuple[int, ...]], clause: Clause) -> int:
    heads = {sample.thread.clauses[indices[0]].head: place for place, indices in tellings.items()}
    return next((heads[head] for head in sorted(heads, reverse=True) if head < clause.head), START)


def _without(arrows: Arrows, step: int) -> Arrows:
    """The arrows through a missed step run on to what follows it."""
    into = {source: said for (source, target), said in arrows.items() if target == step and source != step}
    out = {target: said for (source, target), said in arrows.items() if source == step and target != step}
    kept = {arrow: said for arrow, said in arrows.items() if step not in arrow}
    joined = {(source, target): said or then for source, said in into.items() for target, then in out.items()}
    return joined | kept


def _with(arrows: Arrows, step: int, before: int) -> Arrows:
    """A made-up step stands on an arrow out of the step told before it, on the one to what is told next where there is one."""
    ways = sorted((target for source, target in arrows if source == before), key=lambda target: (target < before, target))
    if not ways:
        return arrows | {(before, step): ""}
    said = arrows[before, ways[0]]
    kept = {arrow: condition for arrow, condition in arrows.items() if arrow != (before, ways[0])}
    return kept | {(before, step): said, (step, ways[0]): ""}


def _renumbered(sample: Sample, tellings: dict[int, tuple[int, ...]], arrows: Arrows) -> Sample:
    thread = sample.thread
    order = sorted(tellings, key=lambda place: thread.clauses[tellings[place][0]].head)
    place = {old: new for new, old in enumerate(order)} | {START: START, END: END}
    names = dict(enumerate(sample.steps))
    mentions = [Mention(f"s{i}", tellings[old], 1.0) for i, old in enumerate(order, 1)]
    return Sample(
        sample.case,
        spin(thread.doc, thread.clauses, mentions),
        tuple(names.get(old, "") for old in order),
        {(place[a], place[b]): said for (a, b), said in arrows.items() if a in place and b in place},
        frozenset(),
    )


def with_noise(told: Sequence[Sample]) -> list[Sample]:
    """The interviews as they are, and as they will be seen."""
    return [*told, *(noisy(sample) for sample in told)]
