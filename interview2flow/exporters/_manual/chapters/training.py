"""What those who work by the manual must have learned, and room for them to sign that they have read it."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Block, Chapter, Column, Form, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell

WIDTHS = {"name": 30, "role": 25, "date": 17, "signature": 28}
ROOM = 6
"""Rows to sign in."""


def chapter(draft: Draft) -> Chapter:
    """The training that was entered, and a table to be filled in by hand."""
    words = draft.chapter("training")
    table = Table(
        columns=tuple(Column(words["columns"][name], width) for name, width in WIDTHS.items()),
        rows=tuple(Row(tuple(cell("", "") for _ in WIDTHS)) for _ in range(ROOM)),
        summary=words["summary"],
        caption=words["caption"],
    )
    needed = (Paragraph((draft.known(each),), Form.BULLET) for each in draft.details.training or (None,))
    blocks: tuple[Block, ...] = (Paragraph((Text(words["needed"]),)), *needed, Paragraph((Text(words["intro"]),)), table)
    return Chapter(id="training", heading=words["heading"], blocks=blocks)
