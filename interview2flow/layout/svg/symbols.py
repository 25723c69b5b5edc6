"""Tasks, gateways and events as BPMN draws them, with what is doubtful made visible."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from interview2flow.layout.metrics import width as text_width
from interview2flow.layout.sizes import short_label, task_label
from interview2flow.layout.svg import style
from interview2flow.layout.svg.canvas import Element, add, clean, text_block
from interview2flow.layout.text import TextBlock
from interview2flow.model import Bounds, Event, EventKind, FactKind, Gateway, GatewayKind, Point, Provenance, Task

_ROUNDING: Final = 8
_NOTE_FONT: Final = 9.5
_NOTE_HEIGHT: Final = 17
_NOTE_PADDING: Final = 6
_BADGE: Final = 8  # radius of the mark on a task whose role was concluded
_MARK: Final = 9  # half the size of a gateway's sign
_NUMBER_FONT: Final = 14.0
_LEAST: Final = 0.83  # of the size asked for: a number in smaller letters cannot be read any more
_INNER: Final = 3  # between the two circles of an intermediate event
_NOTED: Final = (FactKind.WORK_TIME, FactKind.WAIT_TIME, FactKind.SYSTEM)


def is_doubtful(task: Task) -> bool:
    """Whether a step is drawn as concluded rather than told."""
    return task.provenance is Provenance.INFERRED or (
        task.provenance is not Provenance.EDITED and task.confidence < style.DOUBTFUL
    )


def draw_task(parent: Element, task: Task, bounds: Bounds, *, letters: float | None = None) -> None:
    """A box with the step's label and, where there is room, how long it takes and in which system; or with a short name alone."""
    group = add(parent, "g")
    box = add(group, "rect", x=bounds.x, y=bounds.y, width=bounds.width, height=bounds.height, rx=_ROUNDING)
    box.attrib.update(fill=style.TASK, stroke=style.DOUBT if is_doubtful(task) else style.TASK_EDGE)
    box.set("stroke-width", str(style.NORMAL))
    if is_doubtful(task):
        box.set("stroke-dasharray", style.DASHES)
    if letters is not None:
        fitting = short_label(clean(task.name), bounds, letters)
        text_block(group, replace(fitting, size=max(fitting.size, _LEAST * letters)), bounds.centre, colour=style.INK)
        return
    label = task_label(clean(task.name), bounds)
    note = _note(task, bounds, label)
    middle = Point(bounds.centre.x, bounds.centre.y - (_NOTE_HEIGHT / 2 if note else 0))
    text_block(group, label, middle, colour=style.INK)
    if note:
        block = TextBlock((note,), _NOTE_FONT)
        text_block(group, block, Point(bounds.centre.x, bounds.bottom - _NOTE_HEIGHT / 2 - 2), colour=style.FAINT)
    if task.actor is Provenance.INFERRED:
        draw_badge(group, Point(bounds.x + 2, bounds.y + 2))


def draw_badge(parent: Element, at: Point) -> None:
    """The question mark of a role that was concluded."""
    add(parent, "circle", cx=at.x, cy=at.y, r=_BADGE, fill=style.PAPER, stroke=style.DOUBT, stroke_width=style.THIN)
    text_block(parent, TextBlock(("?",), 11), at, colour=style.DOUBT)


def _note(task: Task, bounds: Bounds, label: TextBlock) -> str:
    """Time and system on one line, as much as fits under the label; empty where nothing does."""
    if label.height + 2 * _NOTE_HEIGHT > bounds.height:
        return ""
    note = ""
    for kind in _NOTED:
        value = next((clean(fact.value) for fact in task.facts if fact.kind is kind), "")
        longer = f"{note} · {value}" if note else value
        if value and text_width(longer, _NOTE_FONT) <= bounds.width - 2 * _NOTE_PADDING:
            note = longer
    return note


def draw_gateway(parent: Element, gateway: Gateway, bounds: Bounds) -> None:
    """A diamond with BPMN's sign for its kind."""
    centre = bounds.centre
    corners = ((centre.x, bounds.y), (bounds.right, centre.y), (centre.x, bounds.bottom), (bounds.x, centre.y))
    points = " ".join(f"{x:g},{y:g}" for x, y in corners)
    group = add(parent, "g", stroke=style.GATEWAY_EDGE, stroke_width=style.NORMAL, fill="none")
    add(group, "polygon", points=points, fill=style.GATEWAY)
    if gateway.kind is GatewayKind.INCLUSIVE:
        add(group, "circle", cx=centre.x, cy=centre.y, r=_MARK + 1, stroke_width=style.THICK - 0.5)
        return
    reach = _MARK - 1 if gateway.kind is GatewayKind.EXCLUSIVE else _MARK + 2
    ends = ((-1, -1, 1, 1), (-1, 1, 1, -1)) if gateway.kind is GatewayKind.EXCLUSIVE else ((-1, 0, 1, 0), (0, -1, 0, 1))
    for x1, y1, x2, y2 in ends:
        line = add(group, "line", x1=centre.x + x1 * reach, y1=centre.y + y1 * reach)
        line.attrib.update(x2=f"{centre.x + x2 * reach:g}", y2=f"{centre.y + y2 * reach:g}")
        line.set("stroke-width", str(style.THICK))


def draw_event(parent: Element, event: Event, bounds: Bounds) -> None:
    """A circle: thin where the process starts, double within, thick where it ends."""
    colours = {EventKind.START: (style.START, style.START_EDGE), EventKind.END: (style.END, style.END_EDGE)}
    fill, stroke = colours.get(event.kind, (style.PAPER, style.LINE))
    radius, centre = min(bounds.width, bounds.height) / 2, bounds.centre
    group = add(parent, "g", stroke=stroke, stroke_width=style.THICK if event.kind is EventKind.END else style.NORMAL)
    inset = style.THICK / 2 if event.kind is EventKind.END else 0
    add(group, "circle", cx=centre.x, cy=centre.y, r=radius - inset, fill=fill)
    if event.kind is EventKind.INTERMEDIATE:
        add(group, "circle", cx=centre.x, cy=centre.y, r=radius - _INNER, fill="none")


def draw_connector(parent: Element, number: int, bounds: Bounds, *, letters: float | None = None) -> None:
    """The numbered circle at which a flow leaves for, or comes from, another part of the picture."""
    centre = bounds.centre
    circle = add(parent, "circle", cx=centre.x, cy=centre.y, r=bounds.width / 2, fill=style.CONNECTOR, stroke=style.LINE)
    circle.set("stroke-width", str(style.NORMAL))
    label = TextBlock((str(number),), _NUMBER_FONT) if letters is None else short_label(str(number), bounds, letters)
    if label.size >= _LEAST * (letters or 0):
        text_block(parent, label, centre, colour=style.INK)
