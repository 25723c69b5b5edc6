"""Arrows that were concluded without words for them, and with little to go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.model import Process, Provenance, Severity, Task

SEVERITY: Final = Severity.DOUBT
WEIGHT: Final = 40
ASKS: Final = True

DOUBTFUL: Final = 0.5
"""Below this an arrow is as likely wrong as right."""


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """Does the one come right after the other? The most doubtful first."""
    doubtful = [f for f in process.flows if f.provenance is Provenance.INFERRED and f.confidence < DOUBTFUL]
    for flow in sorted(doubtful, key=lambda flow: flow.confidence):
        source, target = process.node(flow.source), process.node(flow.target)
        if isinstance(source, Task) and isinstance(target, Task):
            yield Remark(
                text=words["ask"].format(first=source.name, then=target.name),
                about=flow.id,
                evidence=(*source.evidence[:1], *target.evidence[:1]),
            )
