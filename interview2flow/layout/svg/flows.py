"""Sequence flows with their arrow heads, and all names that stand beside their symbol."""

from __future__ import annotations

from typing import Final

from interview2flow.layout.sizes import LABEL_FONT
from interview2flow.layout.svg import style
from interview2flow.layout.svg.canvas import Element, add, clean, number, polyline, text_block
from interview2flow.layout.svg.docking import docked
from interview2flow.layout.svg.scene import Scene
from interview2flow.layout.text import fit
from interview2flow.model import Bounds, Point, Provenance, SequenceFlow, Task

_HEAD_LENGTH: Final = 10.0
_HEAD_HALF: Final = 4.5
_LINES: Final = 99
_LEAST_WIDTH: Final = 60
_DEFAULT_WIDTH: Final = 90.0
_GAP: Final = 5.0


def is_doubtful(flow: SequenceFlow) -> bool:
    """Whether a flow is drawn as uncertain."""
    return flow.provenance is Provenance.INFERRED and flow.confidence < style.DOUBTFUL


def draw_flows(parent: Element, scene: Scene) -> None:
    """All flows, each from border to border with a head at its target; one without length shows nothing."""
    group = add(parent, "g", fill="none", stroke=style.LINE, stroke_width=style.NORMAL)
    for flow in scene.process.flows:
        route = scene.diagram.routes.get(flow.id, ())
        if len(set(route)) > 1:
            shapes = scene.diagram.shapes
            _draw_flow(group, flow, docked(route, shapes.get(flow.source), shapes.get(flow.target)))


def _draw_flow(parent: Element, flow: SequenceFlow, route: tuple[Point, ...]) -> None:
    tip, before = route[-1], route[-2]
    length = ((tip.x - before.x) ** 2 + (tip.y - before.y) ** 2) ** 0.5 or 1
    across, along = (tip.x - before.x) / length, (tip.y - before.y) / length
    base = Point(tip.x - across * _HEAD_LENGTH, tip.y - along * _HEAD_LENGTH)
    line = add(parent, "path", d=polyline((*route[:-1], base)))
    if is_doubtful(flow):
        line.attrib.update({"stroke-dasharray": style.DASHES, "stroke": style.DOUBT})
    wings = [(base.x - along * side, base.y + across * side) for side in (_HEAD_HALF, -_HEAD_HALF)]
    points = " ".join(f"{number(x)},{number(y)}" for x, y in ((tip.x, tip.y), *wings))
    add(parent, "polygon", points=points, fill=style.DOUBT if is_doubtful(flow) else style.LINE, stroke="none")


def draw_names(parent: Element, scene: Scene) -> None:
    """The names of gateways, events and flows where the drawing has them, or at a usual place."""
    group = add(parent, "g")
    for node in scene.process.nodes:
        if not isinstance(node, Task) and node.name.strip() and node.id in scene.diagram.shapes:
            _draw_name(group, node.name, scene.diagram.labels.get(node.id) or _under(scene.diagram.shapes[node.id]))
    for flow in scene.process.flows:
        route = scene.diagram.routes.get(flow.id, ())
        if flow.name.strip() and len(set(route)) > 1:
            _draw_name(group, flow.name, scene.diagram.labels.get(flow.id) or _beside(route))


def _draw_name(parent: Element, name: str, bounds: Bounds) -> None:
    block = fit(clean(name), widths=(max(bounds.width + 1, _LEAST_WIDTH),), lines=_LINES, size=LABEL_FONT)
    text_block(parent, block, Point(bounds.centre.x, bounds.y + block.height / 2), colour=style.INK)


def _under(shape: Bounds) -> Bounds:
    return Bounds(shape.centre.x - _DEFAULT_WIDTH / 2, shape.bottom + _GAP, _DEFAULT_WIDTH, 0)


def _beside(route: tuple[Point, ...]) -> Bounds:
    start, end = route[0], route[1]
    left = min(start.x, end.x) if start.y == end.y else start.x
    return Bounds(left + _GAP, min(start.y, end.y) + _GAP, _DEFAULT_WIDTH, 0)
