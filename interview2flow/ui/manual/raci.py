"""Responsibilities as a sheet with all steps, the first row for those that hold for every step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from interview2flow.model import Process
from interview2flow.model.details import Details, Responsibility
from interview2flow.model.names import tidy
from interview2flow.ui.manual.lists import Cells

PARTS = ("accountable", "consulted", "informed")


def rows(details: Details, process: Process, *, every_step: str) -> list[Cells]:
    """A row for all steps and one for each: its `id`, number, name, who does it, and the parts that were entered."""
    lanes = {task.id: lane.name for task in process.tasks if (lane := process.lane_of(task)) and lane.named}
    steps: list[tuple[str | None, str, str]] = [(None, "", every_step)]
    steps += [(task.id, str(number), task.name) for number, task in enumerate(process.tasks, 1)]
    given = _by_step(details)
    return [
        {"id": step, "number": number, "step": name, "responsible": lanes.get(step or "", ""), **_cells(given.get(step))}
        for step, number, name in steps
    ]


def responsibilities(rows: Sequence[Cells], details: Details) -> tuple[Responsibility, ...]:
    """What the rows say; what was entered for steps that are not there (any more) stays."""
    shown = {row["id"] for row in rows}
    gone = [entry for step, entry in _by_step(details).items() if step not in shown]
    return (*(entry for entry in map(_entry, rows) if _says_something(entry)), *gone)


def undecided(rows: Sequence[Cells]) -> bool:
    """Whether several were chosen where one alone answers for a step."""
    return any(len(list(_typed(row["accountable"]))) > 1 for row in rows)


def parties(details: Details, process: Process) -> list[str]:
    """Whom one can choose: the process's roles, and whoever has a part already."""
    named = [lane.name for lane in process.lanes if lane.named]
    entered = [name for entry in details.responsibilities for name in _names(entry)]
    return list(dict.fromkeys([*named, *entered]))


def _by_step(details: Details) -> Mapping[str | None, Responsibility]:
    """One entry a step: of several, the last that says something."""
    found: dict[str | None, Responsibility] = {}
    for entry in details.responsibilities:
        before = found.get(entry.step, Responsibility())
        found[entry.step] = Responsibility(
            step=entry.step,
            accountable=entry.accountable or before.accountable,
            consulted=entry.consulted or before.consulted,
            informed=entry.informed or before.informed,
        )
    return found


def _cells(entry: Responsibility | None) -> dict[str, list[str]]:
    if entry is None:
        return {part: [] for part in PARTS}
    accountable = [entry.accountable] if entry.accountable else []
    return {"accountable": accountable, "consulted": [*entry.consulted], "informed": [*entry.informed]}


def _entry(row: Cells) -> Responsibility:
    accountable, consulted, informed = (tuple(_typed(row[part])) for part in PARTS)
    # One alone answers for a step: another choice takes the place of the first.
    answers = accountable[-1] if accountable else None
    return Responsibility(step=row["id"], accountable=answers, consulted=consulted, informed=informed)


def _typed(values: Sequence[Any] | None) -> Iterator[str]:
    return (name for value in values or () if (name := tidy(str(value))))


def _says_something(entry: Responsibility) -> bool:
    return bool(list(_names(entry)))


def _names(entry: Responsibility) -> Iterator[str]:
    yield from (name for name in (entry.accountable or "", *entry.consulted, *entry.informed) if name)
