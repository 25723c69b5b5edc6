"""The order of work: which arrows lead back, and which step comes before which."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from interview2flow.model import START


def forward_graph(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The graph without the arrows that lead back: one without circles."""
    forward = graph.copy()
    forward.remove_edges_from(back_edges(graph))
    return forward


def back_edges(graph: nx.DiGraph[str]) -> tuple[tuple[str, str], ...]:
    """The arrows to a step that one has come through: a depth-first walk from START, in the order of the graph's nodes."""
    place = {node: i for i, node in enumerate(graph)}
    found: list[tuple[str, str]] = []
    finished: set[str] = set()
    for root in (START, *graph):
        if root not in finished:
            _walk(graph, root, place, finished, found)
    return tuple(found)


def _walk(graph: nx.DiGraph[str], root: str, place: dict[str, int], finished: set[str], found: list[tuple[str, str]]) -> None:
    """Walks without recursion: interviews can tell longer chains than Python's stack is deep."""
    on_the_way = {root}
    trail = [(root, iter(sorted(graph.successors(root), key=place.__getitem__)))]
    while trail:
        node, targets = trail[-1]
        target = next(targets, None)
        if target is None:
            trail.pop()
            on_the_way.discard(node)
            finished.add(node)
        elif target in on_the_way:
            found.append((node, target))
        elif target not in finished:
            on_the_way.add(target)
            trail.append((target, iter(sorted(graph.successors(target), key=place.__getitem__))))


def work_order(graph: nx.DiGraph[str]) -> Sequence[str]:
    """All nodes so that work runs downwards; where the arrows leave it open, in the order of the graph's nodes."""
    place = {node: i for i, node in enumerate(graph)}
    return tuple(nx.lexicographical_topological_sort(forward_graph(graph), key=place.__getitem__))
