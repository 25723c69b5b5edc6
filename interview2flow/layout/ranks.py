"""Which column each node stands in: what comes later stands further right, and loops run back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import networkx as nx

from interview2flow.model import Event, EventKind, Process, SequenceFlow


def returning(process: Process) -> frozenset[str]:
    """The ids of the flows that lead back: without them the process has no loop.

    In each tangle of loops these are the flows against the process's order, or those that lead to a node on the path walked
    from the start, whichever are fewer: a file from another tool may name its nodes in any order.
    """
    order = {node.id: index for index, node in enumerate(process.nodes)}
    tangle = {
        node: min(map(order.__getitem__, part)) for part in nx.strongly_connected_components(process.graph) for node in part
    }
    inner = [flow for flow in process.flows if tangle[flow.source] == tangle[flow.target]]
    against = Counter(tangle[flow.source] for flow in inner if order[flow.target] <= order[flow.source])
    walked = _walked_back(process)
    found = Counter(tangle[flow.source] for flow in inner if flow.id in walked)
    return frozenset(
        flow.id
        for flow in inner
        if (
            order[flow.target] <= order[flow.source]
            if against[tangle[flow.source]] <= found[tangle[flow.source]]
            else flow.id in walked
        )
    )


def _walked_back(process: Process) -> frozenset[str]:
    """The flows to a node on the path that was walked (depth first) from the starts, in the process's order."""
    back: set[str] = set()
    done: set[str] = set()
    path: set[str] = set()
    for root in _roots(process):
        if root in done:
            continue
        path.add(root)
        walk: list[tuple[str, Iterator[SequenceFlow]]] = [(root, iter(process.outgoing(root)))]
        while walk:
            node, flows = walk[-1]
            flow = next(flows, None)
            if flow is None:
                walk.pop()
                path.discard(node)
                done.add(node)
            elif flow.target in path:
                back.add(flow.id)
            elif flow.target not in done:
                path.add(flow.target)
                walk.append((flow.target, iter(process.outgoing(flow.target))))
    return frozenset(back)


def ranks(process: Process, back: frozenset[str]) -> dict[str, int]:
    """The column of each node: one more than that of the furthest node before it (longest path).

    Nodes that nothing leads to stand just before what they lead to; parts that hang together with nothing else follow the
    node that the process names before them.
    """
    forward = [flow for flow in process.flows if flow.id not in back]
    after: dict[str, list[str]] = {node.id: [] for node in process.nodes}
    before: dict[str, list[str]] = {node.id: [] for node in process.nodes}
    for flow in forward:
        after[flow.source].append(flow.target)
        before[flow.target].append(flow.source)
    depth = _longest_paths(after, before)
    _pull_right(process, depth, after=after, before=before)
    return _without_gaps(_line_up_parts(process, depth, after=after, before=before))


def _roots(process: Process) -> Iterator[str]:
    """Where walks begin: start events, then what nothing leads to, then anything."""
    yield from (node.id for node in process.nodes if isinstance(node, Event) and node.kind is EventKind.START)
    yield from (node.id for node in process.nodes if not process.incoming(node.id))
    yield from (node.id for node in process.nodes)


def _longest_paths(after: dict[str, list[str]], before: dict[str, list[str]]) -> dict[str, int]:
    waiting = {node: len(sources) for node, sources in before.items()}
    depth = dict.fromkeys(after, 0)
    ready = [node for node, count in waiting.items() if not count]
    for node in ready:
        for target in after[node]:
            depth[target] = max(depth[target], depth[node] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return depth


def _pull_right(process: Process, depth: dict[str, int], *, after: dict[str, list[str]], before: dict[str, list[str]]) -> None:
    for node in reversed(process.nodes):
        if not before[node.id] and after[node.id]:
            depth[node.id] = min(depth[target] for target in after[node.id]) - 1


def _line_up_parts(
    process: Process, depth: dict[str, int], *, after: dict[str, list[str]], before: dict[str, list[str]]
) -> dict[str, int]:
    """Puts each connected part after the node that stands before its first one in the process's order."""
    placed: dict[str, int] = {}
    previous: str | None = None
    for node in process.nodes:
        if node.id not in placed:
            part = _part(node.id, after, before)
            first = min(depth[member] for member in part)
            shift = (placed[previous] + 1 if previous else 0) - first
            placed.update({member: depth[member] + shift for member in part})
        previous = node.id
    return placed


def _part(root: str, after: dict[str, list[str]], before: dict[str, list[str]]) -> list[str]:
    found = {root: None}
    queue = [root]
    for node in queue:
        for other in (*after[node], *before[node]):
            if other not in found:
                found[other] = None
                queue.append(other)
    return queue


def _without_gaps(depth: dict[str, int]) -> dict[str, int]:
    column = {rank: index for index, rank in enumerate(sorted(set(depth.values())))}
    return {node: column[rank] for node, rank in depth.items()}
