"""What hurts, in the words of those who do the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.model import FactKind, Process, Severity

SEVERITY: Final = Severity.NOTE
WEIGHT: Final = 40
ASKS: Final = False


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """Complaints, at the step they were told with."""
    for task in process.tasks:
        for fact in task.facts:
            if fact.kind is FactKind.COMPLAINT:
                evidence = (fact.evidence,) if fact.evidence else task.evidence
                yield Remark(text=words["note"].format(step=task.name, complaint=fact.value), about=task.id, evidence=evidence)
