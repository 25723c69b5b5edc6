"""What stands in a manual as a marked gap until the coordinator enters it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from interview2flow.exporters._manual.chapters import raci
from interview2flow.exporters._manual.draft import Draft
from interview2flow.model import Process
from interview2flow.model.details import Details

CONTROL: Final = ("number", "date", "review_date", "owner", "author", "approver", "classification")

SHOWN_IN: Final = {
    "purpose": ("purpose", "scope", "exclusions"),
    "glance": ("inputs", "outputs"),
    "definitions": ("definitions",),
    "raci": ("responsibilities",),
    "records": ("records",),
    "measurements": ("measurements",),
    "risks": ("risks", "references"),
    "training": ("training",),
    "history": ("revisions",),
}
"""Which details stand in which chapter; the others stand on the title page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is open: a field of the details or, where it holds entries, what is missing in so many of them.

    For responsibilities the entries are the steps.
    """

    field: str
    missing: str | None = None
    count: int = 1


def still_open(process: Process, details: Details) -> tuple[Gap, ...]:
    """All gaps that the coordinator can fill, but for the chapters that are left out.

    Raises:
        InvalidDetailsError: the details speak of a step that there is not.
    """
    shown = [name for chapter, names in SHOWN_IN.items() if chapter not in details.leave_out for name in names]
    return tuple(gap for name in (*CONTROL, *shown) for gap in _gaps(process, details, name))


def _gaps(process: Process, details: Details, name: str) -> Iterator[Gap]:
    if name == "responsibilities":
        open_parts = raci.open_parts(Draft(process=process, findings=(), details=details))
        yield from (Gap(field=name, missing=part, count=count) for part, count in open_parts.items())
    elif name == "revisions":
        told = any(revision.version == details.version for revision in details.revisions)
        yield from _incomplete(name, details.revisions)
        yield from () if told else (Gap(field=name),)
    elif not (given := getattr(details, name)):
        yield Gap(field=name)
    elif isinstance(given, tuple):
        yield from _incomplete(name, given)


def _incomplete(name: str, entries: tuple[Any, ...]) -> Iterator[Gap]:
    """What is missing in the entries of a list; plain texts miss nothing."""
    columns = [each.name for each in fields(entries[0])] if entries and not isinstance(entries[0], str) else []
    for column in columns:
        if count := sum(getattr(entry, column) is None for entry in entries):
            yield Gap(field=name, missing=column, count=count)
