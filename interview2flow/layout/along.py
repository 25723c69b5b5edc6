"""Where the rows and the level lines between them stand, from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.layout.across import Across
from interview2flow.layout.grid import Grid
from interview2flow.layout.labels import CLEARANCE, FlowLabel, NodeLabel, Side, Spot
from interview2flow.layout.legs import Leg
from interview2flow.layout.sizes import node_size
from interview2flow.layout.tracks import Strand, Turn, places
from interview2flow.model import Process

_LEAST_HALF: Final = 32  # of a row with small symbols only
_ROW_MARGIN: Final = 6  # above and below what stands in a row
_TRACK_MARGIN: Final = 8  # between lines in a gap and the rows beside it
_LEAST_GAP: Final = 14


@dataclass(frozen=True)
class Along:
    """The y of each row's middle by level line, of each level leg by flow and index, and upper and lower edge of each band."""

    middles: Mapping[int, float]
    legs: Mapping[tuple[str, int], float]
    bands: tuple[tuple[float, float], ...]


def along(
    process: Process,
    grid: Grid,
    level: Sequence[Leg],
    x: Across,
    *,
    flow_labels: Mapping[str, FlowLabel],
    node_labels: Mapping[str, NodeLabel],
    start: float,
    least: Sequence[float],
) -> Along:
    """Every y in the drawing, beginning at `start`; no band is lower than its `least` height."""
    above, below = _extents(process, grid, flow_labels, node_labels)
    gaps: dict[int, list[Leg]] = {}
    for leg in level:
        gaps.setdefault(leg.line, []).append(leg)
    middles: dict[int, float] = {}
    found: dict[tuple[str, int], float] = {}
    bands = []
    y = start
    for (first, last), height in zip(grid.bands, least, strict=True):
        inner = {line: _gap(gaps.get(line, []), x, flow_labels) for line in range(first, last + 1, 2)}
        needed = sum(size for size, _ in inner.values()) + sum(above[line] + below[line] for line in range(first + 1, last, 2))
        top, spare = y, max(0, round(height - needed)) // 2
        y += spare
        for line in range(first, last + 1):
            if line in inner:
                size, offsets = inner[line]
                found.update({key: y + offset for key, offset in offsets.items()})
                y += size
            else:
                middles[line] = y + above[line]
                y += above[line] + below[line]
        y += spare
        bands.append((top, y))
    found.update({(leg.flow, leg.index): middles[leg.line] for leg in level if leg.line in middles})
    return Along(middles, found, tuple(bands))


def _gap(members: Sequence[Leg], x: Across, labels: Mapping[str, FlowLabel]) -> tuple[float, dict[tuple[str, int], float]]:
    """The height of a gap between rows and where in it its legs run."""
    if not members:
        return _LEAST_GAP, {}
    strands = [_strand(leg, x, labels.get(leg.flow)) for leg in members]
    offsets = places(strands)
    extent = max(offset + strand.after for offset, strand in zip(offsets, strands, strict=True))
    size = max(_LEAST_GAP, 2 * _TRACK_MARGIN + extent)
    first = (size - extent) // 2
    return size, {(leg.flow, leg.index): first + offset for leg, offset in zip(members, offsets, strict=True)}


def _strand(leg: Leg, x: Across, label: FlowLabel | None) -> Strand:
    ends = [_crossing(leg, index, x) for index in (0, 1)]
    turns = (Turn(ends[0], leg.ends[0].side, leg.ends[0].fixed), Turn(ends[1], leg.ends[1].side, leg.ends[1].fixed))
    first, last = min(ends), max(ends)
    if label is None or leg.index != 1 or label.spot not in {Spot.TRACK, Spot.TRACK_BELOW}:
        return Strand(first, last, turns)
    left = x.middles[label.column]
    room = round(label.height) + CLEARANCE
    over = label.spot is Spot.TRACK
    return Strand(
        min(first, left),
        max(last, left + label.offset + label.width + CLEARANCE),
        turns,
        before=room if over else 0,
        after=0 if over else room,
    )


def _crossing(leg: Leg, end: int, x: Across) -> float:
    """The x at which a level leg ends: that of the upright leg before or after it, or of its node's column."""
    neighbour = (leg.flow, leg.index - 1 if end == 0 else leg.index + 1)
    return x.legs.get(neighbour, x.middles.get(leg.ends[end].line, 0))


def _extents(
    process: Process, grid: Grid, flow_labels: Mapping[str, FlowLabel], node_labels: Mapping[str, NodeLabel]
) -> tuple[dict[int, float], dict[int, float]]:
    """How far each row's contents reach above and below its middle line."""
    above = dict.fromkeys(grid.row_lines, float(_LEAST_HALF))
    below = dict(above)
    for node in process.nodes:
        line, half = grid.places[node.id][1], node_size(node).height / 2
        extra = node_labels[node.id].room if node.id in node_labels else 0
        under = node.id in node_labels and node_labels[node.id].side is Side.BELOW
        above[line] = max(above[line], half + (0 if under else extra))
        below[line] = max(below[line], half + (extra if under else 0))
    for label in flow_labels.values():
        if label.level not in above:
            continue
        room = label.height + CLEARANCE
        if label.spot in {Spot.CORNER_BELOW, Spot.BESIDE}:
            below[label.level] = max(below[label.level], room)
        if label.spot is not Spot.CORNER_BELOW:
            above[label.level] = max(above[label.level], room)
    return (
        {line: round(extent) + _ROW_MARGIN for line, extent in above.items()},
        {line: round(extent) + _ROW_MARGIN for line, extent in below.items()},
    )
