"""What two interviews tell differently: who does a step, or how long it takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.analysis.subject import role
from interview2flow.model import Fact, FactKind, Process, Severity, Task

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 95
ASKS: Final = True

TIMES: Final = (FactKind.WORK_TIME, FactKind.WAIT_TIME)


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """Which of the two is right?"""
    for tasks in _same_name(process).values():
        yield from _different_roles(process, tasks, words)
    for task in process.tasks:
        for kind in TIMES:
            yield from _different_times(task, [fact for fact in task.facts if fact.kind is kind], words)


def _same_name(process: Process) -> dict[str, list[Task]]:
    by_name: defaultdict[str, list[Task]] = defaultdict(list)
    for task in process.tasks:
        by_name[task.name.casefold()].append(task)
    return by_name


def _different_roles(process: Process, tasks: list[Task], words: Words) -> Iterator[Remark]:
    first = tasks[0]
    for other in tasks[1:]:
        mine, theirs = role(process, first), role(process, other)
        if mine and theirs and mine != theirs and _sources(first).isdisjoint(_sources(other)):
            yield Remark(
                text=words["who"].format(step=first.name, one=mine, other=theirs),
                about=first.id,
                evidence=(*first.evidence, *other.evidence),
            )


def _different_times(task: Task, facts: list[Fact], words: Words) -> Iterator[Remark]:
    told = {fact.evidence.source: fact for fact in reversed(facts) if fact.evidence}
    values = list(dict.fromkeys(fact.value for fact in reversed(told.values())))
    if len(values) > 1:
        yield Remark(
            text=words["time"].format(step=task.name, one=values[0], other=values[1]),
            about=task.id,
            evidence=tuple(fact.evidence for fact in reversed(told.values()) if fact.evidence),
        )


def _sources(task: Task) -> set[str]:
    return {evidence.source for evidence in task.evidence}
