"""The register of quotes: for each step the words it was told with, who said them, and where."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._manual.content import Chapter, Column, Line, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, fill
from interview2flow.exporters._manual.routes import flow_condition
from interview2flow.model import Evidence, SequenceFlow, Task
from interview2flow.model.paths import following


def chapter(draft: Draft) -> Chapter | None:
    """A row for each quote, in the order of the steps."""
    rows = tuple(_rows(draft))
    if not rows:
        return None
    words = draft.chapter("quotes")
    widths = {"step": 7, "quote": 49, "who": 20, "where": 24}
    table = Table(
        columns=tuple(Column(words[name], width) for name, width in widths.items()),
        rows=rows,
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="quotes", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def _rows(draft: Draft) -> Iterator[Row]:
    for task in draft.process.tasks:
        for evidence in task.evidence:
            yield _row(draft, task, evidence, ())
        for flow in _conditions(draft, task):
            for evidence in flow.evidence:
                yield _row(draft, task, evidence, fill(draft.chapter("quotes")["condition"], condition=flow_condition(flow)))


def _conditions(draft: Draft, task: Task) -> Iterator[SequenceFlow]:
    ways = following(draft.process, task.id)
    yield from dict.fromkeys(flow for path in ways for flow in path.conditions)


def _row(draft: Draft, task: Task, evidence: Evidence, note: Line) -> Row:
    words = draft.chapter("quotes")
    quote: tuple[Line, ...] = ((draft.quote(evidence),), note) if note else ((draft.quote(evidence),),)
    place = words["place"].format(source=evidence.source, turn=evidence.turn + 1)
    return Row(((((draft.reference(task),),)), quote, cell(Text(draft.teller(evidence.source))), cell(place)))
