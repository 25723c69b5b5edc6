"""Rows of the process as cells of a sheet, and a sheet's cells as rows: several values in a cell are parted by semicolons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from interview2flow.editing.rows import END, Row, Way
from interview2flow.model import FactKind

BETWEEN: Final = "; "
PARTS: Final = re.compile(r"\s*;\s*")
DIGITS: Final = re.compile(r"(\d+)")


class Column(StrEnum):
    """The sheet's columns, in their order; the facts' are called as their kinds are."""

    NUMBER = "number"
    STEP = "step"
    ROLE = "role"
    NEXT = "next"
    CONDITION = "condition"
    SYSTEM = FactKind.SYSTEM
    DOCUMENT = FactKind.DOCUMENT
    WORK_TIME = FactKind.WORK_TIME
    WAIT_TIME = FactKind.WAIT_TIME
    COMPLAINT = FactKind.COMPLAINT


Cells = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What was done to a sheet since it was shown: cells by row and column, rows added below, rows deleted."""

    edited: Mapping[int, Mapping[str, Any]]
    added: Sequence[Mapping[str, Any]]
    deleted: Sequence[int]

    @classmethod
    def of(cls, message: object) -> Edits | None:
        """From what Streamlit's data editor tells; None where that is something else."""
        match message:
            case {"edited_rows": Mapping() as edited, "added_rows": list() as added, "deleted_rows": list() as deleted}:
                return cls(edited=edited, added=added, deleted=deleted)
        return None


def cells_of(row: Row, *, end: str) -> Cells:
    """A row as it is shown; `end` is what the end of the work is called."""
    return {
        Column.NUMBER: row.number,
        Column.STEP: row.step,
        Column.ROLE: row.role,
        Column.NEXT: BETWEEN.join(end if way.to == END else way.to for way in row.ways),
        Column.CONDITION: BETWEEN.join(way.when.replace(";", ",") for way in row.ways)
        if any(way.when for way in row.ways)
        else "",
        **{kind: BETWEEN.join(value.replace(";", ",") for value in row.facts.get(kind, ())) for kind in FactKind},
    }


def edited(rows: Sequence[Row], edits: Edits, *, end: str) -> list[Row]:
    """The rows after the edits, in the order of their numbers: a row moves when it is given another one.

    Other rows go on to a moved one by the number that it had. Added rows without any text are passed over.
    """
    kept: list[tuple[str, Row]] = []
    for index, row in enumerate(rows):
        if index in edits.deleted:
            continue
        changed = {name: text(value) for name, value in edits.edited.get(index, {}).items()}
        kept.append((changed.get(Column.NUMBER) or row.number, _changed(row, changed, end=end)))
    gone = {rows[index].number for index in edits.deleted if index < len(rows)}
    for count, values in enumerate(edits.added, 1):
        cells = {name: text(value) for name, value in values.items()}
        if cells.get(Column.STEP):
            number = cells.get(Column.NUMBER, "")
            new = Row(number=number or f"+{count}", step=cells[Column.STEP])
            kept.append((number or "~", _changed(new, cells, end=end)))
    moved = {index for index in edits.edited if Column.NUMBER in edits.edited[index]}
    order = sorted(enumerate(kept), key=lambda found: (natural(found[1][0]), found[0] not in moved, found[0]))
    return [_without(row, gone) for _, (_, row) in order]


def text(value: object) -> str:
    """A cell's content on one line; empty where there is nothing."""
    return " ".join(str(value).split()) if value is not None else ""


def natural(number: str) -> tuple[tuple[int, int | str], ...]:
    """Orders "2" before "2a" before "10"; what is no number comes last."""
    parts = [part for part in DIGITS.split(number.replace(",", ".")) if part]
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts)


def _changed(row: Row, cells: Mapping[str, str], *, end: str) -> Row:
    facts = dict(row.facts)
    for kind in FactKind:
        if kind in cells:
            facts[kind] = _values(cells[kind])
    ways = row.ways
    if Column.NEXT in cells or Column.CONDITION in cells:
        shown = cells_of(row, end=end) | dict(cells)
        ways = _ways(shown[Column.NEXT], shown[Column.CONDITION], end=end)
    return replace(
        row,
        step=cells.get(Column.STEP, row.step),
        role=cells.get(Column.ROLE, row.role),
        ways=ways,
        facts={kind: values for kind, values in facts.items() if values},
    )


def _ways(following: str, conditions: str, *, end: str) -> tuple[Way, ...]:
    whens = PARTS.split(conditions) if conditions else []
    return tuple(
        Way(to=END if to.casefold() in {end.casefold(), END} else to, when=whens[place] if place < len(whens) else "")
        for place, to in enumerate(_values(following))
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(part for part in PARTS.split(cell) if part)


def _without(row: Row, gone: set[str]) -> Row:
    """Ways to a deleted row go where that row's step led: they are not the row's any more."""
    return replace(row, ways=()) if any(way.to in gone for way in row.ways) else row
