"""The procedure as one would tell it: who does what, one after the other, and where the way parts.

The form is the playscript of office procedures: each stretch of steps begins with its role.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

from interview2flow.exporters._manual.content import Cell, Chapter, Column, Inline, Line, Mark, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.directions import directions
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import of_kind, text, times
from interview2flow.exporters._manual.lines import cell, fill, joined
from interview2flow.exporters._manual.routes import waits_for
from interview2flow.model import FactKind, Task

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
    )
    return Chapter(id="instructions", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def _rows(draft: Draft) -> Iterator[Row]:
    for _, stretch in groupby(draft.process.tasks, key=lambda task: task.lane):
        for place, task in enumerate(stretch):
            who = cell(_strong(draft.role(task))) if place == 0 else cell("")
            yield Row((who, cell(draft.reference(task)), _told(draft, task)))


def _strong(role: Text) -> Text:
    return Text(role.text, Mark.STRONG) if role.mark is Mark.PLAIN else role


def _told(draft: Draft, task: Task) -> Cell:
    """What is done and with what; then how long it takes, and where the work goes."""
    sentences = (*waits_for(draft, task), (*_stopped(draft.name(task)), *_using(draft, task)))
    taken = joined(times(draft, task), "; ")
    return (*sentences, *([taken] if taken else []), *directions(draft, task))


def _stopped(name: Text) -> Line:
    """A sentence ends with a full stop, unless it has its sign already."""
    return (name,) if name.mark is Mark.GAP or name.text.endswith((".", "!", "?")) else (name, Text("."))


def _using(draft: Draft, task: Task) -> Line:
    """Systems and documents that the step's name does not speak of."""
    facts = chain(of_kind(task, FactKind.SYSTEM), of_kind(task, FactKind.DOCUMENT))
    used: list[Inline] = [text(fact) for fact in facts if fact.value.casefold() not in task.name.casefold()]
    return fill(draft.chapter("instructions")["using"], what=joined(used)) if used else ()
