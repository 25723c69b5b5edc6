"""Projects and their interviews, inside a session."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from interview2flow.errors import NotStoredError
from interview2flow.storage.records import Interview, Project, ProjectSummary
from interview2flow.storage.tables import DetailsRow, InterviewRow, ProjectRow, RevisionRow
from interview2flow.storage.transcripts import from_json


def row_of(session: Session, project_id: str, *, locked: bool = False) -> ProjectRow:
    """A project's row; `locked` keeps others from changing the project until the transaction ends.

    Raises:
        NotStoredError: there is none.
    """
    is_number = project_id.isascii() and project_id.isdecimal() and len(project_id) < len("1000000000")
    row = session.get(ProjectRow, int(project_id), with_for_update=locked or None) if is_number else None
    if row is None:
        raise NotStoredError(f"project {project_id}")
    return row


def project_of(row: ProjectRow) -> Project:
    """A row as a record."""
    return Project(id=str(row.id), title=row.title, language=row.language, created=row.created, archived=row.archived)


def summaries(session: Session, *, archived: bool) -> tuple[ProjectSummary, ...]:
    """All projects that are (not) archived, the last changed first."""
    interviews = (
        select(InterviewRow.project_id, func.count().label("count"), func.max(InterviewRow.added).label("added"))
        .group_by(InterviewRow.project_id)
        .subquery()
    )
    newest = (
        select(RevisionRow.project_id, func.max(RevisionRow.number).label("number"))
        .where(RevisionRow.refused.is_(False))
        .group_by(RevisionRow.project_id)
        .subquery()
    )
    details = (
        select(DetailsRow.project_id, func.max(DetailsRow.created).label("created"))
        .where(DetailsRow.refused.is_(False))
        .group_by(DetailsRow.project_id)
        .subquery()
    )
    query = (
        select(
            ProjectRow,
            interviews.c.count,
            RevisionRow.number,
            interviews.c.added,
            RevisionRow.created,
            details.c.created,
        )
        .outerjoin(interviews, interviews.c.project_id == ProjectRow.id)
        .outerjoin(details, details.c.project_id == ProjectRow.id)
        .outerjoin(newest, newest.c.project_id == ProjectRow.id)
        .outerjoin(RevisionRow, (RevisionRow.project_id == ProjectRow.id) & (RevisionRow.number == newest.c.number))
        .where(ProjectRow.archived.is_(archived))
    )
    found = [
        ProjectSummary(
            id=str(row.id),
            title=row.title,
            language=row.language,
            created=row.created,
            archived=row.archived,
            interviews=count or 0,
            revision=number,
            changed=max(filter(None, (row.created, *changes))),
        )
        for row, count, number, *changes in session.execute(query)
    ]
    return tuple(sorted(found, key=lambda project: (project.changed, int(project.id)), reverse=True))


def interviews_of(session: Session, project: ProjectRow) -> tuple[Interview, ...]:
    """A project's interviews in the order in which they were added."""
    rows = session.scalars(select(InterviewRow).where(InterviewRow.project_id == project.id).order_by(InterviewRow.id))
    return tuple(interview_of(row) for row in rows)


def interview_row(session: Session, project: ProjectRow, name: str) -> InterviewRow:
    """The row of the interview of that name.

    Raises:
        NotStoredError: there is none.
    """
    query = select(InterviewRow).where(InterviewRow.project_id == project.id, InterviewRow.name == name)
    row = session.scalars(query).first()
    if row is None:
        raise NotStoredError(f"interview {name}")
    return row


def interview_of(row: InterviewRow) -> Interview:
    """A row as a record."""
    return Interview(name=row.name, transcript=from_json(row.transcript), content=row.content, added=row.added)
