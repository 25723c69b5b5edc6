"""What belongs to a project's manual, inside a session: what was entered about it, and its Word template."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from interview2flow.storage.records import StoredDetails, Template
from interview2flow.storage.tables import DetailsRow, ProjectRow, TemplateRow


def newest(session: Session, project: ProjectRow) -> DetailsRow | None:
    """The last save of the details that was not refused."""
    query = select(DetailsRow).where(DetailsRow.project_id == project.id, DetailsRow.refused.is_(False))
    return session.scalars(query.order_by(DetailsRow.number.desc()).limit(1)).first()


def append(
    session: Session,
    project: ProjectRow,
    text: str,
    *,
    based_on: int | None,
    refused: bool,
    author: str | None,
    created: datetime,
) -> DetailsRow:
    """One more save of the details; refused ones are numbered with the others."""
    last = session.scalar(select(func.max(DetailsRow.number)).where(DetailsRow.project_id == project.id))
    row = DetailsRow(
        project_id=project.id,
        number=(last or 0) + 1,
        text=text,
        created=created,
        author=author,
        based_on=based_on,
        refused=refused,
    )
    session.add(row)
    session.flush()
    return row


def details_of(row: DetailsRow) -> StoredDetails:
    """A row as a record."""
    return StoredDetails(number=row.number, created=row.created, author=row.author, text=row.text)


def put_template(session: Session, project: ProjectRow, *, name: str, content: bytes, added: datetime) -> TemplateRow:
    """The template, in the place of the one that there was."""
    return session.merge(TemplateRow(project_id=project.id, name=name, content=content, added=added))


def template_of(row: TemplateRow) -> Template:
    """A row as a record."""
    return Template(name=row.name, content=row.content, added=row.added)
