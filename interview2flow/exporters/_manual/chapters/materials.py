"""The register of systems and documents: which steps, and whose, use each."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._manual.content import Chapter, Column, Inline, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import of_kind, text
from interview2flow.exporters._manual.lines import cell, joined
from interview2flow.model import FactKind, Task

KINDS = {FactKind.SYSTEM: "system", FactKind.DOCUMENT: "document"}
"""What is registered, with the word for it."""


def chapter(draft: Draft) -> Chapter | None:
    """A table for each kind that was told of."""
    words = draft.chapter("materials")
    tables = tuple(table for kind in KINDS if (table := _table(draft, kind)))
    if not tables:
        return None
    return Chapter(id="materials", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), *tables))


def _table(draft: Draft, kind: FactKind) -> Table | None:
    words, name = draft.chapter("materials"), KINDS[kind]
    rows = tuple(_rows(draft, kind))
    if not rows:
        return None
    columns = {name: 26, "steps": 46, "roles": 28}
    return Table(
        columns=tuple(Column(words[column], width) for column, width in columns.items()),
        rows=rows,
        summary=words[f"{name}_summary"],
        caption=words[f"{name}_caption"],
    )


def _rows(draft: Draft, kind: FactKind) -> Iterator[Row]:
    used: dict[str, tuple[Text, list[Task]]] = {}
    for task in draft.process.tasks:
        for fact in of_kind(task, kind):
            used.setdefault(fact.value.casefold(), (text(fact), []))[1].append(task)
    for name, tasks in used.values():
        roles: list[Inline] = list(dict.fromkeys(draft.role(task) for task in tasks))
        shown = Text(name.text[:1].upper() + name.text[1:], name.mark)
        yield Row((cell(shown), tuple(draft.step(task) for task in tasks), cell(joined(roles))))
