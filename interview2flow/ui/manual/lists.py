"""Entries of the details as rows of a sheet, and a sheet's rows as entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from interview2flow.model.names import tidy
from interview2flow.ui.table.cells import Edits

Entry = TypeVar("Entry")
Cells = Mapping[str, Any]


def columns(kind: type[Any]) -> dict[str, bool]:
    """The columns of a kind of entries, in their order, and whether each must be filled in."""
    return {each.name: each.default is MISSING for each in fields(kind)}


def cells_of(entry: Any) -> Cells:
    """An entry as a row of a sheet."""
    return {name: getattr(entry, name) or "" for name in columns(type(entry))}


def edited(rows: Sequence[Cells], edits: Edits) -> list[Cells]:
    """The rows after the edits, new ones below."""
    kept = [{**row, **edits.edited.get(index, {})} for index, row in enumerate(rows) if index not in edits.deleted]
    return [*kept, *edits.added]


def entries(rows: Sequence[Cells], kind: Callable[..., Entry], known: Mapping[str, bool]) -> tuple[Entry, ...]:
    """An entry for each row in which everything stands that must."""
    typed = [{name: tidy(str(row.get(name) or "")) or None for name in known} for row in rows]
    return tuple(kind(**row) for row in typed if all(row[name] for name, needed in known.items() if needed))


def lines(typed: str) -> tuple[str, ...]:
    """The entries of a field that holds one a line."""
    return tuple(line for line in map(tidy, typed.splitlines()) if line)


def paragraphs(typed: str) -> str | None:
    """A text of several lines; None where there is nothing in it."""
    return "\n".join(map(tidy, typed.strip().splitlines())) or None
