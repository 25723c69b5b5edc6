"""Training and holiday cover: what has been shown and practised, and what a substitute needs."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._handbook.part import Part
from interview2flow.exporters._manual.content import Chapter, Column, Heading, Line, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.facts import of_kind, text
from interview2flow.exporters._manual.lines import cell, fill, joined
from interview2flow.model import FactKind, Task

BOX = "☐"


def chapter(part: Part) -> Chapter:
    """A table to fill in before a holiday, and one to tick off in training."""
    words = part.words["cover"]
    blocks = (
        Heading(words["holiday"]),
        _holiday(part),
        Heading(words["training"]),
        Paragraph((Text(words["intro"]),)),
        _training(part),
    )
    return Chapter(id="cover", heading=words["heading"], blocks=blocks)


def used(part: Part, kind: FactKind) -> Iterator[Line]:
    """What the role's steps use of a kind, each with the steps: "Axira (6, 8)"."""
    found: dict[str, tuple[Text, list[Task]]] = {}
    for task in part.tasks:
        for fact in of_kind(task, kind):
            found.setdefault(fact.value.casefold(), (text(fact), []))[1].append(task)
    for name, tasks in found.values():
        yield fill(part.draft.words["routes"]["used_in"], name=name, steps=joined(map(part.number, tasks)))


def _holiday(part: Part) -> Table:
    words, gap = part.words["cover"], part.draft.gap("fill_in")
    values = {
        "substitute": cell(gap),
        "period": cell(gap),
        "access": tuple(used(part, FactKind.SYSTEM)) or cell(gap),
        "documents": tuple(used(part, FactKind.DOCUMENT)) or cell(gap),
        "unfinished": cell(gap),
        "reached": cell(gap),
    }
    return Table(
        columns=(Column("", 34), Column("", 66)),
        rows=tuple(Row((cell(words[name]), value)) for name, value in values.items()),
        summary=words["holiday_summary"],
        caption=words["holiday_caption"],
        headed=False,
    )


def _training(part: Part) -> Table:
    words = part.words["cover"]
    ticks = (cell(BOX), cell(BOX), cell(BOX))
    return Table(
        columns=(
            Column(words["step"], 49),
            Column(words["shown"], 17),
            Column(words["together"], 17),
            Column(words["alone"], 17),
        ),
        rows=tuple(Row((cell(part.step(task)), *ticks)) for task in part.tasks),
        summary=words["training_summary"],
        caption=words["training_caption"],
    )
