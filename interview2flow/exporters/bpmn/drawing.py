"""The drawing of a file, BPMN DI, as a Diagram."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import real
from interview2flow.exporters.bpmn.boundaries import way_to
from interview2flow.exporters.bpmn.identifiers import identifier, legal, unprefixed
from interview2flow.exporters.bpmn.vocabulary import BOUNDARY_EVENT, BPMNDI, DC, DI, POOL
from interview2flow.model import Bounds, Diagram, Point, Process

LABEL: Final = BPMNDI + "BPMNLabel"

MARGIN: Final = 30.0
"""Between the pool's edge and what stands in it, and the width of its heading, where we have to draw one ourselves."""


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
        if (own := drawn_bounds(element)) is not None:
            shapes[key] = own
        elif points := drawn_route(element):
            routes[key] = points
        if (label := drawn_bounds(element.find(LABEL))) is not None:
            labels[key] = label
    events = [name for element in definitions.iter(BOUNDARY_EVENT) if (name := identifier(element)) in shapes]
    # They stand on their step's border: there is nothing to draw between them.
    routes |= {way_to(event): (shapes[event].centre, shapes[event].centre) for event in events}
    if not _complete(process, shapes.keys(), routes.keys()):
        return None
    if process.lanes:
        shapes.setdefault(POOL, _around(shapes, routes))
    return Diagram(shapes, routes, labels)


def _complete(process: Process, shapes: Collection[str], routes: Collection[str]) -> bool:
    expected = {part.id for part in (*process.nodes, *process.lanes)}
    return bool(expected) and expected.issubset(shapes) and {flow.id for flow in process.flows}.issubset(routes)


def _drawn(definitions: etree._Element, process: Process, *, pool: str | None) -> Iterator[tuple[str, etree._Element]]:
    known = {part.id for part in (*process.nodes, *process.lanes, *process.flows)}
    for element in definitions.iter(BPMNDI + "BPMNShape", BPMNDI + "BPMNEdge"):
        drawn = unprefixed(element.get("bpmnElement", ""))
        if drawn == pool:
            yield POOL, element
        elif (key := legal(drawn)) in known:
            yield key, element


def drawn_bounds(element: etree._Element | None) -> Bounds | None:
    """Where a shape or a label stands; None where it has no place."""
    found = None if element is None else element.find(DC + "Bounds")
    return None if found is None else _read_bounds(found)


def drawn_route(element: etree._Element) -> tuple[Point, ...]:
    """The bends and ends of a line."""
    return tuple(Point(real(point, "x"), real(point, "y")) for point in element.iterchildren(DI + "waypoint"))


def _read_bounds(element: etree._Element) -> Bounds:
    x, y, width, height = (real(element, key) for key in ("x", "y", "width", "height"))
    return Bounds(x, y, width, height)


def _around(shapes: dict[str, Bounds], routes: dict[str, tuple[Point, ...]]) -> Bounds:
    """A pool around everything, for files that have lanes but no pool."""
    points = [point for route in routes.values() for point in route]
    left = min([bounds.x for bounds in shapes.values()] + [point.x for point in points]) - 2 * MARGIN
    top = min([bounds.y for bounds in shapes.values()] + [point.y for point in points]) - MARGIN
    right = max([bounds.right for bounds in shapes.values()] + [point.x for point in points]) + MARGIN
    bottom = max([bounds.bottom for bounds in shapes.values()] + [point.y for point in points]) + MARGIN
    return Bounds(left, top, right - left, bottom - top)
