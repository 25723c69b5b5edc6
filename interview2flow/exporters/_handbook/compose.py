"""The handbook of one role, from all its chapters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview2flow.exporters._handbook import asking, cover, decisions, handovers, steps
from interview2flow.exporters._handbook.part import Part
from interview2flow.exporters._manual import Details, placeholders
from interview2flow.exporters._manual.content import Cell, Chapter, Column, Form, Labels, Manual, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, fill, joined
from interview2flow.exporters._manual.references import settled
from interview2flow.exporters._manual.status import running
from interview2flow.model import FactKind, Finding, Lane, Process


def compose(process: Process, findings: Sequence[Finding], role: Lane, details: Details | None = None) -> Manual:
    """Everything that the handbook of a role says.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    part = Part(draft=Draft(process=process, findings=tuple(findings), details=details or Details()), lane=role)
    draft, words, labels = part.draft, part.words, Labels(**part.draft.words["labels"])
    return Manual(
        title=words["title"].format(role=role.name),
        subtitle=words["subtitle"].format(title=process.title),
        status=running(draft),
        locale=draft.words["locale"],
        control=_card(part),
        legend=(Paragraph(fill(words["legend"], gap=draft.gap("fill_in")), Form.NOTE),),
        chapters=settled(tuple(_chapters(part)), labels),
        labels=labels,
        numbers={task: str(number) for task, number in draft.numbers.items()},
        fields=placeholders.values(
            draft, title=words["title"].format(role=role.name), subtitle=words["subtitle"].format(title=process.title)
        ),
    )


def _chapters(part: Part) -> Iterator[Chapter]:
    found = (
        steps.chapter(part),
        handovers.chapter(part),
        decisions.chapter(part),
        asking.whom(part),
        asking.still_open(part),
        cover.chapter(part),
    )
    return (chapter for chapter in found if chapter)


def _card(part: Part) -> Table:
    """The role on one look."""
    words, gap = part.words["card"], part.draft.gap("not_told")
    works_with = dict.fromkeys((*(path.source for path in part.received()), *(path.target for path in part.handed_over())))
    lanes = dict.fromkeys(lane for node in works_with if (lane := part.draft.process.lane_of(node)) and lane.named)
    values: dict[str, Cell] = {
        "process": cell(part.draft.process.title),
        "role": cell(part.draft.lane(part.lane)),
        "steps": cell(fill(words["of"], steps=joined(map(part.number, part.tasks)), all=str(len(part.draft.process.tasks)))),
        "with": cell(joined(Text(lane.name) for lane in lanes)),
        "systems": tuple(cover.used(part, FactKind.SYSTEM)),
        "documents": tuple(cover.used(part, FactKind.DOCUMENT)),
    }
    rows = tuple(Row((cell(words[name]), value if any(value) else cell(gap))) for name, value in values.items())
    return Table(columns=(Column("", 30), Column("", 70)), rows=rows, summary=words["summary"], headed=False)
