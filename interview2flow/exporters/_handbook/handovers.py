"""What the role gets from whom, and what it hands to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview2flow.exporters._handbook.part import Part
from interview2flow.exporters._manual.content import Block, Cell, Chapter, Column, Heading, Line, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.facts import values
from interview2flow.exporters._manual.lines import fill
from interview2flow.exporters._manual.routes import condition
from interview2flow.model import FactKind, Task
from interview2flow.model.paths import Path


def chapter(part: Part) -> Chapter | None:
    """A table for each direction; None where the role works for itself."""
    words = part.words["handovers"]
    blocks: list[Block] = []
    for name, ways in (("received", part.received()), ("handed_over", part.handed_over())):
        blocks += [Heading(words[name]["heading"]), *_table(part, name, ways)]
    alone = not any(isinstance(block, Table) for block in blocks)
    return None if alone else Chapter(id="handovers", heading=words["heading"], blocks=tuple(blocks))


def _table(part: Part, name: str, ways: Iterable[Path]) -> Iterator[Block]:
    words = part.words["handovers"][name]
    rows = tuple(dict.fromkeys(_row(part, path) for path in ways))
    if not rows:
        yield Paragraph((Text(words["none"]),))
        return
    yield Table(
        columns=(Column(words["who"], 24), Column(words["before"], 38), Column(words["after"], 38)),
        rows=rows,
        summary=words["summary"],
        caption=words["caption"],
    )


def _row(part: Part, path: Path) -> Row:
    before, after = path.source, path.target
    if not isinstance(before, Task) or not isinstance(after, Task):
        raise TypeError(path)  # work is handed over from step to step
    other = after if part.own(before) else before
    told = condition(part.draft, path)
    given: Cell = (
        part.step(before),
        *_documents(part, before),
        *([fill(part.words["routes"]["if"], condition=told)] if told else []),
    )
    return Row((((part.draft.role(other),),), given, (part.step(after),)))


def _documents(part: Part, task: Task) -> Iterator[Line]:
    if what := values(task, FactKind.DOCUMENT):
        yield fill(part.words["steps"]["document"], what=what)
