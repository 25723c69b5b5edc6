"""Steps that nobody is said to do: "it gets signed"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.model import Process, Severity

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 90
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """Who does it?"""
    for task in process.tasks:
        lane = process.lane_of(task)
        if (lane is not None and not lane.named) or (lane is None and process.lanes):
            yield Remark(text=words["ask"].format(step=task.name), about=task.id, evidence=task.evidence)
