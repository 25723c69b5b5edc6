"""Where ways that part come together again: the post-dominators of a graph of work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

import networkx as nx

from interview2flow.model import END


class Meetings:
    """Finds the steps that two of several ways both have to come through, without walking the ways themselves.

    Each node of the graph must lead to END.
    """

    def __init__(self, graph: nx.DiGraph[str], order: Sequence[str]) -> None:
        self._next = nx.immediate_dominators(graph.reverse(copy=False), END)
        self._left = self._distances(order)

    def of(self, heads: Iterable[str]) -> set[str]:
        """The first step that any two of the ways that begin with `heads` must come through; END where that is the end."""
        ways = set(heads)
        furthest = [(-self._left[head], head) for head in ways]
        heapify(furthest)
        found = set()
        while len(furthest) > 1:
            _, head = heappop(furthest)
            node = self._next[head]
            if node in ways:
                found.add(node)
            else:
                ways.add(node)
                heappush(furthest, (-self._left[node], node))
        return found

    def _distances(self, order: Sequence[str]) -> dict[str, int]:
        """By node, how many nodes all ways from it to the end have in common."""
        left = {END: 0}
        for node in reversed(order):
            trail = [node]
            while trail[-1] not in left:
                trail.append(self._next[trail[-1]])
            for known, waiting in zip(reversed(trail), reversed(trail[:-1]), strict=False):
                left[waiting] = left[known] + 1
        return left
