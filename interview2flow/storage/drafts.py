"""The drafts of a project, inside a session: what the program made of the interviews, before anybody edited it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from interview2flow.storage import saves
from interview2flow.storage.records import StoredDraft
from interview2flow.storage.tables import DraftRow, ProjectRow


def append(session: Session, project: ProjectRow, xml: str, *, created: datetime) -> DraftRow:
    """One more draft."""
    return saves.number(session, project, DraftRow(xml=xml, created=created))


def first_and_last(session: Session, project: ProjectRow) -> tuple[StoredDraft, ...]:
    """The first draft and, where there are more, the newest one."""
    query = select(DraftRow).where(DraftRow.project_id == project.id)
    ends = (session.scalars(query.order_by(order).limit(1)).first() for order in (DraftRow.number, DraftRow.number.desc()))
    return tuple(dict.fromkeys(draft_of(row) for row in ends if row))


def draft_of(row: DraftRow) -> StoredDraft:
    """A row as a record."""
    return StoredDraft(number=row.number, created=row.created, xml=row.xml)
