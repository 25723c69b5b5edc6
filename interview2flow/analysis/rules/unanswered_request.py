"""Requests of which only the answer is told, not what happens without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.languages.quantities import hours
from interview2flow.model import FactKind, Process, Severity, Task
from interview2flow.model.paths import following

SEVERITY: Final = Severity.DOUBT
WEIGHT: Final = 60
ASKS: Final = True

A_DAY: Final = 24.0
"""Hours: what comes within a day needs nobody to follow it up."""


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """What happens when no answer comes? Where a wait is told first: there it has hurt before."""
    requests = tuple(words["requests"])
    open_ended = [task for task in process.tasks if len(following(process, task.id)) == 1]
    waits = {task.id: _long_wait(task, process.language) for task in open_ended}
    for task in sorted(open_ended, key=lambda task: waits[task.id] is None):
        if wait := waits[task.id]:
            yield Remark(text=words["ask_wait"].format(step=task.name, wait=wait), about=task.id, evidence=task.evidence)
        elif task.name.casefold().startswith(requests):
            yield Remark(text=words["ask"].format(step=task.name), about=task.id, evidence=task.evidence)


def _long_wait(task: Task, language: str) -> str | None:
    waits = (fact.value for fact in task.facts if fact.kind is FactKind.WAIT_TIME)
    return next((wait for wait in waits if (hours(wait, language) or 0.0) > A_DAY), None)
