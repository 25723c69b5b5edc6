"""Boundary events in a drawing that was made anew: they belong on the border of their step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from interview2flow.model import Bounds, Diagram, Point, Process, SequenceFlow

APART: Final = 1.5
"""Between the middles of two events on one border, in widths."""

GAP: Final = 15.0
"""Between a step and the arrow that goes up beside it."""


def seated(process: Process, diagram: Diagram, ways: Collection[str]) -> Diagram:
    """The drawing with each boundary event on its step; `ways` are the arrows that these events stand for.

    Those that stand there already stay, and what leads on from the others begins at their new place.
    """
    seats: dict[str, int] = {}
    for way in (flow for flow in process.flows if flow.id in ways):
        event, step = diagram.shapes[way.target], diagram.shapes[way.source]
        if not _touch(event, step):
            x = step.right - event.width * (0.5 + APART * seats.get(way.source, 0))
            seats[way.source] = seats.get(way.source, 0) + 1
            diagram = _moved(diagram, way.target, replace(event, x=x, y=step.bottom - event.height / 2))
            for onward in process.outgoing(way.target):
                diagram = _led_from(diagram, onward, beside=step.right + event.width / 2 + GAP)
    return diagram


def _touch(event: Bounds, step: Bounds) -> bool:
    across = event.x <= step.right and event.right >= step.x
    return across and event.y <= step.bottom and event.bottom >= step.y


def _moved(diagram: Diagram, name: str, bounds: Bounds) -> Diagram:
    labels = {key: place for key, place in diagram.labels.items() if key != name}
    return replace(diagram, shapes={**diagram.shapes, name: bounds}, labels=labels)


def _led_from(diagram: Diagram, flow: SequenceFlow, *, beside: float) -> Diagram:
    """The arrow leaves the event to the right, and goes up `beside` the step to where it began before."""
    event, route = diagram.shapes[flow.source], diagram.routes[flow.id]
    level = event.centre.y
    begin = (Point(event.right, level), Point(beside, level), Point(beside, route[0].y))
    return replace(diagram, routes={**diagram.routes, flow.id: (*begin, *route[1:])})
