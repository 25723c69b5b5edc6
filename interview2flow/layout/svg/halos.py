"""Coloured borders around given elements, each with a sign of its own: what differs is seen in grey print too."""

from __future__ import annotations

from enum import Enum
from typing import Final

from interview2flow.layout.svg.canvas import Element, add, polyline, text_block
from interview2flow.layout.svg.scene import Scene
from interview2flow.layout.text import TextBlock
from interview2flow.model import Bounds, Point

_REACH: Final = 6
_ROUNDING: Final = 10
_BORDER: Final = 3.0
_ROUTE: Final = 9.0
_TINT: Final = 0.13
_ROUTE_TINT: Final = 0.4
_SIGN_RADIUS: Final = 10
_SIGN_FONT: Final = 15


class Halo(Enum):
    """A colour and the sign that stands for the same."""

    ADDED = ("#1a7f3c", "+")
    REMOVED = ("#b3261e", "–")
    CHANGED = ("#9a6200", "≠")

    def __init__(self, colour: str, sign: str) -> None:
        self.colour, self.sign = colour, sign


def draw_halos(parent: Element, scene: Scene) -> None:
    """A tint behind each element that has one, under the symbols and over the lanes."""
    for element, halo in scene.halos.items():
        route = scene.diagram.routes.get(element, ())
        if element in scene.diagram.shapes:
            _border(_group(parent, element, halo), _around(scene, element), halo)
        elif len(route) > 1:
            group = _group(parent, element, halo)
            line = add(group, "path", d=polyline(route), fill="none", stroke=halo.colour, stroke_width=_ROUTE)
            line.set("stroke-opacity", str(_ROUTE_TINT))


def draw_signs(parent: Element, scene: Scene) -> None:
    """The signs, over everything else."""
    for element, halo in scene.halos.items():
        route = scene.diagram.routes.get(element, ())
        if element in scene.diagram.shapes:
            bounds = _around(scene, element)
            _sign(parent, Point(bounds.right - _REACH, bounds.y + _REACH / 2), halo)
        elif len(route) > 1:
            start, end = route[0], route[1]
            _sign(parent, Point((start.x + end.x) / 2, (start.y + end.y) / 2), halo)


def _group(parent: Element, element: str, halo: Halo) -> Element:
    """By its names a page finds where an element stands in the picture."""
    return add(parent, "g", data_element=element, data_halo=halo.name.lower())


def _around(scene: Scene, element: str) -> Bounds:
    shape = scene.diagram.shapes[element]
    if element in {lane.id for lane in scene.process.lanes}:
        return shape
    return Bounds(shape.x - _REACH, shape.y - _REACH, shape.width + 2 * _REACH, shape.height + 2 * _REACH)


def _border(parent: Element, bounds: Bounds, halo: Halo) -> None:
    box = add(parent, "rect", x=bounds.x, y=bounds.y, width=bounds.width, height=bounds.height, rx=_ROUNDING)
    box.attrib.update({"fill": halo.colour, "fill-opacity": str(_TINT), "stroke": halo.colour, "stroke-width": str(_BORDER)})


def _sign(parent: Element, at: Point, halo: Halo) -> None:
    add(parent, "circle", cx=at.x, cy=at.y, r=_SIGN_RADIUS, fill=halo.colour)
    text_block(add(parent, "g", font_weight="bold"), TextBlock((halo.sign,), _SIGN_FONT), at, colour="#ffffff")
