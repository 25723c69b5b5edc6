"""Boundary events in a drawing that was made anew: they belong on the border of their step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from interview2flow.model import Bounds, Diagram, Point, Process, SequenceFlow

APART: Final = 1.5
"""Between the middles of two events on one border, in widths."""


def seated(process: Process, diagram: Diagram, ways: Collection[str]) -> Diagram:
    """The drawing with each boundary event on its step; `ways` are the arrows that these events stand for.

    Those that stand there already stay, and what leads on from the others begins at their new place.
    """
    seats: dict[str, int] = {}
    for way in (flow for flow in process.flows if flow.id in ways):
        event, step = diagram.shapes[way.target], diagram.shapes[way.source]
        if not _touch(event, step):
            seats[way.source] = seats.get(way.source, 0) + 1
            x = step.right - APART * event.width * seats[way.source]
            diagram = _moved(diagram, way.target, replace(event, x=x, y=step.bottom - event.height / 2))
            for onward in process.outgoing(way.target):
                diagram = _led_from(diagram, onward)
    return diagram


def _touch(event: Bounds, step: Bounds) -> bool:
    across = event.x <= step.right and event.right >= step.x
    return across and event.y <= step.bottom and event.bottom >= step.y


def _moved(diagram: Diagram, name: str, bounds: Bounds) -> Diagram:
    labels = {key: place for key, place in diagram.labels.items() if key != name}
    return replace(diagram, shapes={**diagram.shapes, name: bounds}, labels=labels)


def _led_from(diagram: Diagram, flow: SequenceFlow) -> Diagram:
    """The arrow goes down from the event first, then to where it began before."""
    event, route = diagram.shapes[flow.source], diagram.routes[flow.id]
    below = event.centre.x
    begin = (Point(below, event.bottom), Point(below, route[0].y))
    return replace(diagram, routes={**diagram.routes, flow.id: (*begin, *route)})
