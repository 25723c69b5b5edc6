"""A long flowchart in parts that can be read on a printed page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from interview2flow.languages import texts
from interview2flow.layout.arrange import HEAD, arrange
from interview2flow.layout.completion import diagram_of
from interview2flow.layout.svg import Scene, draw
from interview2flow.layout.svg.legend import wording
from interview2flow.model import Diagram, Event, EventKind, Node, Process, SequenceFlow

_SAME_COLUMN: Final = 20  # how far apart, in pixels, the middles of two symbols may be that stand one above the other
_PART: Final = 5.0  # what a further part costs, in flows cut
_EMPTY: Final = 16.0  # what an empty page would cost
_BESIDE_COLUMNS: Final = 2 * HEAD + 190  # lane heads, margins and connectors


@dataclass(frozen=True)
class Strip:
    """One part of a flowchart as a picture of its own.

    `svg` is a whole document of `width` times `height` pixels (96 to an inch); `nodes` are the ids of the process's nodes that
    it shows, from left to right; `number` counts from 1 to `count`.
    """

    number: int
    count: int
    svg: str
    width: float
    height: float
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """What a strip is drawn from: its `number` from 1 on, its scene, and the ids of its nodes by column."""

    number: int
    scene: Scene
    columns: list[list[str]]


def strips(
    process: Process,
    diagram: Diagram | None = None,
    *,
    symbols: int = 20,
    max_width: float = 1300,
    numbers: Mapping[str, int] | None = None,
) -> tuple[Strip, ...]:
    """The flowchart in parts from left to right, each with about `symbols` symbols and about `max_width` pixels wide at most.

    The parts follow the columns of `diagram` (by default the one that pictures use), and are cut where few flows run. Each is
    drawn anew with the lanes that it needs, so that none is higher than necessary. A flow from one part to another ends in a
    numbered circle and goes on from the circle with the same number; the number stands for the step that it leads to, and is
    that of `numbers` by the step's id, or simply counted. A process that fits one part gives one strip: the whole picture. An
    empty process gives none.

    At 1300 pixels the labels come out at about 7 points on a landscape A4 page. For PNG: `layout.png(strip.svg)`.
    """
    found = parts(process, diagram, symbols=symbols, max_width=max_width, numbers=numbers)
    return tuple(_strip(part, count=len(found)) for part in found)


def parts(
    process: Process, diagram: Diagram | None = None, *, symbols: int, max_width: float, numbers: Mapping[str, int] | None = None
) -> list[Part]:
    """The parts of `strips`, not drawn yet."""
    drawn = diagram or diagram_of(process)
    columns = _columns(process, drawn)
    if not columns:
        return []
    cut = _cut(process, columns, drawn, symbols=symbols, max_width=max_width)
    if len(cut) == 1:
        return [Part(1, Scene(process=process, diagram=drawn, title=process.title), columns)]
    title = texts(wording(process.language), "picture")["part"]
    led_to = _numbers(process, cut, numbers or {})
    headings = (title.format(title=process.title, number=number, count=len(cut)) for number in range(1, len(cut) + 1))
    return [
        Part(number, _part(process, part, led_to, heading), part)
        for number, (part, heading) in enumerate(zip(cut, headings, strict=True), 1)
    ]


def _strip(part: Part, *, count: int) -> Strip:
    picture = draw(part.scene)
    nodes = tuple(node for column in part.columns for node in column)
    return Strip(part.number, count, picture.svg, picture.width, picture.height, nodes)


def _columns(process: Process, diagram: Diagram) -> list[list[str]]:
    """The nodes from left to right, those that stand one above the other together."""
    middles = {node.id: diagram.shapes[node.id].centre.x for node in process.nodes}
    columns: list[list[str]] = []
    last = float("-inf")
    for node in sorted(middles, key=lambda node: (middles[node], diagram.shapes[node].y)):
        if middles[node] - last > _SAME_COLUMN:
            columns.append([])
            last = middles[node]
        columns[-1].append(node)
    return columns


def _cut(
    process: Process, columns: list[list[str]], diagram: Diagram, *, symbols: int, max_width: float
) -> list[list[list[str]]]:
    """Whole columns in parts: few parts, few flows cut, no part that is almost empty (shortest path over all cuts)."""
    best: list[tuple[float, int]] = [(0, 0)]
    for end in range(1, len(columns) + 1):
        cut = _flows_cut(process, columns, end)
        ways: list[tuple[float, int]] = []
        for start in range(end - 1, -1, -1):
            filled = _filled(columns[start:end], diagram, symbols=symbols, max_width=max_width)
            if filled > 1 and ways:
                break
            ways.append((best[start][0] + _PART + cut + _EMPTY * (1 - min(filled, 1)) ** 2, start))
        best.append(min(ways))
    parts: list[list[list[str]]] = []
    end = len(columns)
    while end:
        start = best[end][1]
        parts.append(columns[start:end])
        end = start
    return parts[::-1]


def _filled(columns: list[list[str]], diagram: Diagram, *, symbols: int, max_width: float) -> float:
    """How full a part would be: 1 is just full."""
    shapes = [diagram.shapes[node] for column in columns for node in column]
    width = max(shape.right for shape in shapes) - min(shape.x for shape in shapes) + _BESIDE_COLUMNS
    return max(len(shapes) / symbols, width / max_width)


def _flows_cut(process: Process, columns: list[list[str]], end: int) -> int:
    """How many flows a cut before that column goes through, counting those to one step once."""
    before = {node for column in columns[:end] for node in column}
    return len({flow.target for flow in process.flows if (flow.source in before) != (flow.target in before)})


def _numbers(process: Process, parts: list[list[list[str]]], known: Mapping[str, int] | None = None) -> dict[str, int]:
    """A number for each step that flows from other parts lead to: the known one, or counted in the order of their sources."""
    known = known or {}
    free = count(max(known.values(), default=0) + 1)
    home = {node: index for index, part in enumerate(parts) for column in part for node in column}
    numbers: dict[str, int] = {}
    for flow in sorted(process.flows, key=lambda flow: home[flow.source]):
        if home[flow.source] != home[flow.target]:
            numbers[flow.target] = numbers.get(flow.target) or known.get(flow.target) or next(free)
    return numbers


def _part(process: Process, columns: list[list[str]], numbers: dict[str, int], title: str) -> Scene:
    """The part of the process with these nodes, and a connector wherever a flow comes from or goes to another part."""
    place = {node: index for index, column in enumerate(columns) for node in column}
    inside = frozenset(place)
    members: list[Node] = []
    flows: list[SequenceFlow] = []
    connectors: dict[str, int] = {}
    for node in (node for node in process.nodes if node.id in inside):
        if any(flow.source not in inside for flow in process.incoming(node.id)):
            entry = _connector(f"to {node.id}", node)
            members.append(entry)
            connectors[entry.id], place[entry.id] = numbers[node.id], place[node.id] - 1
            flows.append(SequenceFlow(id=f"flow {entry.id}", source=entry.id, target=node.id))
        members.append(node)
        for flow in process.outgoing(node.id):
            if flow.target in inside:
                flows.append(flow)
                continue
            departure = _connector(f"from {flow.id}", node)
            members.append(departure)
            connectors[departure.id], place[departure.id] = numbers[flow.target], place[node.id] + 1
            flows.append(replace(flow, target=departure.id))
    used = {node.lane for node in members}
    lanes = tuple(lane for lane in process.lanes if lane.id in used)
    part = replace(process, lanes=lanes, nodes=tuple(members), flows=tuple(flows), diagram=None)
    first = min(place.values())
    diagram = arrange(part, columns={node: column - first for node, column in place.items()})
    return Scene(process=part, diagram=diagram, title=title, connectors=connectors)


def _connector(name: str, node: Node) -> Event:
    """A numbered circle beside a node; its id has a space, which no id in a BPMN file can have."""
    return Event(id=name, kind=EventKind.INTERMEDIATE, lane=node.lane)
