"""Tables of what the coordinator enters: what is given, and visible gaps for what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from interview2flow.exporters._manual.content import Column, Row, Table
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell


def entered(
    draft: Draft, chapter: str, widths: Mapping[str, float], entries: Iterable[Any], *, table: str = "", blank: int = 0
) -> Table:
    """A row for each entry: its fields of the columns' names, gaps marked; one row of gaps where there is no entry.

    `table` tells two tables of a chapter apart, `blank` is the number of rows left to be written in by hand.
    """
    words = draft.chapter(chapter)
    rows = [Row(tuple(cell(draft.known(getattr(entry, name))) for name in widths)) for entry in entries]
    rows = rows or [Row(tuple(cell(draft.gap("fill_in")) for _ in widths))]
    rows += [Row(tuple(cell("") for _ in widths)) for _ in range(blank)]
    return Table(
        columns=tuple(Column(words["columns"][name], width) for name, width in widths.items()),
        rows=tuple(rows),
        summary=words[f"{table}summary"],
        caption=words[f"{table}caption"],
    )
