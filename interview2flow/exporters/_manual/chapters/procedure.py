"""The procedure: every step with who, when, with what, how long, and what comes next."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Cell, Chapter, Column, Row, Table
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import times, values
from interview2flow.exporters._manual.lines import cell
from interview2flow.exporters._manual.routes import next_steps, when
from interview2flow.model import FactKind, Task

WIDTHS = {"number": 4, "step": 20, "who": 13, "when": 14, "system": 12, "document": 12, "time": 11, "next": 18}
"""Columns, with their share of the page's width."""


def chapter(draft: Draft) -> Chapter | None:
    """A row for each step."""
    if not draft.process.tasks:
        return None
    words = draft.chapter("procedure")
    table = Table(
        columns=tuple(Column(words[name], width) for name, width in WIDTHS.items()),
        rows=tuple(_row(draft, task) for task in draft.process.tasks),
        summary=words["summary"],
        caption=words["caption"],
        anchor="table_procedure",
    )
    return Chapter(
        id="procedure",
        heading=words["heading"],
        blocks=(draft.introduction("procedure", figure="figure_flowchart"), table),
        wide=True,
    )


def _row(draft: Draft, task: Task) -> Row:
    cells: tuple[Cell, ...] = (
        cell(str(draft.numbers[task.id])),
        cell(draft.name(task)),
        cell(draft.role(task)),
        tuple(when(draft, task)),
        cell(values(task, FactKind.SYSTEM)),
        cell(values(task, FactKind.DOCUMENT)),
        tuple(times(draft, task)),
        tuple(next_steps(draft, task)) or cell(draft.gap("not_told")),
    )
    return Row(cells, anchor=draft.anchor(task))
