"""Drawing anew what follows what, when it was said in a table rather than with arrows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from interview2flow.editing.identifiers import fresh
from interview2flow.editing.steps import add_step
from interview2flow.editing.ways import bridge, connect, without_idle_gateways
from interview2flow.model import (
    Event,
    EventKind,
    Gateway,
    GatewayKind,
    Node,
    Process,
    Provenance,
    SequenceFlow,
    Task,
)

Way = tuple[str | None, str]
"""The step that a way leads to, None for the end, and its condition."""


def lead(process: Process, task_id: str, ways: Sequence[Way]) -> Process:
    """Draws the ways out of a step anew: one arrow, or a decision where there are conditions, or parallel work."""
    process = _loosened(process, task_id)
    if len(ways) > 1:
        process, source = _split(process, task_id, conditioned=any(when for _, when in ways))
    else:
        source = task_id
    for target, when in ways:
        process, end = (process, target) if target else _end(process, task_id)
        process = connect(process, source, end, when=when)
    return without_idle_gateways(without_loose_ends(process))


def insert(process: Process, name: str, *, after: str | None) -> tuple[Process, str]:
    """A new step behind another one, or at the start; gives its id, too."""
    before = after or next((node.id for node in process.nodes if _starts(node)), None)
    if before is None:
        task = Task(id=fresh(process, "Activity", name), name=name, provenance=Provenance.EDITED, actor=Provenance.INFERRED)
        return replace(process, nodes=(*process.nodes, task), diagram=None), task.id
    known = {node.id for node in process.nodes}
    process = add_step(process, name, after=before)
    return process, next(node.id for node in process.nodes if node.id not in known)


def move(process: Process, node_id: str, *, after: str | None) -> Process:
    """Takes a step out of its place, and puts it behind another one, or at the start."""
    node = process.node(node_id)
    before = after or next((other.id for other in process.nodes if _starts(other)), None)
    if before is None:
        return process
    flows = bridge(process, node_id)
    rest = tuple(other for other in process.nodes if other.id != node_id)
    handed = tuple(replace(flow, source=node_id) if flow.source == before else flow for flow in flows)
    place = next(index for index, other in enumerate(rest) if other.id == before) + 1
    moved = replace(process, nodes=(*rest[:place], node, *rest[place:]), flows=handed, diagram=None)
    arrow = SequenceFlow(id=fresh(moved, "Flow"), source=before, target=node_id, provenance=Provenance.EDITED)
    return without_idle_gateways(replace(moved, flows=(*handed, arrow)))


def moves(now: Sequence[str], wanted: Sequence[str]) -> list[tuple[str | None, str]]:
    """The fewest steps to move to get from one order to another: each with the one it comes to stand behind."""
    place = {step: index for index, step in enumerate(now)}
    staying = _longest_rising([place[step] for step in wanted])
    above = (None, *wanted)
    return [(above[index], step) for index, step in enumerate(wanted) if place[step] not in staying]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _loosened(process: Process, task_id: str) -> Process:
    """Without the arrows out of a step, and without the gateways that only they led to."""
    flows = tuple(flow for flow in process.flows if flow.source != task_id)
    process = replace(process, flows=flows, diagram=None)
    while lost := {node.id for node in process.nodes if isinstance(node, Gateway) and not process.incoming(node.id)}:
        nodes = tuple(node for node in process.nodes if node.id not in lost)
        process = replace(process, nodes=nodes, flows=tuple(f for f in process.flows if not lost & {f.source, f.target}))
    return process


def _split(process: Process, task_id: str, *, conditioned: bool) -> tuple[Process, str]:
    kind = GatewayKind.EXCLUSIVE if conditioned else GatewayKind.PARALLEL
    task = process.node(task_id)
    gateway = Gateway(id=fresh(process, "Gateway"), kind=kind, lane=task.lane, provenance=Provenance.EDITED)
    place = process.nodes.index(task) + 1
    nodes = (*process.nodes[:place], gateway, *process.nodes[place:])
    return connect(replace(process, nodes=nodes, diagram=None), task_id, gateway.id), gateway.id


def _end(process: Process, task_id: str) -> tuple[Process, str]:
    found = next((node.id for node in process.nodes if _ends(node)), None)
    if found:
        return process, found
    event = Event(id=fresh(process, "Event"), kind=EventKind.END, lane=process.node(task_id).lane, provenance=Provenance.EDITED)
    return replace(process, nodes=(*process.nodes, event), diagram=None), event.id


def without_loose_ends(process: Process) -> Process:
    """Takes end events away that nothing leads to any more, where another one is left."""
    ends = [node for node in process.nodes if _ends(node)]
    loose = {node.id for node in ends if not process.incoming(node.id)}
    if not loose or len(loose) == len(ends):
        return process
    return replace(process, nodes=tuple(node for node in process.nodes if node.id not in loose), diagram=None)


def _starts(node: Node) -> bool:
    return isinstance(node, Event) and node.kind is EventKind.START


def _ends(node: Node) -> bool:
    return isinstance(node, Event) and node.kind is EventKind.END
