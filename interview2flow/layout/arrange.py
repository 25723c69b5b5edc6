"""A drawing for a process that has none: swimlanes, left to right, nothing on top of anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.layout.across import Across, across
from interview2flow.layout.along import Along, along
from interview2flow.layout.board import Path
from interview2flow.layout.grid import Grid, build
from interview2flow.layout.labels import CLEARANCE, FlowLabel, NodeLabel, Side, Spot, flow_labels, node_labels
from interview2flow.layout.legs import Leg, legs, straighten_out
from interview2flow.layout.ranks import ranks, returning
from interview2flow.layout.routing import route
from interview2flow.layout.rows import rows
from interview2flow.layout.sizes import TASK_FONT, node_size
from interview2flow.layout.text import fit
from interview2flow.model import Bounds, Diagram, Lane, Point, Process

POOL: Final = "Participant_1"
HEAD: Final = 30  # width of the strip with the pool's name, and of that with a lane's name
_LEFT: Final = 20
_TOP: Final = 20
_LEAST_LANE: Final = 96
_NAME_LINES: Final = 2
_NAME_MARGIN: Final = 20
_NAME_HEIGHTS: Final = (100.0, 130.0, 170.0, 220.0)


@dataclass(frozen=True)
class _Drawing:
    """All that is known when coordinates are final."""

    process: Process
    grid: Grid
    paths: Mapping[str, Path]
    flow_labels: Mapping[str, FlowLabel]
    node_labels: Mapping[str, NodeLabel]
    x: Across
    y: Along


def arrange(process: Process, *, columns: Mapping[str, int] | None = None) -> Diagram:
    """Where everything stands: one pool with the process's lanes from top to bottom, time from left to right.

    `columns` gives each node's column where that is settled already (numbers from 0, each used).

    Shapes are keyed by node and lane id, the pool by `POOL` (only where there are lanes); routes by flow id; labels by the id
    of each gateway, event or flow that has a name. No flow runs through a symbol or on top of another source's and target's
    flow, no label touches anything, each node stands inside its lane, and every route is orthogonal and ends on borders.
    """
    if not process.nodes and not process.lanes:
        return Diagram()
    drawing = _draw(process, columns)
    shapes = dict(_frames(drawing))
    shapes.update((node.id, _node_bounds(drawing, node.id)) for node in process.nodes)
    routes = {flow.id: _route(drawing, flow.id, shapes[flow.source], shapes[flow.target]) for flow in process.flows}
    labels = {node: _node_label(label, shapes[node]) for node, label in drawing.node_labels.items()}
    labels.update((flow, _flow_label(drawing, label)) for flow, label in drawing.flow_labels.items())
    return Diagram(shapes, routes, labels)


def _draw(process: Process, columns: Mapping[str, int] | None) -> _Drawing:
    back = returning(process)
    band, bands = _bands(process)
    rank = columns or ranks(process, back)
    grid = build(ranks=rank, rows=rows(process, ranks=rank, back=back, band=band), band=band, bands=len(bands))
    paths = straighten_out(route(process, grid, back=back), grid)
    on_flows = flow_labels(process, grid, paths)
    on_nodes = node_labels(process, paths, on_flows)
    row_lines = frozenset(grid.row_lines)
    found: list[Leg] = [leg for flow, path in paths.items() for leg in legs(flow, path, row_lines=row_lines)]
    start = _LEFT + (2 * HEAD if process.lanes else 0)
    x = across(process, grid, [leg for leg in found if not leg.flat], flow_labels=on_flows, node_labels=on_nodes, start=start)
    y = along(
        process,
        grid,
        [leg for leg in found if leg.flat],
        x,
        flow_labels=on_flows,
        node_labels=on_nodes,
        start=_TOP,
        least=[_lane_height(lane) for lane in bands],
    )
    return _Drawing(process, grid, paths, on_flows, on_nodes, x, y)


def _bands(process: Process) -> tuple[dict[str, int], Sequence[Lane | None]]:
    """The band of each node: its lane's, or one below all lanes for nodes without one."""
    bands: list[Lane | None] = list(process.lanes)
    if not bands or any(node.lane is None for node in process.nodes):
        bands.append(None)
    index = {lane.id if lane else None: number for number, lane in enumerate(bands)}
    return {node.id: index[node.lane] for node in process.nodes}, bands


def _lane_height(lane: Lane | None) -> float:
    """The least height at which a lane's name, turned upright, fits its head."""
    if lane is None:
        return 0
    block = fit(lane.name, widths=_NAME_HEIGHTS, lines=_NAME_LINES, size=TASK_FONT)
    return max(_LEAST_LANE, round(block.width + _NAME_MARGIN))


def _frames(drawing: _Drawing) -> Iterator[tuple[str, Bounds]]:
    process = drawing.process
    if not process.lanes:
        return
    top, bottom = drawing.y.bands[0][0], drawing.y.bands[-1][1]
    yield POOL, Bounds(_LEFT, top, drawing.x.end - _LEFT, bottom - top)
    for lane, (upper, lower) in zip(process.lanes, drawing.y.bands, strict=False):
        yield lane.id, Bounds(_LEFT + HEAD, upper, drawing.x.end - _LEFT - HEAD, lower - upper)


def _node_bounds(drawing: _Drawing, node: str) -> Bounds:
    column, line = drawing.grid.places[node]
    width, height = node_size(drawing.process.node(node))
    return Bounds(drawing.x.middles[column] - width / 2, drawing.y.middles[line] - height / 2, width, height)


def _route(drawing: _Drawing, flow: str, source: Bounds, target: Bounds) -> tuple[Point, ...]:
    path = drawing.paths[flow]
    flat = path[0][1] == path[1][1]
    points = [Point(*_border(source, path[0], path[1]))]
    for index in range(1, len(path) - 1):
        level, upright = (index - 1, index) if (index % 2 == 1) == flat else (index, index - 1)
        points.append(Point(drawing.x.legs[flow, upright], drawing.y.legs[flow, level]))
    return _clean([*points, Point(*_border(target, path[-1], path[-2]))])


def _border(bounds: Bounds, here: tuple[int, int], there: tuple[int, int]) -> tuple[float, float]:
    """The middle of the side of a symbol that a flow leaves or reaches."""
    if here[1] == there[1]:
        return (bounds.right if there[0] > here[0] else bounds.x), bounds.centre.y
    return bounds.centre.x, (bounds.bottom if there[1] > here[1] else bounds.y)


def _clean(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without points that lie on the straight line between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _node_label(label: NodeLabel, bounds: Bounds) -> Bounds:
    width, height = label.width, label.block.height
    x, y = bounds.centre.x - width / 2, bounds.y - CLEARANCE - label.lift - height
    if label.side is Side.BELOW:
        y = bounds.bottom + CLEARANCE
    elif label.side is Side.UPPER_LEFT:
        x = bounds.centre.x - width - CLEARANCE - 1
    return Bounds(x, y, width, height)


def _flow_label(drawing: _Drawing, label: FlowLabel) -> Bounds:
    x, y = drawing.x.middles[label.column] + label.offset, 0.0
    height = label.height
    if label.spot is Spot.STUB:
        y = drawing.y.middles[label.level] - CLEARANCE - height
    elif label.spot is Spot.BESIDE:
        x = drawing.x.legs[label.flow, 1] + label.offset
        path, middle = drawing.paths[label.flow], drawing.y.middles[label.level]
        y = middle + CLEARANCE if path[2][1] > path[1][1] else middle - CLEARANCE - height
    else:
        line = drawing.y.legs[label.flow, 1]
        y = line + CLEARANCE if label.spot in {Spot.CORNER_BELOW, Spot.TRACK_BELOW} else line - CLEARANCE - height
    return Bounds(x, y, label.width, height)
