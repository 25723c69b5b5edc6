"""The straight legs of all flows, by the line that they run on, and what must stand before what where they share a gap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from interview2flow.layout.board import Path
from interview2flow.layout.grid import Grid, Place, is_column


@dataclass(frozen=True, slots=True)
class End:
    """Where a leg ends: at which crossing line, and to which side its flow goes on.

    `side` is -1 (left or up), 1 (right or down) or 0 (a jog within one gap). `fixed` tells that the line crossed is the middle
    of a row or column: two flows that meet there on different sides would run on top of each other in the wrong order.
    """

    line: int
    side: int
    fixed: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """One straight part of a flow: the `index`-th, on `line`, between two crossing lines."""

    flow: str
    index: int
    flat: bool
    line: int
    ends: tuple[End, End]

    @property
    def first(self) -> int:
        """The crossing line at the upper or left end."""
        return min(end.line for end in self.ends)

    @property
    def last(self) -> int:
        """The crossing line at the lower or right end."""
        return max(end.line for end in self.ends)


def legs(flow: str, path: Path, *, row_lines: frozenset[int]) -> tuple[Leg, ...]:
    """The legs of a flow, level and upright in turn."""
    flat = path[0][1] == path[1][1]
    found = []
    for index, (start, end) in enumerate(pairwise(path)):
        across = 0 if flat else 1  # which coordinate tells the side that the flow goes on to
        before = path[index - 1] if index else start
        after = path[index + 2] if index + 2 < len(path) else end
        ends = tuple(_end(here, other, across=1 - across, row_lines=row_lines) for here, other in ((start, before), (end, after)))
        found.append(Leg(flow, index, flat, start[1] if flat else start[0], (ends[0], ends[1])))
        flat = not flat
    return tuple(found)


def _end(here: Place, other: Place, *, across: int, row_lines: frozenset[int]) -> End:
    line = here[1 - across]
    side = (other[across] > here[across]) - (other[across] < here[across])
    fixed = is_column(line) if across == 1 else line in row_lines
    return End(line, side, fixed)


def straighten_out(paths: Mapping[str, Path], grid: Grid) -> dict[str, Path]:
    """The same paths with a jog wherever flows in a gap would each have to stand before the other."""
    result = dict(paths)
    rows = frozenset(grid.row_lines)
    while True:
        in_gaps = _in_gaps([leg for flow, path in result.items() for leg in legs(flow, path, row_lines=rows)], rows)
        tangled = [leg for members in in_gaps for leg in _tangled(members)]
        if not tangled:
            return result
        for leg in tangled:
            result[leg.flow] = _jog(result[leg.flow], leg, rows)


def _in_gaps(found: Sequence[Leg], rows: frozenset[int]) -> Iterator[list[Leg]]:
    gaps: dict[tuple[bool, int], list[Leg]] = {}
    for leg in found:
        if leg.line not in rows if leg.flat else not is_column(leg.line):
            gaps.setdefault((leg.flat, leg.line), []).append(leg)
    yield from gaps.values()


def _tangled(members: list[Leg]) -> list[Leg]:
    """One leg of a circle of legs that must each stand before the next, if there is such a circle."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    before, after = _meeting(members, -1), _meeting(members, 1)
    for line, firsts in before.items():
        graph.add_edges_from((one, two) for one in firsts for two in after.get(line, []) if one != two)
    try:
        circle = nx.find_cycle(graph)
    except nx.NetworkXNoCycle:
        return []
    return [max((members[one] for one, *_ in circle), key=lambda leg: (leg.last - leg.first, leg.flow, leg.index))]


def _meeting(members: list[Leg], side: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, leg in enumerate(members):
        for end in leg.ends:
            if end.fixed and end.side == side:
                found.setdefault(end.line, []).append(index)
    return found


def _jog(path: Path, leg: Leg, rows: frozenset[int]) -> Path:
    """The path with a step aside in the middle of a leg, in a gap that it crosses."""
    crossing = range(leg.first + 1, leg.last)
    gaps = [line for line in crossing if (is_column(line) if leg.flat else line in rows) is False]
    middle = gaps[len(gaps) // 2]
    place = (middle, leg.line) if leg.flat else (leg.line, middle)
    return (*path[: leg.index + 1], place, place, *path[leg.index + 1 :])
