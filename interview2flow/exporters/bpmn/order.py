"""In which order nodes are told: as they stand in our own files, along the arrows where an editor wrote them anywhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import networkx as nx

from interview2flow.model import Node, SequenceFlow

_BEFORE_ALL: Final = ""


def in_order(nodes: Sequence[Node], flows: Sequence[SequenceFlow], *, placed: Collection[str]) -> tuple[Node, ...]:
    """The nodes in the order of the manual; `placed` are the ids of those whose place in the file is meant.

    The others follow what leads to them. Where none is placed, branches are told one after the other, what they meet in last.
    """
    by_id = {node.id: node for node in nodes}
    if not placed:
        return tuple(by_id[name] for name in _along(list(by_id), flows))
    order = [name for name in by_id if name in placed]
    if len(order) == len(nodes):
        return tuple(nodes)
    for name in (name for name in _along(list(by_id), flows) if name not in placed):
        before = [order.index(flow.source) for flow in flows if flow.target == name and flow.source in order]
        order.insert(max(before) + 1 if before else len(order), name)
    return tuple(by_id[name] for name in order)


def _along(ids: list[str], flows: Sequence[SequenceFlow]) -> list[str]:
    """The ids, each after what leads to it as far as loops allow."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(_BEFORE_ALL)
    graph.add_nodes_from(ids)
    # A depth-first walk, reversed, puts the branch it took last first: hence last branches first.
    graph.add_edges_from((flow.source, flow.target) for flow in reversed(flows))
    sources = [name for name in ids if graph.in_degree(name) == 0]
    graph.add_edges_from((_BEFORE_ALL, name) for name in reversed(sources))
    reached = [name for name in reversed(list(nx.dfs_postorder_nodes(graph, _BEFORE_ALL))) if name != _BEFORE_ALL]
    return reached + [name for name in ids if name not in set(reached)]
