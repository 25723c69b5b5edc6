"""The saves of a project, inside a session."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from interview2flow.errors import NotStoredError
from interview2flow.storage import saves
from interview2flow.storage.records import Revision, RevisionInfo
from interview2flow.storage.tables import ProjectRow, RevisionRow


def newest(session: Session, project: ProjectRow) -> RevisionRow | None:
    """The last save that was not refused, with its BPMN."""
    return saves.newest(session, project, RevisionRow, undefer(RevisionRow.xml))


def infos(session: Session, project: ProjectRow) -> tuple[RevisionInfo, ...]:
    """All saves, the newest first."""
    query = select(RevisionRow).where(RevisionRow.project_id == project.id).order_by(RevisionRow.number.desc())
    return tuple(info_of(row) for row in session.scalars(query))


def numbered(session: Session, project: ProjectRow, number: int) -> Revision:
    """One save with its BPMN.

    Raises:
        NotStoredError: there is none.
    """
    query = select(RevisionRow).where(RevisionRow.project_id == project.id, RevisionRow.number == number)
    row = session.scalars(query.options(undefer(RevisionRow.xml))).first()
    if row is None:
        raise NotStoredError(f"revision {number} of project {project.id}")
    return revision_of(row)


def info_of(row: RevisionRow) -> RevisionInfo:
    """A row as a record without the BPMN."""
    return RevisionInfo(
        number=row.number, created=row.created, author=row.author, note=row.note, based_on=row.based_on, refused=row.refused
    )


def revision_of(row: RevisionRow) -> Revision:
    """A row as a record."""
    return Revision(
        number=row.number,
        created=row.created,
        author=row.author,
        note=row.note,
        based_on=row.based_on,
        refused=row.refused,
        xml=row.xml,
    )
