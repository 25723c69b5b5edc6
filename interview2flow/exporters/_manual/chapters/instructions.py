"""The procedure as one would tell it: who does what, one after the other, and where the way parts.

The form is the playscript of office procedures: each stretch of steps begins with its role.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from interview2flow.exporters._manual.content import Cell, Chapter, Column, Mark, Row, Table, Text
from interview2flow.exporters._manual.directions import directions
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, joined
from interview2flow.exporters._manual.routes import arrives, waits_for
from interview2flow.exporters._manual.sentences import action, lengths
from interview2flow.model import Task

WIDTHS = {"who": 22, "number": 6, "what": 72}
"""Columns, with their share of the page's width."""


def chapter(draft: Draft) -> Chapter | None:
    """A row for each step, in sentences."""
    if not draft.process.tasks:
        return None
    words = draft.chapter("instructions")
    table = Table(
        columns=tuple(Column(words[name], width) for name, width in WIDTHS.items()),
        rows=tuple(_rows(draft)),
        summary=words["summary"],
        caption=words["caption"],
        anchor="table_instructions",
    )
    return Chapter(
        id="instructions", heading=words["heading"], blocks=(draft.introduction("instructions", table="table_procedure"), table)
    )


def _rows(draft: Draft) -> Iterator[Row]:
    for _, stretch in groupby(draft.process.tasks, key=lambda task: task.lane):
        for place, task in enumerate(stretch):
            who = cell(_strong(draft.role(task))) if place == 0 else cell("")
            yield Row((who, cell(draft.reference(task)), _told(draft, task)))


def _strong(role: Text) -> Text:
    name = role.text[:1].upper() + role.text[1:]
    return Text(name, Mark.STRONG if role.mark is Mark.PLAIN else role.mark)


def _told(draft: Draft, task: Task) -> Cell:
    """What sets it off, what is done and how long it takes, and where the work goes."""
    opening = tuple(waits_for(draft, task)) or tuple(arrives(draft, task))
    return (*opening, joined((action(draft, task), *lengths(draft, task)), " "), *directions(draft, task))
