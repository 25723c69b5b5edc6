"""What belongs to a project's manual, inside a session: what was entered about it, and its Word template."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from interview2flow.storage import saves
from interview2flow.storage.records import StoredDetails, Template
from interview2flow.storage.tables import DetailsRow, ProjectRow, TemplateRow


def newest(session: Session, project: ProjectRow) -> DetailsRow | None:
    """The last save of the details that was not refused."""
    return saves.newest(session, project, DetailsRow)


def details_of(row: DetailsRow) -> StoredDetails:
    """A row as a record."""
    return StoredDetails(number=row.number, created=row.created, author=row.author, text=row.text)


def put_template(session: Session, project: ProjectRow, *, name: str, content: bytes, added: datetime) -> TemplateRow:
    """The template, in the place of the one that there was."""
    return session.merge(TemplateRow(project_id=project.id, name=name, content=content, added=added))


def template_of(row: TemplateRow) -> Template:
    """A row as a record."""
    return Template(name=row.name, content=row.content, added=row.added)
