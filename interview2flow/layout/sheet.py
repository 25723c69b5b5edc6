"""All parts of a long flowchart on one sheet, with the steps' numbers for names: an overview of where each step is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Final, NamedTuple

from interview2flow.layout.strips import Part
from interview2flow.layout.svg import Picture, style
from interview2flow.layout.svg.canvas import add, root, serialize, text_block, words
from interview2flow.layout.svg.document import extent, paint
from interview2flow.layout.text import LEADING, TextBlock
from interview2flow.model import Bounds, Node, Point, Process, Provenance, Task

GAP: Final = 16.0
"""Pixels between two parts."""


def numbered(process: Process, numbers: Mapping[str, str]) -> Process:
    """The process with its steps' numbers for their names, no other words, and no doubts: those stand in the parts."""

    def shown(node: Node) -> Node:
        if not isinstance(node, Task):
            return replace(node, name="")
        return replace(node, name=numbers[node.id], provenance=Provenance.EDITED, actor=Provenance.EDITED, facts=())

    return replace(
        process,
        nodes=tuple(shown(node) for node in process.nodes),
        flows=tuple(replace(flow, name="", provenance=Provenance.EDITED, confidence=1.0) for flow in process.flows),
    )


def sheet(parts: Sequence[Part], *, title: str, width: float, height: float, letters: float) -> Picture:
    """The parts in rows, each with its number above it, as large as a sheet of that size allows; in pixels.

    The numbers come out in `letters` of that size, however small the parts are.
    """
    frames = [extent(part.scene.diagram) for part in parts]
    grid = max(_grid(frames, columns, width, height, letters * LEADING) for columns in range(1, len(parts) + 1))
    whole = root(width, grid.rows * grid.row, fonts=style.FONTS)
    words(whole, "title", title)
    add(whole, "rect", width="100%", height="100%", fill=style.PAPER)
    for place, (part, frame) in enumerate(zip(parts, frames, strict=True)):
        left, top = place % grid.columns * grid.column, place // grid.columns * grid.row
        label = TextBlock((f"{part.number}/{len(parts)}",), letters)
        text_block(whole, label, Point(left, top + letters * LEADING / 2), colour=style.FAINT, anchor="start")
        at = f"translate({left:g} {top + letters * LEADING:g})"
        moved = f"{at} scale({grid.scale:g}) translate({-frame.x:g} {-frame.y:g})"
        paint(add(whole, "g", transform=moved), replace(part.scene, letters=letters / grid.scale))
    return Picture(serialize(whole), width, grid.rows * grid.row)


class Grid(NamedTuple):
    """How large the parts are, in so many rows and columns; a `row` is so high and a `column` so wide, in pixels."""

    scale: float
    rows: int
    columns: int
    row: float
    column: float


def _grid(frames: Sequence[Bounds], columns: int, width: float, height: float, heading: float) -> Grid:
    rows = ceil(len(frames) / columns)
    widest, tallest = max(frame.width for frame in frames), max(frame.height for frame in frames)
    scale = min(1.0, (width / columns - GAP) / widest, (height / rows - GAP - heading) / tallest)
    return Grid(scale, rows, columns, scale * tallest + heading + GAP, width / columns)
