"""The role's steps: what to do, with what, what sets each off, and what comes then."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._handbook.part import Part
from interview2flow.exporters._manual.content import Cell, Chapter, Column, Line, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.lines import cell, fill, joined, sentence
from interview2flow.exporters._manual.routes import condition, grouped, if_line, is_end
from interview2flow.exporters._manual.sentences import action, lengths
from interview2flow.model import Event, EventKind, Task
from interview2flow.model.paths import Path, following, preceding

WIDTHS = {"number": 6, "step": 38, "trigger": 28, "then": 28}
"""Columns, with their share of the page's width."""


def chapter(part: Part) -> Chapter:
    """A row for each step, in the manual's order."""
    words = part.words["steps"]
    table = Table(
        columns=tuple(Column(words[name], width) for name, width in WIDTHS.items()),
        rows=tuple(_row(part, task) for task in part.tasks),
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="steps", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def _row(part: Part, task: Task) -> Row:
    cells: tuple[Cell, ...] = (
        cell(str(part.draft.numbers[task.id])),
        (action(part.draft, task), *lengths(part.draft, task)),
        tuple(dict.fromkeys(_triggers(part, task))) or cell(part.draft.gap("not_told")),
        tuple(ways_on(part, task)) or cell(part.draft.gap("not_told")),
    )
    return Row(cells, anchor=part.draft.anchor(task))


def _triggers(part: Part, task: Task) -> Iterator[Line]:
    """What must have happened, a line for each way to the step."""
    words = part.words["routes"]
    for path in preceding(part.draft.process, task.id):
        told = condition(part.draft, path)
        before = _before(part, path)
        if told and before:
            yield fill(words["if_after"], condition=told, after=before)
        elif before or told:
            yield before or told
        elif isinstance(path.source, Event) and path.source.kind is EventKind.START:
            yield (part.draft.gap("trigger"),)


def _before(part: Part, path: Path) -> Line:
    if isinstance(path.source, Task):
        return fill(part.words["routes"]["after"], step=part.placed(path.source))
    return (Text(path.source.name),) if path.source.name else ()


def ways_on(part: Part, task: Task) -> Iterator[Line]:
    """What comes then, a line for each way on."""
    words = part.words["routes"]
    ways = following(part.draft.process, task.id)
    for together, group in grouped(part.draft, ways):
        to = joined((target(part, path) for path in group), part.draft.words["routes"]["and"])
        then = fill(words["at_once" if together else "next"], target=to)
        told = if_line(part.draft, group[0]) or condition(part.draft, group[0], ways)
        yield sentence(fill(words["if_next"], condition=told, next=then)) if told else then


def target(part: Part, path: Path) -> Line:
    """Where a way leads: a step, with who does it where that is somebody else, or the end."""
    if isinstance(path.target, Task):
        return part.placed(path.target)
    words = part.draft.words["routes"]
    return (Text(path.target.name or words["end" if is_end(path.target) else "event"]),)
