"""Whom to ask, and what nobody could answer yet."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._handbook.part import Part
from interview2flow.exporters._manual.content import Chapter, Column, Form, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.lines import cell, fill, joined
from interview2flow.model import Task


def whom(part: Part) -> Chapter:
    """Those who told of the role's steps, the roles before and after it, and the process's owner."""
    words = part.words["whom"]
    rows = (*_tellers(part), *_neighbours(part), Row((cell(part.draft.known(part.draft.details.owner)), cell(words["owner"]))))
    table = Table(
        columns=(Column(words["who"], 40), Column(words["about"], 60)),
        rows=rows,
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="whom", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def _tellers(part: Part) -> Iterator[Row]:
    told: dict[str, dict[str, Task]] = {}
    for task in part.tasks:
        for evidence in task.evidence:
            told.setdefault(part.draft.teller(evidence.source), {})[task.id] = task
    for who, tasks in told.items():
        yield Row((cell(who), cell(fill(part.words["whom"]["told"], steps=joined(map(part.number, tasks.values()))))))


def _neighbours(part: Part) -> Iterator[Row]:
    """The roles that work comes from and goes to, with their steps."""
    steps: dict[str, dict[str, Task]] = {}
    for node in (*(path.source for path in part.received()), *(path.target for path in part.handed_over())):
        if isinstance(node, Task) and (lane := part.draft.process.lane_of(node)) and lane.named:
            steps.setdefault(lane.name, {})[node.id] = node
    yield from (Row((cell(role), tuple(map(part.step, tasks.values())))) for role, tasks in steps.items())


def still_open(part: Part) -> Chapter | None:
    """The open questions about the role's steps; None where there are none."""
    words = part.words["open"]
    own = {task.id for task in part.tasks}
    own |= {flow.id for flow in part.draft.process.flows if flow.source in own}
    about = (finding for finding in part.draft.findings if finding.asks and finding.about in own)
    asked = dict.fromkeys(map(part.draft.question, about))
    if not asked:
        return None
    items = (Paragraph((Text(question),), Form.BULLET) for question in asked)
    return Chapter(id="open", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), *items))
