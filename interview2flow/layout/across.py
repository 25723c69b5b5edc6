"""Where the columns and the upright lines between them stand, from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.layout.grid import Grid, is_column
from interview2flow.layout.labels import CLEARANCE, FlowLabel, NodeLabel, Side, Spot
from interview2flow.layout.legs import Leg
from interview2flow.layout.sizes import node_size
from interview2flow.layout.tracks import Strand, Turn, places
from interview2flow.model import Process

_BEFORE_TRACKS: Final = 14  # between a column (and its labels) and the first upright line
_AFTER_TRACKS: Final = 20  # room for an arrow's head
_LEAST_GAP: Final = 44
_MARGIN: Final = 26  # at both ends of a lane
_CORNER_GAP: Final = 8  # between a name at the upper left and the line that leaves there


@dataclass(frozen=True)
class Across:
    """The x of each column's middle by upright line, of each upright leg by flow and index, and where all ends."""

    middles: Mapping[int, float]
    legs: Mapping[tuple[str, int], float]
    end: float


def across(
    process: Process,
    grid: Grid,
    upright: Sequence[Leg],
    *,
    flow_labels: Mapping[str, FlowLabel],
    node_labels: Mapping[str, NodeLabel],
    start: float,
) -> Across:
    """Every x in the drawing, beginning at `start`: columns as wide as their symbols, gaps as wide as lines and labels need."""
    halves = _half_widths(process, grid, node_labels)
    reach = _label_reach(flow_labels)
    gaps: dict[int, list[Leg]] = {}
    for leg in upright:
        gaps.setdefault(leg.line, []).append(leg)
    middles: dict[int, float] = {}
    found: dict[tuple[str, int], float] = {}
    x = start
    for gap in range(0, grid.width, 2):
        half = halves.get(gap - 1, 0)
        zone = max(0, reach.get(gap - 1, 0) - half)
        members = gaps.get(gap, [])
        x += _gap(members, flow_labels, found, x=x, zone=zone, outer=gap in {0, grid.width - 1})
        if gap + 1 < grid.width:
            middles[gap + 1] = x + halves[gap + 1]
            x += 2 * halves[gap + 1]
    found.update({(leg.flow, leg.index): middles[leg.line] for leg in upright if is_column(leg.line)})
    return Across(middles, found, x)


def _gap(
    members: Sequence[Leg],
    labels: Mapping[str, FlowLabel],
    found: dict[tuple[str, int], float],
    *,
    x: float,
    zone: float,
    outer: bool,
) -> float:
    """Places the legs in a gap that begins at `x`, after its zone of labels; gives the gap's width."""
    strands = [_strand(leg, labels.get(leg.flow)) for leg in members]
    offsets = places(strands)
    least = _MARGIN if outer else _LEAST_GAP
    if not members:
        return max(least, zone + (_AFTER_TRACKS if zone else 0))
    extent = max(offset + strand.after for offset, strand in zip(offsets, strands, strict=True))
    width = max(least, zone + _BEFORE_TRACKS + extent + _AFTER_TRACKS)
    first = (
        x + width - _AFTER_TRACKS - extent
        if zone
        else x + _BEFORE_TRACKS + (width - _BEFORE_TRACKS - extent - _AFTER_TRACKS) // 2
    )
    for leg, offset in zip(members, offsets, strict=True):
        found[leg.flow, leg.index] = first + offset
    return width


def _strand(leg: Leg, label: FlowLabel | None) -> Strand:
    turns = (
        Turn(leg.ends[0].line, leg.ends[0].side, leg.ends[0].fixed),
        Turn(leg.ends[1].line, leg.ends[1].side, leg.ends[1].fixed),
    )
    beside = label is not None and label.spot is Spot.BESIDE and leg.index == 1
    return Strand(leg.first, leg.last, turns, after=round(label.width) + CLEARANCE if label and beside else 0)


def _half_widths(process: Process, grid: Grid, labels: Mapping[str, NodeLabel]) -> dict[int, float]:
    halves: dict[int, float] = {}
    for node in process.nodes:
        column = grid.places[node.id][0]
        half = node_size(node).width / 2
        if label := labels.get(node.id):
            half = max(half, label.width + _CORNER_GAP if label.side is Side.UPPER_LEFT else label.width / 2)
        halves[column] = max(halves.get(column, 0), round(half))
    return halves


def _label_reach(labels: Mapping[str, FlowLabel]) -> dict[int, float]:
    """How far right of its column's middle labels reach, by column."""
    reach: dict[int, float] = {}
    for label in labels.values():
        if label.spot is not Spot.BESIDE:
            reach[label.column] = max(reach.get(label.column, 0), round(label.offset + label.width) + CLEARANCE)
    return reach
