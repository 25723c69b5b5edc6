"""The flowchart in parts, each as large as it can be printed, with the same step numbers as the procedure; an overview first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from interview2flow.exporters.docx.pages import Page, Papers
from interview2flow.layout import Strip, diagram_of, numbered, parts, png, sheet, strips
from interview2flow.model import Diagram, Gateway, Node, Process, Task
from interview2flow.model.paths import following, preceding, splits

POINTS_PER_PIXEL: Final = 0.75
"""The size at which a picture is drawn."""

DPI: Final = 220
"""Dots to an inch in print."""

READABLE: Final = 7.0
"""Points: smaller print is not read."""

NUMBERS: Final = 8.5
"""Points of the numbers in the overview, which has no other words."""

WIDTHS: Final = (1160.0, 1000.0, 850.0, 720.0)
SYMBOLS: Final = (20, 12, 8)
"""How many pixels wide a part may be, and how many symbols it may hold: large parts are tried first, since each cut costs the
reader a jump."""

MANY: Final = 60
"""Steps from which on only the smallest number of symbols is tried: drawing takes its time."""

CAPTION: Final = 30.0
INTRODUCTION: Final = 76.0
"""Points that the caption takes on each page, and the chapter's heading at least on the first."""

FONT_SIZE: Final = re.compile(r'font-size="([\d.]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A part of the flowchart, counted from 1, or the overview, 0; `width` and `height` in points, as printed on its `page`."""

    part: int
    page: Page
    png: bytes
    svg: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """The pages that there are for pictures; `introduction` is what stands above the first, in points."""

    papers: Papers
    introduction: float = INTRODUCTION

    def print_on(self, page: Page, strip: Strip) -> float:
        """The size of the smallest letters of a part on a page."""
        sizes = [float(size) for size in FONT_SIZE.findall(strip.svg)]
        return self.scale(page, strip) * min(sizes, default=READABLE / POINTS_PER_PIXEL)

    def scale(self, page: Page, strip: Strip) -> float:
        """Points to a pixel: the drawing's own size, or what fits the page."""
        width, height = page.room
        height -= CAPTION + (self.introduction if strip.count == 1 else 0.0)
        return min(POINTS_PER_PIXEL, width / strip.width, height / strip.height)

    def best_page(self, strip: Strip) -> Page:
        """The page on its side, or, where the part can only be read there, an upright one."""
        wide, upright = self.papers.wide, self.papers.upright
        return wide if self.print_on(wide, strip) >= min(READABLE, self.print_on(upright, strip)) else upright


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutting:
    """How a process is cut into parts: its drawing, and the bounds of a part."""

    diagram: Diagram
    continued: Mapping[str, int]
    symbols: int
    max_width: float


def flowchart(process: Process, numbers: Mapping[str, str], space: Space) -> tuple[Picture, ...]:
    """The flowchart in parts of a page each, an overview before several; no print under 7 points where the process allows it."""
    cutting, found = _readable(_numbered(process, numbers), _continued(process, numbers), space)
    pictures = [_picture(strip, space) for strip in found]
    return tuple(pictures) if len(found) == 1 else (_overview(process, numbers, cutting, space), *pictures)


def _numbered(process: Process, numbers: Mapping[str, str]) -> Process:
    """The process with each step's number before its name; times and systems stand in the procedure, at a readable size."""

    def shown(node: Node) -> Node:
        return replace(node, name=f"{numbers[node.id]}  {node.name}", facts=()) if isinstance(node, Task) else node

    return replace(process, nodes=tuple(shown(node) for node in process.nodes))


def _continued(process: Process, numbers: Mapping[str, str]) -> dict[str, int]:
    """What stands in the circle at which the way goes on in another part: the number of the step it leads to.

    A decision that is cut off from its step keeps that step's number.
    """
    found = {task: int(number) for task, number in numbers.items()}
    for gateway in (node for node in process.nodes if isinstance(node, Gateway)):
        before = {path.source.id for path in preceding(process, gateway.id)}
        ways = following(process, gateway.id)
        near = before if splits(process, gateway) and len(before) == 1 else [path.target.id for path in ways]
        if number := next((found[node] for node in near if node in numbers), None):
            found[gateway.id] = number
    return found


def _readable(process: Process, continued: Mapping[str, int], space: Space) -> tuple[Cutting, Sequence[Strip]]:
    """The fewest parts that are readable; where some cannot be, those with the fewest of these."""
    diagram = diagram_of(process)
    found: list[tuple[tuple[int, int], Cutting, Sequence[Strip]]] = []
    for width, symbols in product(WIDTHS, SYMBOLS if len(process.tasks) < MANY else SYMBOLS[-1:]):
        cut = strips(process, diagram, max_width=width, symbols=symbols, numbers=continued)
        small = sum(space.print_on(space.best_page(part), part) < READABLE for part in cut)
        cutting = Cutting(diagram=diagram, continued=continued, symbols=symbols, max_width=width)
        found.append(((small, len(cut)), cutting, cut))
        if not small:
            break
    return min(found, key=lambda each: each[0])[1:]


def _overview(process: Process, numbers: Mapping[str, str], cutting: Cutting, space: Space) -> Picture:
    """All parts on the first page, with the steps' numbers for names."""
    width, height = space.papers.wide.room
    height -= CAPTION + space.introduction
    cut = parts(
        numbered(process, numbers),
        cutting.diagram,
        symbols=cutting.symbols,
        max_width=cutting.max_width,
        numbers=cutting.continued,
    )
    drawn = sheet(
        cut,
        title=process.title,
        width=width / POINTS_PER_PIXEL,
        height=height / POINTS_PER_PIXEL,
        letters=NUMBERS / POINTS_PER_PIXEL,
    )
    return Picture(
        part=0,
        page=space.papers.wide,
        png=png(drawn.svg, dpi=DPI),
        svg=drawn.svg.encode(),
        width=drawn.width * POINTS_PER_PIXEL,
        height=drawn.height * POINTS_PER_PIXEL,
    )


def _picture(strip: Strip, space: Space) -> Picture:
    page = space.best_page(strip)
    scale = space.scale(page, strip)
    return Picture(
        part=strip.number,
        page=page,
        png=png(strip.svg, dpi=DPI * scale / POINTS_PER_PIXEL),
        svg=strip.svg.encode(),
        width=strip.width * scale,
        height=strip.height * scale,
    )
