"""Gold steps and arrows of each interview, as extraction sees them: what conditions and flow are trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from interview2flow.extraction.order import moved
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.thread import Thread, spin
from models.training.align import tellings
from models.training.cases import Case

START, END = -1, -2
Arrows = dict[tuple[int, int], str]
"""Source and target, each the place of a step, and the condition; empty where there is none."""


@dataclass(frozen=True, eq=False)
class Sample:
    """One interview: its thread over the gold steps told in it, and `arrows` between these by their place, with conditions."""

    case: str
    thread: Thread
    steps: tuple[str, ...]
    arrows: Arrows
    passed: frozenset[tuple[int, int]]  # arrows that pass through steps which this interview does not tell


def reordered(sample: Sample, early: Sequence[int]) -> Sample:
    """The interview with these steps before the ones told before them."""
    thread = moved(sample.thread, early)
    known = {mention.id: place for place, mention in enumerate(thread.mentions)}
    place = {i: known[mention.id] for i, mention in enumerate(sample.thread.mentions)} | {START: START, END: END}
    return Sample(
        sample.case,
        thread,
        tuple(name for _, name in sorted((place[i], name) for i, name in enumerate(sample.steps))),
        {(place[source], place[target]): said for (source, target), said in sample.arrows.items()},
        frozenset((place[source], place[target]) for source, target in sample.passed),
    )


def samples(case: Case) -> list[Sample]:
    """One for each interview of the case that tells any steps."""
    told = tellings(case)
    return [
        _sample(case, number, told) for number in range(len(case.docs)) if any(d == number for t in told.values() for d, _ in t)
    ]


def _sample(case: Case, number: int, told: dict[str, list[tuple[int, int]]]) -> Sample:
    doc = case.docs[number]
    clauses = doc._.clauses
    here = {step: sorted({clause for d, clause in places if d == number}) for step, places in told.items()}
    order = sorted((step for step, places in here.items() if places), key=lambda step: clauses[here[step][0]].head)
    mentions = [Mention(f"s{i}", tuple(here[step]), 1.0) for i, step in enumerate(order, 1)]
    arrows, passed = _contracted(_arrows(case), {step: i for i, step in enumerate(order)})
    return Sample(case.name, spin(doc, clauses, mentions), tuple(order), arrows, passed)


def _arrows(case: Case) -> dict[tuple[str, str], str]:
    """The gold's arrows: `"a > b: condition"`."""
    found = {}
    for arrow in case.gold["flow"]:
        ends, condition = (
            next(iter(arrow.items())) if isinstance(arrow, dict) else (arrow.partition(":")[0], arrow.partition(":")[2])
        )
        source, target = (end.strip() for end in ends.split(">"))
        found[source, target] = str(condition or "").strip()
    return found


def _contracted(
    arrows: dict[tuple[str, str], str], place: dict[str, int]
) -> tuple[dict[tuple[int, int], str], frozenset[tuple[int, int]]]:
    """Arrows between the steps that are told here, through those that are not."""
    after: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for (source, target), condition in arrows.items():
        after[source].append((target, condition))
    ends = {**place, "start": START, "end": END}
    found: dict[tuple[int, int], str] = {}
    passed = set()
    for source in ("start", *place):
        trail, seen = [(source, "", False)], {source}
        while trail:
            node, said, through = trail.pop()
            for target, condition in after[node]:
                heard = said or condition
                if target in ends:
                    arrow = ends[source], ends[target]
                    if arrow not in found:
                        found[arrow] = heard
                        if through:
                            passed.add(arrow)
                elif target not in seen:
                    seen.add(target)
                    trail.append((target, heard, True))
    return found, frozenset(passed)
