"""Room for those who work by the manual to sign that they have read it."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter, Column, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell

WIDTHS = {"name": 30, "role": 25, "date": 17, "signature": 28}
ROOM = 6
"""Rows to sign in."""


def chapter(draft: Draft) -> Chapter:
    """A table to be filled in by hand."""
    words = draft.chapter("training")
    table = Table(
        columns=tuple(Column(words["columns"][name], width) for name, width in WIDTHS.items()),
        rows=tuple(Row(tuple(cell("", "") for _ in WIDTHS)) for _ in range(ROOM)),
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="training", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))
