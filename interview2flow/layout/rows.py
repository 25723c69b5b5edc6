"""Which row of its lane each node stands in: the main path goes straight, side paths below, few lines cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from interview2flow.model import Event, EventKind, Node, Process

_PASSES: Final = 4  # rounds of improvement; later rounds change next to nothing
_MAIN, _SIDE, _BACK = 3.0, 1.0, 0.2  # how much a straight line is worth on the main path, a side path, a way back
_BEND: Final = 0.6  # what leaving the row costs, beyond the distance
_BLOCKED: Final = 1.6  # what a node in the way costs
_OTHER_BAND: Final = 0.05  # what a row's distance costs where a line leaves the lane anyway
_NEW_ROW: Final = 2.5  # what a lane's growing by a row costs
_LOWER: Final = 0.1  # side paths rather go below than above


@dataclass(frozen=True)
class Link:
    """A flow as rows see it."""

    source: str
    target: str
    weight: float


@dataclass
class _Rows:
    """The rows while they are being found: `cells` by band, rank and row."""

    ranks: Mapping[str, int]
    band: Mapping[str, int]
    row: dict[str, int] = field(default_factory=dict)
    cells: dict[tuple[int, int, int], str] = field(default_factory=dict)
    heights: dict[int, int] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)

    def put(self, node: str, row: int) -> None:
        band = self.band[node]
        self.row[node] = row
        self.cells[band, self.ranks[node], row] = node
        self.heights[band] = max(self.heights.get(band, 1), row + 1)

    def lift(self, node: str) -> None:
        del self.cells[self.band[node], self.ranks[node], self.row.pop(node)]

    def blocked(self, band: int, row: int, first: int, last: int) -> int:
        """How many nodes stand in a row between two ranks."""
        return sum((band, rank, row) in self.cells for rank in range(first + 1, last))

    def height_above(self, band: int) -> int:
        return sum(self.heights.get(upper, 1) for upper in range(band))


def rows(process: Process, *, ranks: Mapping[str, int], back: frozenset[str], band: Mapping[str, int]) -> dict[str, int]:
    """The row of each node within its band (0 is the uppermost); no two nodes share band, rank and row."""
    state = _Rows(ranks, band)
    for link in _links(process, ranks=ranks, back=back):
        state.links.setdefault(link.source, []).append(link)
        if link.target != link.source:
            state.links.setdefault(link.target, []).append(link)
    order = {node.id: index for index, node in enumerate(process.nodes)}
    queue = sorted(order, key=lambda node: (ranks[node], order[node]))
    for node in queue:
        state.put(node, _first_row(state, node))
    for _ in range(_PASSES):
        moved = sum(_improve(state, node) for node in queue)
        if not moved:
            break
    return _without_gaps(state)


def _links(process: Process, *, ranks: Mapping[str, int], back: frozenset[str]) -> Iterator[Link]:
    ahead = _steps_ahead(process, ranks=ranks, back=back)
    for node in process.nodes:
        forward = [flow for flow in process.outgoing(node.id) if flow.id not in back]
        main = max(forward, key=lambda flow: ahead[flow.target], default=None)
        entry = not process.incoming(node.id) and not _is_start(node)
        for flow in process.outgoing(node.id):
            weight = _BACK if flow.id in back else _MAIN if flow is main and not entry else _SIDE
            yield Link(flow.source, flow.target, weight)


def _is_start(node: Node) -> bool:
    return isinstance(node, Event) and node.kind is EventKind.START


def _steps_ahead(process: Process, *, ranks: Mapping[str, int], back: frozenset[str]) -> dict[str, int]:
    """How many steps may still come after each node: the main path is the longest one."""
    ahead = dict.fromkeys(ranks, 0)
    for node in sorted(ranks, key=lambda node: -ranks[node]):
        for flow in process.outgoing(node):
            if flow.id not in back:
                ahead[node] = max(ahead[node], ahead[flow.target] + 1)
    return ahead


def _first_row(state: _Rows, node: str) -> int:
    """The free row nearest to where the node is reached from; a new one where the rank is full."""
    band, rank = state.band[node], state.ranks[node]
    before = [link for link in state.links.get(node, []) if link.target == node and link.source in state.row]
    near = max(before, key=lambda link: (state.band[link.source] == band, link.weight), default=None)
    wish = state.row[near.source] if near and state.band[near.source] == band else 0
    height = state.heights.get(band, 1)
    free = [row for row in range(height + 1) if (band, rank, row) not in state.cells]

    def price(row: int) -> float:
        return _cost(state, node, row) + _LOWER * (abs(row - wish) + (row < wish)) + _NEW_ROW * (row == height)

    return min(free, key=price)


def _improve(state: _Rows, node: str) -> bool:
    """Moves a node to a better row of its rank, or lets it change places; tells whether that helped."""
    band, rank, here = state.band[node], state.ranks[node], state.row[node]
    for row in range(state.heights[band]):
        if row == here:
            continue
        other = state.cells.get((band, rank, row))
        members = [node, other] if other else [node]
        before = sum(_cost(state, member, state.row[member]) for member in members)
        _move(state, node, row, other=other, back=here)
        if sum(_cost(state, member, state.row[member]) for member in members) < before - 1e-6:
            return True
        _move(state, node, here, other=other, back=row)
    return False


def _move(state: _Rows, node: str, row: int, *, other: str | None, back: int) -> None:
    state.lift(node)
    if other:
        state.lift(other)
        state.put(other, back)
    state.put(node, row)


def _cost(state: _Rows, node: str, row: int) -> float:
    """How far from straight a node's flows run when it stands in that row."""
    cost = 0.0
    band, rank = state.band[node], state.ranks[node]
    for link in state.links.get(node, []):
        other = link.target if link.source == node else link.source
        if other not in state.row or other == node:
            continue
        if state.band[other] != band:
            cost += link.weight * _OTHER_BAND * _distance(state, band, row, other)
        elif state.row[other] != row:
            cost += link.weight * (abs(state.row[other] - row) + _BEND)
        else:
            first, last = sorted((rank, state.ranks[other]))
            cost += link.weight * _BLOCKED * state.blocked(band, row, first, last)
    return cost + _in_the_way(state, node, row)


def _distance(state: _Rows, band: int, row: int, other: str) -> int:
    return abs(state.height_above(band) + row - state.height_above(state.band[other]) - state.row[other])


def _in_the_way(state: _Rows, node: str, row: int) -> float:
    """What a node costs that stands on the straight line between its two neighbours in the row."""
    band, rank = state.band[node], state.ranks[node]
    left = next((state.cells[band, at, row] for at in range(rank - 1, -1, -1) if (band, at, row) in state.cells), None)
    if left is None:
        return 0.0
    passing = (
        link.weight
        for link in state.links.get(left, [])
        if link.source == left and link.target in state.row and state.band[link.target] == band
        if state.row[link.target] == row and state.ranks[link.target] > rank
    )
    return _BLOCKED * sum(passing)


def _without_gaps(state: _Rows) -> dict[str, int]:
    used: dict[int, list[int]] = {}
    for band, row in sorted({(state.band[node], row) for node, row in state.row.items()}):
        used.setdefault(band, []).append(row)
    return {node: used[state.band[node]].index(row) for node, row in state.row.items()}
