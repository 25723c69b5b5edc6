"""Requests of which only the answer is told, not what happens without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.model import FactKind, Process, Severity, Task
from interview2flow.model.paths import following

SEVERITY: Final = Severity.DOUBT
WEIGHT: Final = 60
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """What happens when no answer comes? Where a wait is told first: there it has hurt before."""
    requests = tuple(words["requests"])
    open_ended = [task for task in process.tasks if len(following(process, task.id)) == 1]
    for task in sorted(open_ended, key=lambda task: not _waits(task)):
        wait = next((fact.value for fact in task.facts if fact.kind is FactKind.WAIT_TIME), None)
        if wait:
            yield Remark(text=words["ask_wait"].format(step=task.name, wait=wait), about=task.id, evidence=task.evidence)
        elif task.name.casefold().startswith(requests):
            yield Remark(text=words["ask"].format(step=task.name), about=task.id, evidence=task.evidence)


def _waits(task: Task) -> bool:
    return any(fact.kind is FactKind.WAIT_TIME for fact in task.facts)
