"""Where names stand that are written beside their symbol: space is set aside for each before anything gets its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from interview2flow.layout.board import Path
from interview2flow.layout.grid import Grid
from interview2flow.layout.sizes import label_block, node_size, outer_label
from interview2flow.layout.text import TextBlock
from interview2flow.model import Gateway, Node, Process, SequenceFlow

CLEARANCE: Final = 5  # between a label and its line or symbol
_CORNER_WIDTH: Final = 90.0  # of a name that stands beside the upper corner of a symbol


class Spot(Enum):
    """Where a flow's label stands: always on the first part of the flow that is its own."""

    STUB = auto()  # over the level line that leaves the source
    BESIDE = auto()  # right of the upright line that it turns into, where it leaves together with others
    CORNER = auto()  # over the level line in the middle of a row that it turns into
    CORNER_BELOW = auto()  # under it, where another branch's label stands over it
    TRACK = auto()  # over the level line in a gap that it turns into, which is reached from above
    TRACK_BELOW = auto()  # under it, where it is reached from below


class Side(Enum):
    """Where the name of a gateway or event stands."""

    ABOVE = auto()
    BELOW = auto()
    UPPER_LEFT = auto()


@dataclass(frozen=True, slots=True)
class FlowLabel:
    """A flow's label: its lines, its spot, the column (upright line) it hangs at and the level line of its leg."""

    flow: str
    block: TextBlock
    spot: Spot
    column: int
    level: int
    offset: float  # from the middle of the column to the label's left edge; for BESIDE from its line

    @property
    def width(self) -> float:
        """The room it takes across."""
        return self.block.width + 2

    @property
    def height(self) -> float:
        """The room it takes along."""
        return self.block.height


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """A gateway's or event's name and the side on which it stands."""

    node: str
    block: TextBlock
    side: Side
    lift: float = 0  # how much further away, so as not to meet a label of the node's own flows

    @property
    def width(self) -> float:
        """The room it takes across."""
        return self.block.width + 2

    @property
    def room(self) -> float:
        """How much room the name takes beyond its symbol."""
        return self.block.height + CLEARANCE + self.lift


def flow_labels(process: Process, grid: Grid, paths: Mapping[str, Path]) -> dict[str, FlowLabel]:
    """The labels of all flows that have a name."""
    rows = frozenset(grid.row_lines)
    to_the_right = Counter(flow.source for flow in process.flows if _leaves_level(paths[flow.id]))
    corners: set[tuple[int, int]] = set()
    found = {}
    for flow in process.flows:
        block = outer_label(flow)
        if block is None:
            continue
        path = paths[flow.id]
        column = path[0][0]
        spot, level, offset = Spot.STUB, path[0][1], node_size(process.node(flow.source)).width / 2 + CLEARANCE + 1
        if not _leaves_level(path):
            spot, level, offset = _corner_spot(path, rows, corners), path[1][1], CLEARANCE + 1
        elif to_the_right[flow.source] > 1 and path[1][0] == column + 1 and path[1] != path[-1]:
            spot, offset = Spot.BESIDE, CLEARANCE
        found[flow.id] = FlowLabel(flow.id, block, spot, column, level, offset)
    return found


def _leaves_level(path: Path) -> bool:
    return path[0][1] == path[1][1]


def _corner_spot(path: Path, rows: frozenset[int], corners: set[tuple[int, int]]) -> Spot:
    place = path[1]
    if place[1] not in rows:
        return Spot.TRACK if path[0][1] < place[1] else Spot.TRACK_BELOW
    if place in corners:
        return Spot.CORNER_BELOW
    corners.add(place)
    return Spot.CORNER


def node_labels(process: Process, paths: Mapping[str, Path], flows: Mapping[str, FlowLabel]) -> dict[str, NodeLabel]:
    """The names of gateways (rather above) and events (rather below), on a side that no flow uses."""
    used = _used_sides(process.flows, paths)
    found = {}
    for node in process.nodes:
        block = outer_label(node)
        if block is None:
            continue
        wishes = (Side.ABOVE, Side.BELOW) if isinstance(node, Gateway) else (Side.BELOW, Side.ABOVE)
        side = next((side for side in wishes if (node.id, side) not in used), Side.UPPER_LEFT)
        if side is Side.UPPER_LEFT:
            block = label_block(node.name, _CORNER_WIDTH)
        lift = 0 if side is Side.BELOW else _lift(process, node, block, flows)
        found[node.id] = NodeLabel(node.id, block, side, lift)
    return found


def _lift(process: Process, node: Node, block: TextBlock, flows: Mapping[str, FlowLabel]) -> float:
    """How far a name must rise to stand over a flow label beside its symbol that it would reach into."""
    stubs = [flows[flow.id] for flow in process.outgoing(node.id) if flow.id in flows and flows[flow.id].spot is Spot.STUB]
    half = node_size(node).height / 2
    meeting = [label.height + 2 * CLEARANCE - half - CLEARANCE for label in stubs if block.width / 2 + CLEARANCE > label.offset]
    return max(0, *meeting) if meeting else 0


def _used_sides(flows: Iterable[SequenceFlow], paths: Mapping[str, Path]) -> set[tuple[str, Side]]:
    used = set()
    for flow in flows:
        path = paths[flow.id]
        for node, here, there in ((flow.source, path[0], path[1]), (flow.target, path[-1], path[-2])):
            if here[0] == there[0]:
                used.add((node, Side.ABOVE if there[1] < here[1] else Side.BELOW))
    return used
