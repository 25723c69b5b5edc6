"""The saves of a project, inside a session."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from interview2flow.errors import NotStoredError
from interview2flow.storage.records import Revision, RevisionInfo
from interview2flow.storage.tables import ProjectRow, RevisionRow


def newest(session: Session, project: ProjectRow) -> RevisionRow | None:
    """The last save that was not refused, with its BPMN."""
    query = select(RevisionRow).where(RevisionRow.project_id == project.id, RevisionRow.refused.is_(False))
    return session.scalars(query.order_by(RevisionRow.number.desc()).limit(1).options(undefer(RevisionRow.xml))).first()


def append(
    session: Session,
    project: ProjectRow,
    xml: str,
    *,
    based_on: int | None,
    refused: bool,
    note: str,
    author: str | None,
    created: datetime,
) -> RevisionRow:
    """One more save; refused ones are numbered with the others."""
    last = session.scalar(select(func.max(RevisionRow.number)).where(RevisionRow.project_id == project.id))
    row = RevisionRow(
        project_id=project.id,
        number=(last or 0) + 1,
        xml=xml,
        created=created,
        author=author,
        note=note,
        based_on=based_on,
        refused=refused,
    )
    session.add(row)
    session.flush()
    return row


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
