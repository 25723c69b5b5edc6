"""The order of work: which arrows lead back, and which step comes before which."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import networkx as nx

from interview2flow.model import START


@dataclass(frozen=True, slots=True)
class Course:
    """A graph of work with the way through it, found once for all that ask.

    `order` has all nodes so that work runs downwards; where the arrows leave it open, in the order of the graph's nodes. `place`
    is where each node stands in it, `onward` what follows each node, in the graph's order, without the arrows that lead back.
    """

    graph: nx.DiGraph[str]
    order: tuple[str, ...]
    place: dict[str, int]
    onward: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, graph: nx.DiGraph[str]) -> Course:
        """The way through a graph whose nodes stand in the order told."""
        told = {node: i for i, node in enumerate(graph)}
        follow = {node: sorted(graph.adj[node], key=told.__getitem__) for node in graph}
        back = _back_edges(follow)
        onward = {node: tuple(t for t in targets if (node, t) not in back) for node, targets in follow.items()}
        order = _downwards(onward, told)
        return cls(graph, order, {node: i for i, node in enumerate(order)}, onward)

    def reach(self, source: str, targets: set[str]) -> bool:
        """Whether work runs on from the source to one of the targets."""
        last = max(self.place[target] for target in targets)
        seen, trail = {source}, [source]
        while trail:
            for node in self.onward[trail.pop()]:
                if node in targets:
                    return True
                if node not in seen and self.place[node] < last:
                    seen.add(node)
                    trail.append(node)
        return False


def _back_edges(follow: dict[str, list[str]]) -> set[tuple[str, str]]:
    """The arrows to a step that one has come through: a depth-first walk from START, in the order told."""
    found: set[tuple[str, str]] = set()
    finished: set[str] = set()
    for root in (START, *follow):
        if root not in finished:
            _walk(follow, root, finished, found)
    return found


def _walk(follow: dict[str, list[str]], root: str, finished: set[str], found: set[tuple[str, str]]) -> None:
    """Walks without recursion: interviews can tell longer chains than Python's stack is deep."""
    on_the_way = {root}
    trail = [(root, iter(follow[root]))]
    while trail:
        node, targets = trail[-1]
        target = next(targets, None)
        if target is None:
            trail.pop()
            on_the_way.discard(node)
            finished.add(node)
        elif target in on_the_way:
            found.add((node, target))
        elif target not in finished:
            on_the_way.add(target)
            trail.append((target, iter(follow[target])))


def _downwards(onward: dict[str, tuple[str, ...]], told: dict[str, int]) -> tuple[str, ...]:
    """Kahn's topological order; of the nodes that could come next, the one told first."""
    names = tuple(onward)
    missing = dict.fromkeys(names, 0)
    for targets in onward.values():
        for target in targets:
            missing[target] += 1
    ready = [told[node] for node, count in missing.items() if not count]
    heapify(ready)
    order: list[str] = []
    while ready:
        node = names[heappop(ready)]
        order.append(node)
        for target in onward[node]:
            missing[target] -= 1
            if not missing[target]:
                heappush(ready, told[target])
    return tuple(order)
