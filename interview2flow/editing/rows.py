"""The process as a table, a row a step, and the table back to the process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from interview2flow.editing import roles, steps, wiring
from interview2flow.errors import InvalidTableError
from interview2flow.model import Event, EventKind, FactKind, Process, Task
from interview2flow.model.names import tidy
from interview2flow.model.paths import following

END: Final = "end"
"""What stands for the end of the work among the numbers of the next steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out of a step: to the row with that number, or to the END."""

    to: str
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step. `number` counts from 1 in the manual's order; `id` is None in a row that has been added."""

    number: str
    step: str
    role: str = ""
    ways: tuple[Way, ...] = ()
    facts: Mapping[FactKind, tuple[str, ...]] = field(default_factory=dict)
    id: str | None = None


def rows_of(process: Process) -> tuple[Row, ...]:
    """A row for each step, in the manual's order."""
    numbers = {task.id: str(number) for number, task in enumerate(process.tasks, 1)}
    return tuple(_row(process, task, numbers) for task in process.tasks)


def _row(process: Process, task: Task, numbers: Mapping[str, str]) -> Row:
    lane = process.lane_of(task)
    facts = {kind: tuple(fact.value for fact in task.facts if fact.kind is kind) for kind in FactKind}
    return Row(
        id=task.id,
        number=numbers[task.id],
        step=task.name,
        role=lane.name if lane else "",
        ways=_ways(process, task, numbers),
        facts={kind: values for kind, values in facts.items() if values},
    )


def _ways(process: Process, task: Task, numbers: Mapping[str, str]) -> tuple[Way, ...]:
    found = (
        Way(to=numbers.get(path.target.id, END), when=", ".join(flow.name for flow in path.conditions))
        for path in following(process, task.id)
        if isinstance(path.target, Task) or _ends(path.target)
    )
    return tuple(dict.fromkeys(found))


def _ends(node: object) -> bool:
    return isinstance(node, Event) and node.kind is EventKind.END


def apply(process: Process, rows: Sequence[Row]) -> Process:
    """The process that an edited table describes; what the table does not touch stays as it was drawn.

    A row that is gone takes its step away, one without an id adds a step, and one that stands elsewhere moves its step
    there. Ways out that were changed are drawn anew; a new row without any goes on to the row below it.

    Raises:
        InvalidTableError: a row without a step, or a way to a number that no row has.
    """
    _check(rows)
    known = {row.id: row for row in rows_of(process) if row.id}
    kept = {row.id for row in rows if row.id}
    for gone in (id_ for id_ in known if id_ not in kept):
        process = steps.remove(process, gone)
    process, placed = _with_new(process, rows)
    process = _in_place(process, [row.id for row in placed if row.id])
    ids = {row.number: row.id for row in placed if row.id}
    for row in placed:
        process = _edited(process, row, known.get(str(row.id)))
    for row in placed:
        before = known.get(str(row.id))
        if row.ways and (before is None or _told(row, ids) != _told(before, _numbers(known))):
            process = wiring.lead(process, str(row.id), [(None if way.to == END else ids[way.to], way.when) for way in row.ways])
    return roles.remove_unused_roles(process)


def _check(rows: Sequence[Row]) -> None:
    numbers = {row.number for row in rows}
    for row in rows:
        if not tidy(row.step):
            raise InvalidTableError(row.number, reason="it has no step")
        for way in row.ways:
            if way.to != END and way.to not in numbers:
                raise InvalidTableError(row.number, reason=f"there is no step {way.to} to go on to")


def _numbers(known: Mapping[str, Row]) -> dict[str, str | None]:
    return {row.number: row.id for row in known.values()}


def _told(row: Row, ids: Mapping[str, str | None]) -> list[tuple[str | None, str]]:
    return [(ids.get(way.to), way.when) for way in row.ways]


def _with_new(process: Process, rows: Sequence[Row]) -> tuple[Process, list[Row]]:
    """Adds the steps of new rows, each behind the row above it."""
    placed: list[Row] = []
    for row in rows:
        if row.id is None:
            above = placed[-1].id if placed else None
            process, new = wiring.insert(process, row.step, after=above)
            row = replace(row, id=new)  # noqa: PLW2901  the same row, now with its id
        placed.append(row)
    return process, placed


def _in_place(process: Process, order: Sequence[str]) -> Process:
    """Moves the steps that stand elsewhere in the table than in the process: each behind the row above it."""
    for above, moved in wiring.moves([task.id for task in process.tasks], order):
        process = wiring.move(process, moved, after=above)
    return process


def _edited(process: Process, row: Row, before: Row | None) -> Process:
    task_id = str(row.id)
    process = steps.rename(process, task_id, row.step)
    if row.role and (before is None or row.role != before.role):
        process = roles.assign(process, task_id, row.role)
    told = before.facts if before else {}
    for kind in FactKind:
        if row.facts.get(kind, ()) != told.get(kind, ()):
            process = steps.tell(process, task_id, kind, row.facts.get(kind, ()))
    return process
