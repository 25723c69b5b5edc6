"""Responsibilities stay with their steps: people name these by number or name, and both change as a process is edited."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.errors import InvalidDetailsError
from interview2flow.model import Process, Task
from interview2flow.model.details import Details, Responsibility


def by_id(details: Details, process: Process) -> Details:
    """The details with steps named by their ids, which no edit changes.

    Raises:
        InvalidDetailsError: they speak of a step that the process does not have.
    """
    entries = (replace(entry, step=step) for entry in details.responsibilities for step in _ids(entry, process))
    return replace(details, responsibilities=tuple(entries))


def by_name(details: Details, process: Process) -> Details:
    """The details with steps named as people do: by name where it tells a step from the others, else by number.

    What was entered for a step that is gone is left out.
    """
    names = {task.id: _name(task, number, process) for number, task in enumerate(process.tasks, 1)}
    entries = (
        replace(entry, step=entry.step and names[entry.step])
        for entry in details.responsibilities
        if entry.step is None or entry.step in names
    )
    return replace(details, responsibilities=tuple(entries))


def _ids(entry: Responsibility, process: Process) -> list[str | None]:
    if entry.step is None:
        return [None]
    wanted = entry.step.strip().casefold()
    found: list[str | None] = [
        task.id for number, task in enumerate(process.tasks, 1) if wanted in {str(number), _folded(task), task.id.casefold()}
    ]
    if not found:
        raise InvalidDetailsError("responsibilities", reason=f"there is no step “{entry.step}” in this process")
    return found


def _name(task: Task, number: int, process: Process) -> str:
    alike = [other for other in process.tasks if _folded(other) == _folded(task)]
    return task.name.strip() if _folded(task) and not _folded(task).isdecimal() and len(alike) == 1 else str(number)


def _folded(task: Task) -> str:
    return task.name.strip().casefold()
