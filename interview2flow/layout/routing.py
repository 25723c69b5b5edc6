"""The ways of all flows over the drawing board: short and straight ones first, ways back last."""

from __future__ import annotations

from interview2flow.layout.board import Board, Path
from interview2flow.layout.grid import Grid
from interview2flow.layout.search import Search
from interview2flow.model import Process, SequenceFlow


def route(process: Process, grid: Grid, *, back: frozenset[str]) -> dict[str, Path]:
    """The corners of each flow on the board, by its id."""
    board = Board(grid)
    found: dict[str, Path] = {}
    joined: set[tuple[str, str]] = set()
    order = {flow.id: index for index, flow in enumerate(process.flows)}
    for flow in sorted(process.flows, key=lambda flow: (*_urgency(flow, grid, back), order[flow.id])):
        ends = (flow.source, flow.target)
        search = Search(
            board,
            process.node(flow.source),
            process.node(flow.target),
            named=bool(flow.name.strip()),
            again=ends in joined,
        )
        path = search.find()
        joined.add(ends)
        board.take(path, source=flow.source, target=flow.target)
        found[flow.id] = path
    return found


def _urgency(flow: SequenceFlow, grid: Grid, back: frozenset[str]) -> tuple[bool, bool, int]:
    (x1, y1), (x2, y2) = grid.places[flow.source], grid.places[flow.target]
    return flow.id in back, y1 != y2, abs(x2 - x1) + abs(y2 - y1)
