"""The decisions that the role takes, and where each way leads."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._handbook.part import Part
from interview2flow.exporters._handbook.steps import target
from interview2flow.exporters._manual.content import Chapter, Column, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.lines import cell, fill
from interview2flow.exporters._manual.routes import condition, grouped
from interview2flow.model import Task
from interview2flow.model.paths import following


def chapter(part: Part) -> Chapter | None:
    """A row for each way out of a decision; None where the role takes none."""
    words = part.words["decisions"]
    rows = tuple(row for task in part.tasks for row in _rows(part, task))
    if not rows:
        return None
    table = Table(
        columns=(Column(words["after"], 32), Column(words["if"], 34), Column(words["then"], 34)),
        rows=rows,
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="decisions", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def _rows(part: Part, task: Task) -> Iterator[Row]:
    ways = following(part.draft.process, task.id)
    if not any(path.conditions for path in ways):
        return
    next_ = part.words["routes"]["next"]
    for _, group in grouped(part.draft, ways):
        then = tuple(fill(next_, target=target(part, path)) for path in group)
        yield Row((cell(part.step(task)), cell(condition(part.draft, group[0], ways)), then))
    if len(ways) == 1:
        yield Row((cell(part.step(task)), cell(part.draft.words["routes"]["otherwise"]), cell(part.draft.gap("not_told"))))
