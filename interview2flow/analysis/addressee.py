"""Whom to ask about a part of the process."""

from __future__ import annotations

import networkx as nx

from interview2flow.model import Evidence, Gateway, Process, Task


def addressee(process: Process, about: str | None, evidence: tuple[Evidence, ...]) -> str | None:
    """The interview in which it, or what lies nearest to it, was told; None where nobody told anything."""
    if evidence:
        return evidence[0].source
    if about is not None and (near := _told_nearby(process, about)):
        return near
    people = {process.first_interview(interview.name) for interview in process.interviews}
    return next(iter(people)) if len(people) == 1 else None


def _told_nearby(process: Process, about: str) -> str | None:
    start = about if about in process.graph else next((flow.source for flow in process.flows if flow.id == about), None)
    if start is None:
        return None
    for node_id in nx.single_source_shortest_path_length(process.graph.to_undirected(as_view=True), start):
        node = process.node(node_id)
        if isinstance(node, Task) and node.evidence:
            return node.evidence[0].source
        told = [flow for flow in process.outgoing(node_id) if flow.evidence] if isinstance(node, Gateway) else []
        if told:
            return told[0].evidence[0].source
    return None
