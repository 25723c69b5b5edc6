"""What the marks mean, in words, for those marks that the picture has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from interview2flow.languages import LANGUAGES, texts
from interview2flow.layout.metrics import width
from interview2flow.layout.svg import flows, style, symbols
from interview2flow.layout.svg.canvas import Element, add, text_block
from interview2flow.layout.svg.scene import Scene
from interview2flow.layout.text import TextBlock
from interview2flow.model import Point, Provenance

HEIGHT: Final = 34
_FONT: Final = 11.0
_SAMPLE: Final = 26  # width of a sample
_SPACE: Final = 8
_BETWEEN: Final = 26


@dataclass(frozen=True)
class Entry:
    """A mark and what it means."""

    text: str
    sample: Callable[[Element, Point], object]


def wording(language: str) -> str:
    """The language whose words the picture uses: the process's, or English where that is not known."""
    return language if language in LANGUAGES else "en"


def entries(scene: Scene) -> tuple[Entry, ...]:
    """The marks that occur in the picture."""
    legend = texts(wording(scene.process.language), "picture")["legend"]
    return tuple(Entry(legend[name], sample) for name, sample in _marks(scene))


def rows(scene: Scene, limit: float) -> list[list[tuple[float, Entry]]]:
    """The entries with their x from the left, broken into rows of at most that width."""
    found: list[list[tuple[float, Entry]]] = []
    x = limit
    for entry in entries(scene):
        size = _SAMPLE + _SPACE + width(entry.text, _FONT) + _BETWEEN
        if x + size > limit:
            found.append([])
            x = 0
        found[-1].append((x, entry))
        x += size
    return found


def draw_legend(parent: Element, lines: list[list[tuple[float, Entry]]], at: Point) -> None:
    """Samples with their words."""
    group = add(parent, "g")
    for index, line in enumerate(lines):
        for x, entry in line:
            middle = Point(at.x + x + _SAMPLE / 2, at.y + (index + 0.5) * HEIGHT)
            entry.sample(group, middle)
            words = Point(middle.x + _SAMPLE / 2 + _SPACE, middle.y)
            text_block(group, TextBlock((entry.text,), _FONT), words, colour=style.FAINT, anchor="start")


def _marks(scene: Scene) -> Iterator[tuple[str, Callable[[Element, Point], object]]]:
    process = scene.process
    if any(symbols.is_doubtful(task) for task in process.tasks):
        yield "step", _dashed_box
    if any(task.actor is Provenance.INFERRED for task in process.tasks):
        yield "actor", symbols.draw_badge
    if any(flows.is_doubtful(flow) for flow in process.flows):
        yield "flow", _dashed_line
    if any(not lane.named for lane in process.lanes):
        yield "lane", _tinted_box
    if scene.connectors:
        yield "connector", _circle


def _dashed_box(parent: Element, at: Point) -> None:
    box = add(parent, "rect", x=at.x - 11, y=at.y - 8, width=22, height=16, rx=3, fill=style.TASK, stroke=style.DOUBT)
    box.set("stroke-dasharray", "4 3")


def _tinted_box(parent: Element, at: Point) -> None:
    add(parent, "rect", x=at.x - 11, y=at.y - 8, width=22, height=16, fill=style.DOUBT_LANE, stroke=style.FRAME)


def _dashed_line(parent: Element, at: Point) -> None:
    line = add(parent, "path", d=f"M{at.x - 12:g} {at.y:g}L{at.x + 12:g} {at.y:g}", stroke=style.DOUBT)
    line.set("stroke-dasharray", "5 3")


def _circle(parent: Element, at: Point) -> None:
    add(parent, "circle", cx=at.x, cy=at.y, r=9, fill=style.CONNECTOR, stroke=style.LINE)
    text_block(parent, TextBlock(("1",), 11), at, colour=style.INK)
