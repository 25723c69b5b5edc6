"""The procedure as one would tell it: who does what, one after the other, and where the way parts.

The form is the playscript of office procedures: each stretch of steps begins with its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from interview2flow.exporters._manual.content import Block, Cell, Chapter, Column, Mark, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.directions import directions
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, fill, joined, listed
from interview2flow.exporters._manual.phases import phases
from interview2flow.exporters._manual.routes import arrives, waits_for
from interview2flow.exporters._manual.sentences import action, lengths
from interview2flow.model import Task

WIDTHS = {"who": 22, "number": 6, "what": 72}
"""Columns, with their share of the page's width."""


def chapter(draft: Draft) -> Chapter | None:
    """A row for each step, in sentences; a table for each part of a long process."""
    if not draft.process.tasks:
        return None
    parts = list(phases(draft))
    tables = list(_parts(draft, parts)) if len(parts) > 1 else [_table(draft, parts[0], draft.chapter("instructions")["caption"])]
    introduction = draft.introduction("instructions", table="table_procedure")
    return Chapter(id="instructions", heading=draft.chapter("instructions")["heading"], blocks=(introduction, *tables))


def _parts(draft: Draft, parts: Sequence[Sequence[Task]]) -> Iterator[Block]:
    """Each part: who works there, and where the work goes then."""
    words = draft.chapter("instructions")
    for steps, following in zip_longest(parts, parts[1:]):
        place = {"first": str(draft.numbers[steps[0].id]), "last": str(draft.numbers[steps[-1].id])}
        roles = listed(dict.fromkeys(map(draft.role, steps)), draft.words["routes"]["and"])
        then = [fill(words["phase_next"], step=draft.mention(following[0]))] if following else []
        lead = Text(words["phase"].format(**place), Mark.STRONG)
        yield Paragraph(joined([lead, fill(words["phase_roles"], roles=roles), *then], " "))
        yield _table(draft, steps, words["phase_caption"].format(**place))


def _table(draft: Draft, steps: Sequence[Task], caption: str) -> Table:
    words = draft.chapter("instructions")
    return Table(
        columns=tuple(Column(words[name], width) for name, width in WIDTHS.items()),
        rows=tuple(_rows(draft, steps)),
        summary=words["summary"],
        caption=caption,
    )


def _rows(draft: Draft, steps: Sequence[Task]) -> Iterator[Row]:
    for _, stretch in groupby(steps, key=lambda task: task.lane):
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
