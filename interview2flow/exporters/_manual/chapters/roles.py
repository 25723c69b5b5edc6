"""Roles and responsibilities: what each role does."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._manual.content import Chapter, Column, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, line, sentence


def chapter(draft: Draft) -> Chapter | None:
    """A row for each role with its steps."""
    rows = tuple(_rows(draft))
    if not rows:
        return None
    words = draft.chapter("roles")
    table = Table(
        columns=(Column(words["role"], 28), Column(words["steps"], 72)),
        rows=rows,
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="roles", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def _rows(draft: Draft) -> Iterator[Row]:
    for lane in draft.process.lanes:
        if steps := [task for task in draft.process.tasks if task.lane == lane.id]:
            yield Row((cell(sentence(line(draft.lane(lane)))), tuple(draft.step(task) for task in steps)))
