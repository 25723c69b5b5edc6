"""Pool and lanes: who does what is seen in the lane that a symbol stands in."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from interview2flow.layout.arrange import HEAD, POOL
from interview2flow.layout.sizes import TASK_FONT
from interview2flow.layout.svg import style
from interview2flow.layout.svg.canvas import Element, add, clean, text_block
from interview2flow.layout.svg.scene import Scene
from interview2flow.layout.text import fit, one_line
from interview2flow.model import Bounds, Lane

_TITLE_FONT: Final = 13.0
_SMALL_FONT: Final = 11.0
_LINES: Final = 2
_NAME_MARGIN: Final = 10


def draw_frames(parent: Element, scene: Scene) -> None:
    """The pool with its title and the lanes with their names, under everything else."""
    group = add(parent, "g", stroke=style.FRAME, stroke_width=style.THIN, fill="none")
    for lane in scene.process.lanes:
        if bounds := scene.diagram.shapes.get(lane.id):
            _draw_lane(group, lane, bounds, named=scene.letters is None)
    if pool := scene.diagram.shapes.get(POOL):
        _box(group, Bounds(pool.x, pool.y, HEAD, pool.height), fill=style.HEAD)
        if scene.letters is None:
            _name(group, scene.title, Bounds(pool.x, pool.y, HEAD, pool.height), size=_TITLE_FONT)
        _box(group, pool, fill="none")


def _draw_lane(parent: Element, lane: Lane, bounds: Bounds, *, named: bool) -> None:
    head = Bounds(bounds.x, bounds.y, HEAD, bounds.height)
    _box(parent, bounds, fill=style.PAPER if lane.named else style.DOUBT_LANE)
    _box(parent, head, fill=style.HEAD if lane.named else style.DOUBT_LANE)
    if named:
        _name(parent, lane.name, head, size=TASK_FONT, colour=style.INK if lane.named else style.DOUBT)


def _box(parent: Element, bounds: Bounds, *, fill: str) -> None:
    add(parent, "rect", x=bounds.x, y=bounds.y, width=bounds.width, height=bounds.height, fill=fill)


def _name(parent: Element, name: str, head: Bounds, *, size: float, colour: str = style.INK) -> None:
    """A name from bottom to top: on one line, or smaller on two, of which the last may be cut."""
    limit = head.height - _NAME_MARGIN
    block = fit(clean(name), widths=(limit,), lines=1, size=size)
    if len(block.lines) > 1:
        block = fit(clean(name), widths=(limit,), lines=_LINES, size=_SMALL_FONT)
    if len(block.lines) > _LINES:
        rest = " ".join(block.lines[_LINES - 1 :])
        block = replace(block, lines=(*block.lines[: _LINES - 1], one_line(rest, limit, size=_SMALL_FONT)))
    text_block(add(parent, "g", stroke="none"), block, head.centre, colour=colour, turned=True)
