"""Saves that are numbered within their project, inside a session: one that is based on another than the newest is refused."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from interview2flow.storage.tables import DraftRow, ProjectRow, Save

Saved = TypeVar("Saved", bound=Save)
Numbered = TypeVar("Numbered", bound=Save | DraftRow)


def newest(session: Session, project: ProjectRow, kind: type[Saved], *options: ORMOption) -> Saved | None:
    """The last save of that kind that was not refused."""
    query = select(kind).where(kind.project_id == project.id, kind.refused.is_(False))
    return session.scalars(query.order_by(kind.number.desc()).limit(1).options(*options)).first()


def append(session: Session, project: ProjectRow, row: Saved, *, after: Saved | None) -> Saved:
    """One more save; a stale one, which is not based on the one before it, is refused, and numbered with the others."""
    row.refused = row.based_on != (after.number if after else None)
    return number(session, project, row)


def number(session: Session, project: ProjectRow, row: Numbered) -> Numbered:
    """Stores a row under the next number of its kind."""
    kind = type(row)
    last = session.scalar(select(func.max(kind.number)).where(kind.project_id == project.id))
    row.project_id, row.number = project.id, (last or 0) + 1
    session.add(row)
    session.flush()
    return row
