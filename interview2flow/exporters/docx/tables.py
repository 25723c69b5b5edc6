"""Tables: fixed columns, heads that are repeated on each page, rows that are not torn apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Cell, Row, Table, Text
from interview2flow.exporters.docx.elements import Element, element, paragraph
from interview2flow.exporters.docx.lines import bookmarked, runs

STYLE: Final = "ManualTable"
SHORT: Final = 11
"""Lines of a table that is kept on one page; a longer one may begin on one page and end on the next."""


def table(content: Table, *, width: int, bookmarks: count[int]) -> Element:
    """The table as wide as the text; each row with an anchor gets a bookmark."""
    widths = _widths(content, width)
    made = element("w:tbl", _properties(content, width), element("w:tblGrid", *(element("w:gridCol", w=w) for w in widths)))
    if content.headed:
        made.append(_head(content, widths))
    short = sum(max(len(cell) for cell in row.cells) for row in content.rows) <= SHORT
    for number, row in enumerate(content.rows, 1):
        made.append(_row(row, widths, content, together=short and number < len(content.rows), bookmarks=bookmarks))
    return made


def _widths(content: Table, width: int) -> list[int]:
    whole = sum(column.width for column in content.columns)
    widths = [round(width * column.width / whole) for column in content.columns]
    return [*widths[:-1], width - sum(widths[:-1])]


def _properties(content: Table, width: int) -> Element:
    return element(
        "w:tblPr",
        element("w:tblStyle", val=STYLE),
        element("w:tblW", w=width, type="dxa"),
        element("w:tblLayout", type="fixed"),
        _look(headed=content.headed),
        element("w:tblCaption", val=clean(content.caption or content.summary)),
        element("w:tblDescription", val=clean(content.summary)),
    )


def _look(*, headed: bool) -> Element:
    """Which parts of the table's style are in force: the head of the columns, or of the rows."""
    value = "0620" if headed else "0680"
    return element(
        "w:tblLook",
        val=value,
        firstRow=int(headed),
        lastRow=0,
        firstColumn=int(not headed),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


def _head(content: Table, widths: list[int]) -> Element:
    cells = (
        _cell(((Text(column.heading),),), width, style="TableHeading", together=True)
        for column, width in zip(content.columns, widths, strict=True)
    )
    return element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:tblHeader")), *cells)


def _row(row: Row, widths: list[int], content: Table, *, together: bool, bookmarks: count[int]) -> Element:
    cells = [
        _cell(cell, width, style="TableHeading" if first and not content.headed else "TableText", together=together)
        for first, cell, width in zip(_first(), row.cells, widths, strict=False)
    ]
    if row.anchor:
        line = next(cells[0].iterchildren(qn("w:p")))
        line.extend(bookmarked(list(line.iterchildren(qn("w:r"))), row.anchor, next(bookmarks)))
    return element("w:tr", element("w:trPr", element("w:cantSplit")), *cells)


def _first() -> Iterator[bool]:
    yield True
    while True:
        yield False


def _cell(cell: Cell, width: int, *, style: str, together: bool) -> Element:
    keep = [element("w:keepNext")] if together else []
    lines = [paragraph(runs(line), *keep, style=style) for line in cell or ((),)]
    return element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")), *lines)
