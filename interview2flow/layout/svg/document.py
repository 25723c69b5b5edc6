"""The whole picture: frame, lanes, flows, symbols, names, legend, and words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from interview2flow.languages import texts
from interview2flow.layout.sizes import TASK_FONT
from interview2flow.layout.svg import style
from interview2flow.layout.svg.canvas import Element, add, clean, root, serialize, text_block, words
from interview2flow.layout.svg.flows import draw_flows, draw_names
from interview2flow.layout.svg.frames import draw_frames
from interview2flow.layout.svg.halos import draw_halos, draw_signs
from interview2flow.layout.svg.legend import HEIGHT, draw_legend, rows, wording
from interview2flow.layout.svg.scene import Scene
from interview2flow.layout.svg.symbols import draw_connector, draw_event, draw_gateway, draw_task
from interview2flow.layout.text import TextBlock
from interview2flow.model import Bounds, Diagram, Event, Gateway, Point, Process

_MARGIN: Final = 20
_EMPTY: Final = Bounds(0, 0, 360, 60)


@dataclass(frozen=True)
class Picture:
    """An SVG document and its size in pixels, 96 to an inch."""

    svg: str
    width: float
    height: float


def draw(scene: Scene) -> Picture:
    """The picture of a scene; the same scene gives the same bytes."""
    frame = extent(scene.diagram)
    lines = rows(scene, frame.width)
    width, height = frame.width + 2 * _MARGIN, frame.height + 2 * _MARGIN + len(lines) * HEIGHT
    picture = root(width, height, fonts=style.FONTS)
    words(picture, "title", scene.title or scene.process.title)
    words(picture, "desc", _description(scene.process))
    add(picture, "rect", width="100%", height="100%", fill=style.PAPER)
    group = add(picture, "g", transform=f"translate({_MARGIN - frame.x:g} {_MARGIN - frame.y:g})")
    paint(group, scene)
    draw_legend(group, lines, Point(frame.x, frame.bottom + _MARGIN / 2))
    if not scene.process.nodes:
        empty = TextBlock((texts(wording(scene.process.language), "picture")["empty"],), TASK_FONT)
        text_block(group, empty, frame.centre, colour=style.FAINT)
    return Picture(serialize(picture), width, height)


def paint(parent: Element, scene: Scene) -> None:
    """The drawing without legend, where its diagram says."""
    draw_frames(parent, scene)
    draw_halos(parent, scene)
    draw_flows(parent, scene)
    _draw_symbols(parent, scene)
    draw_names(parent, scene)
    draw_signs(parent, scene)


def _draw_symbols(parent: Element, scene: Scene) -> None:
    for node in scene.process.nodes:
        bounds = scene.diagram.shapes.get(node.id)
        if bounds is None:
            continue
        if node.id in scene.connectors:
            draw_connector(parent, scene.connectors[node.id], bounds, letters=scene.letters)
        elif isinstance(node, Event):
            draw_event(parent, node, bounds)
        elif isinstance(node, Gateway):
            draw_gateway(parent, node, bounds)
        else:
            draw_task(parent, node, bounds, letters=scene.letters)


def _description(process: Process) -> str:
    catalogue = texts(wording(process.language), "picture")
    steps = "; ".join(clean(task.name) for task in process.tasks)
    if not process.nodes:
        return str(catalogue["empty"])
    roles = ", ".join(clean(lane.name) for lane in process.lanes)
    return str(catalogue["description" if roles else "description_without_roles"]).format(roles=roles, steps=steps)


def extent(diagram: Diagram) -> Bounds:
    """The rectangle that holds everything in the drawing, in whole pixels."""
    boxes = (*diagram.shapes.values(), *diagram.labels.values())
    points = [point for route in diagram.routes.values() for point in route]
    points += [corner for box in boxes for corner in (Point(box.x, box.y), Point(box.right, box.bottom))]
    if not points:
        return _EMPTY
    left, right = _span(point.x for point in points)
    top, bottom = _span(point.y for point in points)
    return Bounds(left, top, right - left, bottom - top)


def _span(values: Iterable[float]) -> tuple[int, int]:
    found = list(values)
    return int(min(found) // 1), int(-(-max(found) // 1))
