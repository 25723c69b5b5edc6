"""Steps that lead nowhere, or that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.model import Process, Severity

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 88
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """What comes after it, what comes before it?"""
    if not process.flows:
        return
    for task in process.tasks:
        if not process.outgoing(task.id):
            yield Remark(text=words["after"].format(step=task.name), about=task.id, evidence=task.evidence)
        if not process.incoming(task.id):
            yield Remark(text=words["before"].format(step=task.name), about=task.id, evidence=task.evidence)
