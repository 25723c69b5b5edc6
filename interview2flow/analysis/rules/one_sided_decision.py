"""Decisions of which only one branch is told: "if she signs it off, I open the account"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import networkx as nx

from interview2flow.analysis.remark import Remark, Words
from interview2flow.analysis.subject import deciding_step
from interview2flow.model import Event, Gateway, GatewayKind, Process, SequenceFlow, Severity

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 85
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """What happens otherwise?"""
    for flow in process.flows:
        if flow.name and _alone(process, flow):
            yield _remark(process, flow, words)


def _alone(process: Process, flow: SequenceFlow) -> bool:
    """Whether nothing is told for the case that the condition does not hold."""
    source = process.node(flow.source)
    if isinstance(source, Event):
        return False  # what sets the process off has no other side
    others = [other for other in process.outgoing(source.id) if other.id != flow.id]
    if not others:
        return True
    choice = isinstance(source, Gateway) and source.kind is GatewayKind.EXCLUSIVE
    return choice and not any(other.name for other in others) and not any(_rejoins(process, flow, other) for other in others)


def _rejoins(process: Process, flow: SequenceFlow, other: SequenceFlow) -> bool:
    """Whether the other arrow only leads past the conditioned step to what comes after it anyway."""
    return nx.has_path(process.graph, flow.target, other.target)


def _remark(process: Process, flow: SequenceFlow, words: Words) -> Remark:
    source = process.node(flow.source)
    step = deciding_step(process, source) if isinstance(source, Gateway) else source
    evidence = flow.evidence or (getattr(step, "evidence", ()))
    if step is None:
        return Remark(text=words["ask"].format(condition=flow.name), about=source.id, evidence=evidence)
    return Remark(text=words["ask_after"].format(condition=flow.name, step=step.name), about=step.id, evidence=evidence)
