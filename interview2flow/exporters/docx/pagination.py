"""On which page each heading comes out, so that the table of contents is right before Word has counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters._manual.content import Mark
from interview2flow.exporters.docx.elements import Element, attribute, child, parent
from interview2flow.exporters.docx.lines import STYLES
from interview2flow.exporters.docx.measures import Shape, Shapes, points, words
from interview2flow.exporters.docx.pages import TWIPS_PER_POINT

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
    ends_page: bool = False
    ends_section: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a section's pages hold between their margins, and how it begins."""

    width: float
    height: float
    on_new_page: bool
    first_number: int | None


def pages(body: Element, shapes: Shapes, *, head: int, foot: int) -> dict[str, int]:
    """The page of each heading, by the name of its bookmark; `head` and `foot` are the least margins, in twips.

    A close estimate: fonts are those of the styles, and line breaks follow the widths of Arial.
    """
    flow = _Flow([_room(section, head, foot) for section in sections_of(body)])
    chain: list[Unit] = []
    for element in _blocks(body):
        for unit in _units(element, shapes, flow.width):
            chain.append(unit)
            if not unit.keep_next:
                flow.place(chain)
                chain = []
    flow.place(chain)
    return flow.found


def height(root: Element, shapes: Shapes, width: float) -> float:
    """How high some text is in a column of that width, pages aside."""
    total = after = 0.0
    for unit in (unit for element in _blocks(root) for unit in _units(element, shapes, width)):
        total += max(after, unit.before) + unit.height
        after = unit.after
    return total + after


def sections_of(body: Element) -> Iterator[Element]:
    """The shapes of all sections, without those of tracked changes."""
    return (each for each in body.iter(qn("w:sectPr")) if parent(each).tag in {qn("w:pPr"), qn("w:body")})


def _blocks(body: Element) -> Iterator[Element]:
    for element in body.iterchildren():
        if element.tag == qn("w:sdt"):
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from _blocks(content)
        elif element.tag in {qn("w:p"), qn("w:tbl")}:
            yield element


def _room(section: Element, head: int, foot: int) -> Room:
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    start = attribute(section, "w:pgNumType", name="w:start")
    top, bottom = (
        max(abs(points(margins, f"w:{side}")), least / TWIPS_PER_POINT) for side, least in (("top", head), ("bottom", foot))
    )
    return Room(
        width=points(size, "w:w") - sum(points(margins, f"w:{side}") for side in ("left", "right", "gutter")),
        height=points(size, "w:h") - top - bottom,
        on_new_page=attribute(section, "w:type") != "continuous",
        first_number=int(start) if start and start.isdecimal() else None,
    )


class _Flow:
    """Puts units below each other, from page to page and section to section."""

    def __init__(self, sections: list[Room]) -> None:
        self._sections = iter(sections)
        self._room = next(self._sections)
        self.found: dict[str, int] = {}
        self._page, self._y, self._after, self._fresh = 1, 0.0, 0.0, False
        self._number_first()

    @property
    def width(self) -> float:
        """The column's, where the next unit is put."""
        return self._room.width

    def _number_first(self) -> None:
        if self._room.first_number is not None:
            self._page = self._room.first_number

    def place(self, chain: list[Unit]) -> None:
        """Puts down units that stay together where a page holds them."""
        whole = sum(unit.height for unit in chain)
        whole += sum(max(above.after, below.before) for above, below in pairwise(chain))
        forced = bool(chain) and chain[0].new_page
        if chain and not forced and self._y + max(self._after, chain[0].before) + whole > self._room.height >= whole:
            self._turn()
        for unit in chain:
            self._put(unit)

    def _put(self, unit: Unit) -> None:
        if unit.new_page and self._y:
            self._turn()
            self._fresh = False
        elif self._y and self._y + max(self._after, unit.before) + unit.height > self._room.height:
            self._turn()
            self._y += unit.repeated
        self._y += unit.height + (0.0 if self._fresh else max(self._after, unit.before))
        self._after, self._fresh = unit.after, False
        self.found |= dict.fromkeys(unit.anchors, self._page)
        if unit.ends_page or unit.ends_section:
            self._break(unit)

    def _break(self, unit: Unit) -> None:
        """Goes on with the next page, or the next section."""
        self._room = next(self._sections, self._room) if unit.ends_section else self._room
        if unit.ends_page or self._room.on_new_page:
            self._turn()
            self._fresh = False
        if unit.ends_section:
            self._number_first()

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
        new_page=shape.new_page,
        ends_page=not others and _breaks_page(element),
        ends_section=element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None,
    )
    for number, height in enumerate(others, 1):
        last = number == len(others)
        yield Unit(height=height, after=shape.after if last else 0.0, keep_next=keep and last)


def _rows(table: Element, shapes: Shapes) -> Iterator[Unit]:
    head = 0.0
    grid = [points(column, "w:w") for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    for row in table.iterchildren(qn("w:tr")):
        widths = iter(grid)
        cells = [_cell(cell, shapes, next(widths, 0.0)) for cell in row.iterchildren(qn("w:tc"))]
        height = max(max(cells, default=0.0) + CELL_ENDS, *(points(least, "w:val") for least in row.iter(qn("w:trHeight"))), 0.0)
        is_head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        keep = is_head or any(_keeps(line, _shape(line, shapes)) for line in row.iter(qn("w:p")))
        yield Unit(height=height, keep_next=keep, repeated=0.0 if is_head else head)
        head = height if is_head else head


def _cell(cell: Element, shapes: Shapes, column: float) -> float:
    given = next(cell.iter(qn("w:tcW")), None)
    fixed = given is not None and given.get(qn("w:type")) == "dxa"
    room = (points(given, "w:w") if given is not None and fixed else column) - CELL_SIDES
    return height(cell, shapes, room)


def _shape(paragraph: Element, shapes: Shapes) -> Shape:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    shape = shapes.of(None if style is None else style.get(qn("w:val")))
    strong = any(style.get(qn("w:val")) == STYLES[Mark.STRONG] for style in paragraph.iter(qn("w:rStyle")))
    direct = paragraph.find(qn("w:pPr"))
    shape = shape if direct is None else shapes.changed(shape, direct)
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


def _breaks_page(paragraph: Element) -> bool:
    return any(each.get(qn("w:type")) == "page" for each in paragraph.iter(qn("w:br")))


def _picture(paragraph: Element) -> Element | None:
    """What stands in the line and makes it higher; what floats beside it does not."""
    return next((inline.find(qn("wp:extent")) for inline in paragraph.iter(qn("wp:inline"))), None)


def _height(paragraph: Element, shape: Shape, room: float) -> float:
    picture = _picture(paragraph)
    if picture is not None:
        return int(picture.get("cy", 0)) / EMUS_PER_POINT
    return shape.lines(words(paragraph), room) * shape.line_height + shape.rules
