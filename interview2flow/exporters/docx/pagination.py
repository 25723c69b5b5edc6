"""On which page each heading comes out, so that the table of contents is right before Word has counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters._manual.content import Mark
from interview2flow.exporters.docx.elements import Element
from interview2flow.exporters.docx.lines import STYLES
from interview2flow.exporters.docx.measures import Shape, Shapes, points, words

EMUS_PER_POINT: Final = 12_700
CELL_SIDES: Final = 8.5
CELL_ENDS: Final = 3.3
"""What a cell's margins and rules take from its width and add to its height."""

ALONE: Final = 2
"""Lines of a paragraph that stay together at a page's end or beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is never torn apart: a paragraph, or a table's row."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    repeated: float = 0.0  # the height of the table's head, which a new page begins with
    anchors: tuple[str, ...] = ()
    new_page: bool = False
    ends_section: bool = False


def pages(body: Element, styles: Element) -> dict[str, int]:
    """The page of each heading, by the name of its bookmark.

    A close estimate: fonts are those of the styles, and line breaks follow the widths of Arial.
    """
    sections = [_room(section) for section in body.iter(qn("w:sectPr"))]
    flow = _Flow(sections)
    shapes = Shapes(styles)
    chain: list[Unit] = []
    for element in _blocks(body):
        for unit in _units(element, shapes, flow.width):
            chain.append(unit)
            if not unit.keep_next:
                flow.place(chain)
                chain = []
    flow.place(chain)
    return flow.found


def _blocks(body: Element) -> Iterator[Element]:
    for element in body.iterchildren():
        if element.tag == qn("w:sdt"):
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from content.iterchildren()
        elif element.tag in {qn("w:p"), qn("w:tbl")}:
            yield element


def _room(section: Element) -> tuple[float, float]:
    """Width and height between the margins."""
    (size,), (margins,) = section.iterchildren(qn("w:pgSz")), section.iterchildren(qn("w:pgMar"))
    return (
        points(size, "w:w") - points(margins, "w:left") - points(margins, "w:right"),
        points(size, "w:h") - points(margins, "w:top") - points(margins, "w:bottom"),
    )


class _Flow:
    """Puts units below each other, from page to page and section to section."""

    def __init__(self, sections: list[tuple[float, float]]) -> None:
        self._sections = iter(sections)
        self.width, self._height = next(self._sections)
        self.found: dict[str, int] = {}
        self._page, self._y, self._after, self._fresh = 1, 0.0, 0.0, False

    def place(self, chain: list[Unit]) -> None:
        """Puts down units that stay together where a page holds them."""
        whole = sum(unit.height for unit in chain)
        whole += sum(max(above.after, below.before) for above, below in pairwise(chain))
        forced = bool(chain) and chain[0].new_page
        if chain and not forced and self._y + max(self._after, chain[0].before) + whole > self._height >= whole:
            self._turn()
        for unit in chain:
            self._put(unit)

    def _put(self, unit: Unit) -> None:
        if unit.new_page and self._y:
            self._turn()
            self._fresh = False
        elif self._y and self._y + max(self._after, unit.before) + unit.height > self._height:
            self._turn()
            self._y += unit.repeated
        self._y += unit.height + (0.0 if self._fresh else max(self._after, unit.before))
        self._after, self._fresh = unit.after, False
        self.found |= dict.fromkeys(unit.anchors, self._page)
        if unit.ends_section:
            self.width, self._height = next(self._sections)
            self._turn()
            self._fresh = False

    def _turn(self) -> None:
        """Begins a page; there, a paragraph has no space above."""
        self._page, self._y, self._after, self._fresh = self._page + 1, 0.0, 0.0, True


def _units(element: Element, shapes: Shapes, width: float) -> Iterator[Unit]:
    if element.tag == qn("w:tbl"):
        yield from _rows(element, shapes)
        return
    shape = _shape(element, shapes)
    first, *others = _pieces(element, shape, width)
    keep = _keeps(element, shape)
    yield Unit(
        height=first,
        before=shape.before,
        after=0.0 if others else shape.after,
        keep_next=keep and not others,
        anchors=tuple(str(mark.get(qn("w:name"))) for mark in element.iter(qn("w:bookmarkStart"))),
        new_page=element.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None,
        ends_section=element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None,
    )
    for number, height in enumerate(others, 1):
        last = number == len(others)
        yield Unit(height=height, after=shape.after if last else 0.0, keep_next=keep and last)


def _rows(table: Element, shapes: Shapes) -> Iterator[Unit]:
    head = 0.0
    for row in table.iterchildren(qn("w:tr")):
        height = max(_cell(cell, shapes) for cell in row.iterchildren(qn("w:tc"))) + CELL_ENDS
        is_head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        keep = is_head or any(_keeps(line, _shape(line, shapes)) for line in row.iter(qn("w:p")))
        yield Unit(height=height, keep_next=keep, repeated=0.0 if is_head else head)
        head = height if is_head else head


def _cell(cell: Element, shapes: Shapes) -> float:
    room = points(next(cell.iter(qn("w:tcW"))), "w:w") - CELL_SIDES
    total = after = 0.0
    for line in cell.iterchildren(qn("w:p")):
        shape = _shape(line, shapes)
        total += max(after, shape.before) + _height(line, shape, room)
        after = shape.after
    return total + after


def _shape(paragraph: Element, shapes: Shapes) -> Shape:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    shape = shapes.of(None if style is None else style.get(qn("w:val")))
    strong = any(style.get(qn("w:val")) == STYLES[Mark.STRONG] for style in paragraph.iter(qn("w:rStyle")))
    return replace(shape, bold=True) if strong else shape


def _keeps(paragraph: Element, shape: Shape) -> bool:
    return shape.keep_next or paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def _pieces(paragraph: Element, shape: Shape, room: float) -> list[float]:
    """The heights of what a page's end may part: no single line is left on either side."""
    whole = _height(paragraph, shape, room)
    lines = round((whole - shape.rules) / shape.line_height)
    if lines < 2 * ALONE or _picture(paragraph) is not None:
        return [whole]
    pair = ALONE * shape.line_height
    return [pair, *[shape.line_height] * (lines - 2 * ALONE), pair]


def _picture(paragraph: Element) -> Element | None:
    return next(paragraph.iter(qn("wp:extent")), None)


def _height(paragraph: Element, shape: Shape, room: float) -> float:
    picture = _picture(paragraph)
    if picture is not None:
        return int(picture.get("cy", 0)) / EMUS_PER_POINT
    return shape.lines(words(paragraph), room) * shape.line_height + shape.rules
