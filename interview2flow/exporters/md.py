"""The manual in Markdown, for wikis and version control: the same chapters as in Word, the flowchart drawn by Mermaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from interview2flow.exporters import mmd
from interview2flow.exporters._manual import Details, compose, instructed
from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import (
    Block,
    Cell,
    Flowchart,
    Form,
    Heading,
    Inline,
    Labels,
    Line,
    Manual,
    Mark,
    Paragraph,
    Reference,
    Table,
    Text,
)
from interview2flow.model import Finding, Process

SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>#|~&$@^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What Markdown, or a dialect of it, takes for its own anywhere; addresses are no links either."""

BEGINNINGS: Final = re.compile(r"^(\s*\d*)(?=[-+=.)!\t])")
"""Before these signs a line would be an item of a list, a heading or a rule."""

BEFORE: Final = {Form.BODY: "", Form.BULLET: "- ", Form.NUMBERED: "1. ", Form.NOTE: "> "}
AROUND: Final = {Mark.STRONG: "**", Mark.GAP: "**", Mark.INFERRED: "*", Mark.QUOTE: "", Mark.ASIDE: "", Mark.PLAIN: ""}


def render(
    process: Process, findings: Sequence[Finding], *, details: Details | None = None, since: Process | None = None
) -> bytes:
    """The manual, UTF-8, in the process's language, with what has changed `since` an earlier version.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    manual = compose(process, findings, details, since=since)
    return ("\n\n".join(_parts(manual, instructed(process))) + "\n").encode()


def _parts(manual: Manual, process: Process) -> Iterator[str]:
    yield f"# {_safe(manual.title)}"
    yield _safe(manual.subtitle)
    yield _table(manual.control)
    tables = count(1)
    yield from _blocks(manual.legend, process, manual.labels, tables)
    for chapter in manual.chapters:
        yield _place(chapter.anchor)
        yield f"## {_safe(chapter.heading)}"
        yield from _blocks(chapter.blocks, process, manual.labels, tables)


def _blocks(blocks: Iterable[Block], process: Process, labels: Labels, tables: count[int]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f"### {_safe(block.text)}"
            case Paragraph():
                yield BEFORE[block.form] + _line(block.line).strip()
            case Table():
                if block.caption:
                    yield f"{_place(block.anchor)}**{_safe(labels.table)} {next(tables)}. {_safe(block.caption)}**"
                yield _table(block)
            case Flowchart():
                yield "\n".join(("```mermaid", *mmd.lines(process), "```"))
                caption = block.caption(part=1, parts=1)
                yield f"{_place(block.anchor)}**{_safe(labels.figure)} 1. {_safe(caption)}**"


def _place(anchor: str | None) -> str:
    """What references lead to."""
    return f'<a id="{anchor}"></a>' if anchor else ""


def _table(table: Table) -> str:
    """A table with its headings; without any the first row's place stays empty, as Markdown wants one."""
    heads = (_safe(column.heading) if table.headed else " " for column in table.columns)
    rows = [_row(heads), _row("---" for _ in table.columns)]
    for row in table.rows:
        cells = [_cell(cell) for cell in row.cells]
        if row.anchor:
            cells[0] = f"{_place(row.anchor)}{cells[0]}"
        rows.append(_row(cells))
    return "\n".join(rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(line) for line in cell)


def _line(line: Line) -> str:
    return "".join(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    match part:
        case Reference():
            return f"[{_safe(part.text)}](#{part.anchor})"
        case Text():
            return _marked(_safe(part.text), AROUND[part.mark])


def _marked(text: str, sign: str) -> str:
    """The text between two signs, which must touch it; what is around it stays."""
    words = text.strip()
    if not sign or not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{words}{sign}{after}"


def _safe(text: str) -> str:
    return BEGINNINGS.sub(r"\1\\", SIGNS.sub(r"\\\g<0>", clean(text)))
