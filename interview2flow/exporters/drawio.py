"""The flowchart for draw.io (diagrams.net), to be edited there: everything stands where our own drawing has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from lxml import etree

from interview2flow import layout
from interview2flow.exporters._manual.clean import clean
from interview2flow.model import Bounds, Diagram, Event, EventKind, Finding, Gateway, GatewayKind, Node, Point, Process

HEADING: Final = 30
"""How wide a pool's or lane's heading is, in pixels."""

POOL: Final = f"swimlane;html=0;horizontal=0;startSize={HEADING};collapsible=0;fillColor=#e7edf3;strokeColor=#4a5a6a;"
LANE: Final = f"swimlane;html=0;horizontal=0;startSize={HEADING};collapsible=0;swimlaneFillColor=#ffffff;strokeColor=#4a5a6a;"
TASK: Final = "rounded=1;whiteSpace=wrap;html=0;arcSize=10;fillColor=#ffffff;strokeColor=#22303c;"
OUTSIDE: Final = "html=0;verticalLabelPosition=bottom;verticalAlign=top;fillColor=#ffffff;strokeColor=#22303c;"
ABOVE: Final = "html=0;verticalLabelPosition=top;verticalAlign=bottom;fillColor=#ffffff;strokeColor=#22303c;"
ARROW: Final = "edgeStyle=none;html=0;rounded=0;endArrow=block;endFill=1;strokeColor=#22303c;labelBackgroundColor=#ffffff;"

EVENTS: Final = {EventKind.START: "standard", EventKind.INTERMEDIATE: "throwing", EventKind.END: "end"}
GATEWAYS: Final = {
    GatewayKind.EXCLUSIVE: "outline=none;symbol=none;gwType=exclusive",
    GatewayKind.PARALLEL: "outline=none;symbol=none;gwType=parallel",
    GatewayKind.INCLUSIVE: "outline=end;symbol=general",
}
"""What draw.io's BPMN symbols are told to look like ours."""

ROOT: Final = "0"
LAYER: Final = "1"
NOWHERE: Final = Point(0, 0)


def render(process: Process, findings: Sequence[Finding]) -> bytes:  # noqa: ARG001
    """The file's XML, UTF-8; findings are not drawn. Labels are plain text: draw.io reads no HTML in them."""
    diagram = layout.diagram_of(process)
    file = etree.Element("mxfile", host="interview2flow")
    page = etree.SubElement(file, "diagram", id="flowchart", name=_words(process.title))
    model = etree.SubElement(page, "mxGraphModel", grid="1", gridSize="10", page="0", math="0")
    _Pen(process, diagram, etree.SubElement(model, "root")).draw()
    return etree.tostring(file, xml_declaration=True, encoding="UTF-8", pretty_print=True)


class _Pen:
    """Draws into the page; everything has a name of our own, as two of draw.io's are taken."""

    def __init__(self, process: Process, diagram: Diagram, root: etree._Element) -> None:
        self._process, self._diagram, self._root = process, diagram, root
        self._numbers = {task.id: number for number, task in enumerate(process.tasks, 1)}
        parts = (*process.lanes, *process.nodes, *process.flows)
        self._names = {part.id: f"cell{number}" for number, part in enumerate(parts, 1)}

    def draw(self) -> None:
        """The pool, then its lanes, then what stands in them, then the arrows."""
        self._add(id=ROOT)
        self._add(id=LAYER, parent=ROOT)
        shapes = self._diagram.shapes
        pool = shapes.get(layout.POOL)
        if pool:
            self._shape("pool", self._process.title, POOL, pool, parent=LAYER, origin=NOWHERE)
        for lane in self._process.lanes:
            within, origin = ("pool", Point(pool.x, pool.y)) if pool else (LAYER, NOWHERE)
            self._shape(self._names[lane.id], lane.name, LANE, shapes[lane.id], parent=within, origin=origin)
        for node in self._process.nodes:
            self._node(node, shapes)
        for flow in self._process.flows:
            arrow = {"source": self._names[flow.source], "target": self._names[flow.target], "edge": "1"}
            cell = self._add(id=self._names[flow.id], value=_words(flow.name), style=ARROW, parent=LAYER, **arrow)
            self._route(cell, self._diagram.routes[flow.id], self._diagram.labels.get(flow.id))

    def _node(self, node: Node, shapes: Mapping[str, Bounds]) -> None:
        """A symbol, placed within its lane so that it moves along with it."""
        bounds = shapes[node.id]
        lane = shapes[node.lane] if node.lane is not None else None
        parent = LAYER if node.lane is None else self._names[node.lane]
        origin = NOWHERE if lane is None else Point(lane.x, lane.y)
        number = self._numbers.get(node.id)
        name = node.name if number is None else f"{number} {node.name}"
        self._shape(self._names[node.id], name, _style(node), bounds, parent=parent, origin=origin)

    def _shape(self, name: str, words: str, style: str, bounds: Bounds, *, parent: str, origin: Point) -> None:
        cell = self._add(id=name, value=_words(words), style=style, vertex="1", parent=parent)
        place = {"x": bounds.x - origin.x, "y": bounds.y - origin.y, "width": bounds.width, "height": bounds.height}
        _geometry(cell, **place)

    def _route(self, cell: etree._Element, route: Sequence[Point], label: Bounds | None) -> None:
        """The arrow's bends, and its label where our drawing has it: so far from the middle of the arrow."""
        geometry = _geometry(cell, relative=1)
        for end, point in (("sourcePoint", route[0]), ("targetPoint", route[-1])):
            _point(geometry, point, role=end)
        if bends := route[1:-1]:
            points = etree.SubElement(geometry, "Array", {"as": "points"})
            for point in bends:
                _point(points, point)
        if label:
            middle = _middle(route)
            _point(geometry, Point(label.centre.x - middle.x, label.centre.y - middle.y), role="offset")

    def _add(self, **attributes: str) -> etree._Element:
        return etree.SubElement(self._root, "mxCell", attributes)


def _style(node: Node) -> str:
    match node:
        case Gateway():
            return f"shape=mxgraph.bpmn.gateway2;{GATEWAYS[node.kind]};perimeter=rhombusPerimeter;{ABOVE}"
        case Event():
            return f"shape=mxgraph.bpmn.event;outline={EVENTS[node.kind]};symbol=general;perimeter=ellipsePerimeter;{OUTSIDE}"
        case _:
            return TASK


def _middle(route: Sequence[Point]) -> Point:
    """The point halfway along a route, where draw.io puts an arrow's label."""
    legs = [(one, other, abs(other.x - one.x) + abs(other.y - one.y)) for one, other in pairwise(route)]
    left = sum(length for _, _, length in legs) / 2
    for one, other, length in legs:
        if left <= length:
            share = left / length if length else 0
            return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)
        left -= length
    return route[-1]


def _geometry(cell: etree._Element, **values: float) -> etree._Element:
    attributes = {key: f"{value:g}" for key, value in values.items()}
    return etree.SubElement(cell, "mxGeometry", {**attributes, "as": "geometry"})


def _point(parent: etree._Element, point: Point, *, role: str | None = None) -> None:
    etree.SubElement(parent, "mxPoint", {"x": f"{point.x:g}", "y": f"{point.y:g}", **({"as": role} if role else {})})


def _words(text: str) -> str:
    return " ".join(clean(text).split())
