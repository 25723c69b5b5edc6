"""The process at a glance: what sets it off, how it ends, who and what takes part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.exporters._manual.content import Cell, Chapter, Column, Line, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import register
from interview2flow.exporters._manual.lines import cell, fill, joined
from interview2flow.exporters._manual.routes import condition, is_end
from interview2flow.model import Event, EventKind, FactKind, Task
from interview2flow.model.paths import Path, following, preceding

GAPS: Final = {"inputs": "fill_in", "outputs": "fill_in"}
"""What the coordinator enters, since no interview is asked for it."""


def chapter(draft: Draft) -> Chapter:
    """One row for each thing one wants to know first."""
    words = draft.chapter("glance")
    values: dict[str, Cell] = {
        "start": tuple(_starts(draft)),
        "end": tuple(_ends(draft)),
        "inputs": cell(*draft.details.inputs),
        "outputs": cell(*draft.details.outputs),
        "roles": cell(joined(draft.lane(lane) for lane in draft.process.lanes)),
        "systems": cell(joined(register(draft, FactKind.SYSTEM))),
        "documents": cell(joined(register(draft, FactKind.DOCUMENT))),
        "interviews": tuple(_interviews(draft)),
    }
    rows = tuple(
        Row((cell(words[name]), value if any(value) else cell(draft.gap(GAPS.get(name, "not_told")))))
        for name, value in values.items()
    )
    table = Table(
        columns=(Column("", 24), Column("", 76)),
        rows=rows,
        summary=words["summary"],
        caption=words["caption"],
        headed=False,
    )
    return Chapter(id="glance", heading=words["heading"], blocks=(draft.introduction("glance", table="table_procedure"), table))


def _starts(draft: Draft) -> Iterator[Line]:
    words = draft.chapter("glance")
    for event in _events(draft, EventKind.START):
        for path in following(draft.process, event.id):
            if isinstance(path.target, Task) and (told := _told(draft, event, path)):
                yield fill(words["starts_when"], condition=told, step=draft.step(path.target))
            elif isinstance(path.target, Task):
                yield fill(words["starts"], step=draft.mention(path.target), gap=draft.gap("trigger"))


def _ends(draft: Draft) -> Iterator[Line]:
    words = draft.chapter("glance")
    for event in _events(draft, EventKind.END):
        for path in preceding(draft.process, event.id):
            if isinstance(path.source, Task) and (told := _told(draft, event, path)):
                yield fill(words["ends_when"], condition=told, step=draft.mention(path.source))
            elif isinstance(path.source, Task):
                yield fill(words["ends"], step=draft.mention(path.source))


def _told(draft: Draft, event: Event, path: Path) -> Line:
    return (Text(event.name),) if event.name and not is_end(event) else condition(draft, path)


def _events(draft: Draft, kind: EventKind) -> Iterator[Event]:
    return (node for node in draft.process.nodes if isinstance(node, Event) and node.kind is kind)


def _interviews(draft: Draft) -> Iterator[Line]:
    for interview in draft.process.interviews:
        teller = draft.teller(interview.name)
        yield (Text(interview.name if teller == interview.name else f"{teller} ({interview.name})"),)
