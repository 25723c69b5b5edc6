"""The versions of a project's manual, inside a session: saves of the flowchart that were given a name."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from interview2flow.errors import DuplicateVersionError
from interview2flow.storage.records import NamedVersion
from interview2flow.storage.tables import NamedVersionRow, ProjectRow


def rows(session: Session, project: ProjectRow) -> list[NamedVersionRow]:
    """All of them, the oldest save first."""
    query = select(NamedVersionRow).where(NamedVersionRow.project_id == project.id)
    return list(session.scalars(query.order_by(NamedVersionRow.revision)))


def put(session: Session, project: ProjectRow, version: NamedVersion) -> None:
    """Names a save, in the place of the name that it had.

    Raises:
        DuplicateVersionError: another save has that name.
    """
    known = {row.revision: row for row in rows(session, project)}
    if any(row.name == version.name and number != version.revision for number, row in known.items()):
        raise DuplicateVersionError(version.name)
    row = known.get(version.revision) or NamedVersionRow(project_id=project.id, revision=version.revision)
    row.name, row.date, row.approver = version.name, version.date, version.approver
    session.add(row)


def version_of(row: NamedVersionRow) -> NamedVersion:
    """A row as a record."""
    return NamedVersion(revision=row.revision, name=row.name, date=row.date, approver=row.approver)
