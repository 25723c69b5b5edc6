"""Arrows: what follows what, and when."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.editing.identifiers import fresh
from interview2flow.errors import InvalidProcessError
from interview2flow.model import Gateway, Node, Process, Provenance, SequenceFlow
from interview2flow.model.names import tidy


def condition(process: Process, flow_id: str, text: str) -> Process:
    """Says when an arrow is taken; nothing where it always is."""
    name = tidy(text)
    flows = tuple(
        replace(flow, name=name, provenance=Provenance.EDITED) if flow.id == flow_id and flow.name != name else flow
        for flow in process.flows
    )
    return replace(process, flows=flows)


def connect(process: Process, source: str, target: str, *, when: str = "") -> Process:
    """A new arrow.

    Raises:
        InvalidProcessError: there is one, or it would lead from a node to itself.
    """
    if source == target:
        raise InvalidProcessError("an arrow leads from one step to another")
    if any((flow.source, flow.target) == (source, target) for flow in process.flows):
        raise InvalidProcessError("there is such an arrow already")
    arrow = SequenceFlow(id=fresh(process, "Flow"), source=source, target=target, name=tidy(when), provenance=Provenance.EDITED)
    return replace(process, flows=(*process.flows, arrow), diagram=None)


def disconnect(process: Process, flow_id: str) -> Process:
    """Takes an arrow away."""
    return replace(process, flows=tuple(flow for flow in process.flows if flow.id != flow_id), diagram=None)


def bridge(process: Process, node_id: str) -> tuple[SequenceFlow, ...]:
    """The arrows when a node is gone: each that led to it leads to each that followed it, on both their conditions."""
    into = [flow for flow in process.incoming(node_id) if flow.source != node_id]
    onward = [flow for flow in process.outgoing(node_id) if flow.target != node_id]
    kept = [flow for flow in process.flows if node_id not in {flow.source, flow.target}]
    drawn = {(flow.source, flow.target) for flow in kept}
    for before in into:
        for after in onward:
            if before.source == after.target or (before.source, after.target) in drawn:
                continue
            drawn.add((before.source, after.target))
            arrow = before if len(onward) == 1 else after
            kept.append(_joined(before, after, id=arrow.id if min(len(into), len(onward)) == 1 else f"{before.id}_{after.id}"))
    return tuple(kept)


def _joined(before: SequenceFlow, after: SequenceFlow, *, id: str) -> SequenceFlow:  # noqa: A002  the field's own name
    name = ", ".join(dict.fromkeys(flow.name for flow in (before, after) if flow.name))
    words = tuple(dict.fromkeys((*before.evidence, *after.evidence)))
    return SequenceFlow(id=id, source=before.source, target=after.target, name=name, evidence=words, provenance=Provenance.EDITED)


def without_idle_gateways(process: Process) -> Process:
    """Takes gateways away at which ways neither part nor meet any more."""
    while idle := next((node.id for node in process.nodes if _is_idle(process, node)), None):
        nodes = tuple(node for node in process.nodes if node.id != idle)
        process = replace(process, nodes=nodes, flows=bridge(process, idle), diagram=None)
    return process


def _is_idle(process: Process, node: Node) -> bool:
    if not isinstance(node, Gateway):
        return False
    ways_in, ways_out = process.incoming(node.id), process.outgoing(node.id)
    return len(ways_in) <= 1 and len(ways_out) <= 1 and not any(way.name for way in ways_out)
