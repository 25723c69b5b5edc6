"""What two interviews tell differently: who does a step, when, in which order, how long it takes, whether it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.analysis.subject import role
from interview2flow.model import Disagreement, Matter, Process, Provenance, Severity, Task

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 95
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """Which of the two is right? Both are asked, each shown the words of both."""
    tasks = {task.id: task for task in process.tasks}
    for disagreement in process.disagreements:
        task = tasks.get(disagreement.about or "")
        if _still_open(disagreement, task):
            yield from _asked_of_both(disagreement, task, words)
    for same in _same_name(process).values():
        yield from _different_roles(process, same, words)


def _still_open(disagreement: Disagreement, task: Task | None) -> bool:
    """Not where the step is gone, or where the coordinator has said who does it."""
    if disagreement.about is None:
        return True
    return task is not None and not (disagreement.matter is Matter.ACTOR and task.actor is Provenance.EDITED)


def _asked_of_both(disagreement: Disagreement, task: Task | None, words: Words) -> Iterator[Remark]:
    one, other = disagreement.one, disagreement.other
    text = words[disagreement.matter].format(step=task.name if task else "", one=one.text, other=other.text)
    evidence = (*one.evidence, *other.evidence)
    for source in dict.fromkeys(said.source for said in evidence):
        yield Remark(text=text, about=disagreement.about, evidence=evidence, source=source)


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
                text=words["actor"].format(step=first.name, one=mine, other=theirs),
                about=first.id,
                evidence=(*first.evidence, *other.evidence),
            )


def _sources(task: Task) -> set[str]:
    return {evidence.source for evidence in task.evidence}
