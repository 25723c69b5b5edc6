"""The details of a project's manual between the store, the form and the files: kept with steps by their ids."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from interview2flow import exporters
from interview2flow.editing.responsibilities import by_id, by_name
from interview2flow.errors import InvalidDetailsError, StaleSaveError
from interview2flow.model import Process
from interview2flow.model.details import Details
from interview2flow.storage import Store
from interview2flow.ui.author import author

FILE: Final = "details.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a project: the save's number and time, None before the first one."""

    project: str
    details: Details = field(default_factory=Details)
    number: int | None = None
    saved: datetime | None = None


def kept(store: Store, project: str) -> Kept:
    """What was saved last."""
    stored = store.details(project)
    if stored is None:
        return Kept(project=project)
    return Kept(project=project, details=_read(stored.text), number=stored.number, saved=stored.created)


def save(store: Store, before: Kept, details: Details) -> Kept:
    """Saves details that were made from `before`. What somebody else changed meanwhile in other fields stays.

    Raises:
        StaleSaveError: somebody else changed the same fields.
    """
    text = exporters.write_details(details).decode()
    try:
        stored = store.save_details(before.project, text, based_on=before.number, author=author())
    except StaleSaveError:
        theirs = kept(store, before.project)
        mine = changed(before.details, details)
        if mine.keys() & changed(before.details, theirs.details).keys():
            raise
        return save(store, theirs, replace(theirs.details, **mine))
    return Kept(project=before.project, details=details, number=stored.number, saved=stored.created)


def changed(before: Details, after: Details) -> dict[str, Any]:
    """The fields that differ, as they are afterwards."""
    return {name: getattr(after, name) for name in _names() if getattr(after, name) != getattr(before, name)}


def file(store: Store, project: str, process: Process) -> bytes:
    """The details as the YAML file that the command line takes, too."""
    return exporters.write_details(by_name(kept(store, project).details, process))


def loaded(content: bytes, name: str, process: Process, details: Details) -> Details:
    """The details with all that a YAML file gives in their place.

    Raises:
        InvalidDetailsError: the file cannot be used.
    """
    given = by_id(exporters.read_details(content, name=name), process)
    if unknown := [chapter for chapter in given.leave_out if chapter not in exporters.CHAPTERS]:
        raise InvalidDetailsError(name, reason=f"there is no chapter “{unknown[0]}”")
    return replace(details, **changed(Details(), given))


@lru_cache(maxsize=8)
def _read(text: str) -> Details:
    return exporters.read_details(text.encode(), name=FILE)


def _names() -> list[str]:
    return [each.name for each in fields(Details)]
