"""The drawing: a Diagram as BPMN DI and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, number, real
from interview2flow.exporters.bpmn.identifiers import Identifiers, legal, unprefixed
from interview2flow.exporters.bpmn.vocabulary import BPMNDI, DC, DI, POOL
from interview2flow.model import Bounds, Diagram, Gateway, GatewayKind, Point, Process

MARGIN: Final = 30.0
"""Between the pool's edge and what stands in it, and the width of its heading, where we have to draw one ourselves."""


def write_diagram(definitions: etree._Element, process: Process, diagram: Diagram, *, plane_of: str, ids: Identifiers) -> None:
    """Adds the drawing: pool, lanes, nodes and flows, each with its label where it has a place."""
    drawing = add(definitions, BPMNDI + "BPMNDiagram", id=ids.free("BPMNDiagram_1"))
    plane = add(drawing, BPMNDI + "BPMNPlane", id=ids.free("BPMNPlane_1"), bpmnElement=plane_of)
    for key in (POOL, *(lane.id for lane in process.lanes)):
        _shape(plane, diagram, key, ids=ids, isHorizontal="true")
    for node in process.nodes:
        marked = "true" if isinstance(node, Gateway) and node.kind is GatewayKind.EXCLUSIVE else None
        _shape(plane, diagram, node.id, ids=ids, isMarkerVisible=marked)
    for flow in process.flows:
        if route := diagram.routes.get(flow.id):
            edge = add(plane, BPMNDI + "BPMNEdge", id=ids.free(f"{flow.id}_di"), bpmnElement=flow.id)
            for point in route:
                add(edge, DI + "waypoint", x=number(point.x), y=number(point.y))
            _label(edge, diagram, flow.id)


def _shape(plane: etree._Element, diagram: Diagram, key: str, *, ids: Identifiers, **attributes: str | None) -> None:
    if bounds := diagram.shapes.get(key):
        shape = add(plane, BPMNDI + "BPMNShape", id=ids.free(f"{key}_di"), bpmnElement=key, **attributes)
        _bounds(shape, bounds)
        _label(shape, diagram, key)


def _label(parent: etree._Element, diagram: Diagram, key: str) -> None:
    if bounds := diagram.labels.get(key):
        _bounds(add(parent, BPMNDI + "BPMNLabel"), bounds)


def _bounds(parent: etree._Element, bounds: Bounds) -> None:
    place = {"x": number(bounds.x), "y": number(bounds.y)}
    add(parent, DC + "Bounds", **place, width=number(bounds.width), height=number(bounds.height))


def diagram_in(definitions: etree._Element, process: Process, *, pool: str | None) -> Diagram | None:
    """The drawing of the process; None where it is missing, has gaps or stands upright, so that it must be laid out anew.

    `pool` is the id that the pool has in the file.
    """
    shapes: dict[str, Bounds] = {}
    routes: dict[str, tuple[Point, ...]] = {}
    labels: dict[str, Bounds] = {}
    for key, element in _drawn(definitions, process, pool=pool):
        if element.get("isHorizontal") == "false":
            return None
        if key in shapes or key in routes:
            continue
        if (own := element.find(DC + "Bounds")) is not None:
            shapes[key] = _read_bounds(own)
        elif points := tuple(_read_point(point) for point in element.iterchildren(DI + "waypoint")):
            routes[key] = points
        if (label := element.find(f"{BPMNDI}BPMNLabel/{DC}Bounds")) is not None:
            labels[key] = _read_bounds(label)
    expected = {part.id for part in (*process.nodes, *process.lanes)}
    if not expected or expected - shapes.keys() or {flow.id for flow in process.flows} - routes.keys():
        return None
    if process.lanes:
        shapes.setdefault(POOL, _around(shapes, routes))
    return Diagram(shapes, routes, labels)


def _drawn(definitions: etree._Element, process: Process, *, pool: str | None) -> Iterator[tuple[str, etree._Element]]:
    known = {part.id for part in (*process.nodes, *process.lanes, *process.flows)}
    for element in definitions.iter(BPMNDI + "BPMNShape", BPMNDI + "BPMNEdge"):
        drawn = unprefixed(element.get("bpmnElement", ""))
        if drawn == pool:
            yield POOL, element
        elif (key := legal(drawn)) in known:
            yield key, element


def _read_bounds(element: etree._Element) -> Bounds:
    x, y, width, height = (real(element, key) for key in ("x", "y", "width", "height"))
    return Bounds(x, y, width, height)


def _read_point(element: etree._Element) -> Point:
    return Point(real(element, "x"), real(element, "y"))


def _around(shapes: dict[str, Bounds], routes: dict[str, tuple[Point, ...]]) -> Bounds:
    """A pool around everything, for files that have lanes but no pool."""
    points = [point for route in routes.values() for point in route]
    left = min([bounds.x for bounds in shapes.values()] + [point.x for point in points]) - 2 * MARGIN
    top = min([bounds.y for bounds in shapes.values()] + [point.y for point in points]) - MARGIN
    right = max([bounds.right for bounds in shapes.values()] + [point.x for point in points]) + MARGIN
    bottom = max([bounds.bottom for bounds in shapes.values()] + [point.y for point in points]) + MARGIN
    return Bounds(left, top, right - left, bottom - top)
