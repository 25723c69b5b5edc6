"""Approvals of which only the yes is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.analysis.subject import role
from interview2flow.model import Process, Severity, Task
from interview2flow.model.paths import following

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 75
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """What happens after a no?"""
    approvals, refusals = tuple(words["approvals"]), tuple(words["refusals"])
    for task in process.tasks:
        if task.name.casefold().startswith(approvals) and not _may_refuse(process, task, refusals):
            who = role(process, task)
            text = words["ask_role"].format(step=task.name, role=who) if who else words["ask"].format(step=task.name)
            yield Remark(text=text, about=task.id, evidence=task.evidence)


def _may_refuse(process: Process, task: Task, refusals: tuple[str, ...]) -> bool:
    conditions = [flow.name for path in following(process, task.id) for flow in path.conditions]
    return any(word.startswith(refusals) for condition in conditions for word in condition.casefold().split())
