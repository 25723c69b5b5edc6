"""References that lead somewhere: to steps, tables, figures and chapters that this manual has, by the numbers they have in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from interview2flow.exporters._manual.content import (
    Block,
    Chapter,
    Flowchart,
    Inline,
    Labels,
    Line,
    Paragraph,
    Reference,
    Table,
    Text,
)


def settled(chapters: Sequence[Chapter], labels: Labels) -> tuple[Chapter, ...]:
    """The chapters with the words that each reference needs; one to what has been left out becomes plain text."""
    names = dict(_names(chapters, labels))
    return tuple(replace(chapter, blocks=tuple(_block(block, names) for block in chapter.blocks)) for chapter in chapters)


def _names(chapters: Sequence[Chapter], labels: Labels) -> Iterator[tuple[str, str]]:
    """Each anchor with what is called so: "Table 3", a chapter's heading; steps bring their own number."""
    tables = count(1)
    for chapter in chapters:
        yield chapter.anchor, chapter.heading
        for block in chapter.blocks:
            if isinstance(block, Table):
                number = next(tables) if block.caption else 0
                yield from ((row.anchor, "") for row in block.rows if row.anchor)
                if block.anchor:
                    yield block.anchor, f"{labels.table}\u00a0{number}"
            elif isinstance(block, Flowchart) and block.anchor:
                yield block.anchor, f"{labels.figure}\u00a01"


def _block(block: Block, names: Mapping[str, str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, line=_line(block.line, names))
        case Table():
            rows = (
                replace(row, cells=tuple(tuple(_line(line, names) for line in cell) for cell in row.cells)) for row in block.rows
            )
            return replace(block, rows=tuple(rows))
        case _:
            return block


def _line(line: Line, names: Mapping[str, str]) -> Line:
    return tuple(_part(part, names) if isinstance(part, Reference) else part for part in line)


def _part(reference: Reference, names: Mapping[str, str]) -> Inline:
    if reference.anchor not in names:
        return Text(reference.text)
    return replace(reference, text=reference.text or names[reference.anchor])
