"""The process as an Excel workbook: steps, roles, RACI, open questions, systems and documents, and a sheet that Visio draws from.

Every cell is a string: no word of an interview can become a formula, a number or a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from interview2flow.exporters import _visio
from interview2flow.exporters._manual import Details
from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._tables import Cell, Sheet, Tables
from interview2flow.model import Finding, Process

LONGEST: Final = 32_767
"""Signs that Excel allows in a cell, counted as UTF-16 does."""

NARROWEST: Final = 7
WIDEST: Final = 50
EMPTY: Final = 24
"""Widths of columns, in signs; an empty one has room to write in."""

TOGETHER: Final = 200
"""What wide columns share, so that print stays large enough to be read on a page."""

MODEST: Final = 20
"""What a column may have in any case."""

LINE: Final = 15
TALLEST: Final = 400
"""Heights of rows, in points: a line's, and nearly the most that Excel allows."""

WRITTEN: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same process gives the same file, whenever it is written."""

PLAIN: Final = {
    "text_wrap": True,
    "valign": "top",
    "num_format": "@",
    "quote_prefix": True,
    "border": 1,
    "border_color": "#C9D3DC",
}
HEAD: Final = {**PLAIN, "bold": True, "bg_color": "#E7EDF3"}


def render(process: Process, findings: Sequence[Finding], *, details: Details | None = None) -> bytes:
    """The workbook, in the process's language.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
        InvalidDetailsError: the details speak of a step that the process does not have.
    """
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": clean(process.title)[:255], "created": WRITTEN})
    head, plain = book.add_format(HEAD), book.add_format(PLAIN)
    for sheet in (*Tables(process, findings, details).all(), _visio.sheet(process)):
        _write(book.add_worksheet(sheet.name), sheet, head=head, plain=plain)
    book.close()
    return content.getvalue()


def _write(page: Worksheet, sheet: Sheet, *, head: Format, plain: Format) -> None:
    """A sheet that can be filtered and printed: fixed headings, repeated on each page, all columns on the page's width."""
    widths = [_width(sheet, column) for column in range(len(sheet.columns))]
    for column, heading in enumerate(sheet.columns):
        page.write_string(0, column, heading, head)
        page.set_column(column, column, widths[column])
    for number, row in enumerate(sheet.rows, 1):
        page.set_row(number, _height(row, widths))
        for column, cell in enumerate(row):
            if text := _text(cell):
                page.write_string(number, column, text, plain)
            else:
                page.write_blank(number, column, None, plain)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)


def _text(cell: Cell) -> str:
    text = "\n".join(cell)
    encoded = text.encode("utf-16-le")
    return text if len(encoded) <= 2 * LONGEST else encoded[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"


def _width(sheet: Sheet, column: int) -> int:
    """As wide as the longest line, within what can be read."""
    longest = max((len(line) for row in sheet.rows for line in row[column]), default=0) or EMPTY
    widest = min(max(TOGETHER // len(sheet.columns), MODEST), WIDEST)
    return max(min(longest + 1, widest), min(len(sheet.columns[column]) + 3, WIDEST), NARROWEST)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """As tall as its tallest cell: not every program finds that out by itself."""
    lines = max(sum(_lines(line, width) for line in cell) for cell, width in zip(row, widths, strict=True))
    return min(max(lines, 1) * LINE, TALLEST)


def _lines(line: str, width: int) -> int:
    """How many lines a line breaks into."""
    return len(wrap(line, width - 1)) or 1
