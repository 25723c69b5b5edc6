"""Steps at which the work lies still for long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.languages.quantities import hours
from interview2flow.model import FactKind, Process, Severity

SEVERITY: Final = Severity.NOTE
WEIGHT: Final = 50
ASKS: Final = False

LONG: Final = 24.0
"""Hours: a day's wait is felt by whoever waits."""


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """How long the work waits, and for what; the longest wait first."""
    waits = [
        (hours(fact.value, process.language) or 0.0, task, fact)
        for task in process.tasks
        for fact in task.facts
        if fact.kind is FactKind.WAIT_TIME
    ]
    for length, task, fact in sorted(waits, key=lambda wait: -wait[0]):
        if length >= LONG:
            yield Remark(
                text=words["note"].format(step=task.name, wait=fact.value),
                about=task.id,
                evidence=(fact.evidence,) if fact.evidence else task.evidence,
            )
