"""The tables, as the newest migration leaves them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, ForeignKey, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from interview2flow.storage.types import CompressedText, UtcDateTime


class Base(DeclarativeBase):
    """All tables."""


class ProjectRow(Base):
    """A process that somebody works on."""

    __tablename__ = "project"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  (ids are never given again)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    title: Mapped[str] = mapped_column(String)
    language: Mapped[str | None] = mapped_column(String)
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    archived: Mapped[bool] = mapped_column(Boolean, default=False)


class InterviewRow(Base):
    """An interview of a project, as it was handed in and as it was read."""

    __tablename__ = "interview"
    __table_args__ = (UniqueConstraint("project_id", "name", name="uq_interview_project_name"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String)
    transcript: Mapped[dict[str, Any]] = mapped_column(JSON)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    added: Mapped[datetime] = mapped_column(UtcDateTime)


class Save:
    """What each save of something has: its number within the project, what it was made from, and whether it was refused."""

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    author: Mapped[str | None] = mapped_column(String)
    based_on: Mapped[int | None] = mapped_column(Integer)
    refused: Mapped[bool] = mapped_column(Boolean, default=False)


class RevisionRow(Save, Base):
    """One save of a project; `refused` where it was stale."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("project_id", "number", name="uq_revision_project_number"),)

    xml: Mapped[str] = mapped_column(CompressedText, deferred=True)
    note: Mapped[str] = mapped_column(String, default="")


class DraftRow(Base):
    """A process as the program understood the interviews at one time, before anybody edited it."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("project_id", "number", name="uq_draft_project_number"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    xml: Mapped[str] = mapped_column(CompressedText)
    created: Mapped[datetime] = mapped_column(UtcDateTime)


class DetailsRow(Save, Base):
    """What was entered about a project's manual; each save is one more, `refused` where it was stale."""

    __tablename__ = "details"
    __table_args__ = (UniqueConstraint("project_id", "number", name="uq_details_project_number"),)

    text: Mapped[str] = mapped_column(CompressedText)


class TemplateRow(Base):
    """The Word file that a project's manual is made to look like."""

    __tablename__ = "template"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    added: Mapped[datetime] = mapped_column(UtcDateTime)


class NamedVersionRow(Base):
    """A version of the manual: the save of the flowchart that it shows, and who approved it when."""

    __tablename__ = "named_version"
    __table_args__ = (
        UniqueConstraint("project_id", "revision", name="uq_named_version_project_revision"),
        UniqueConstraint("project_id", "name", name="uq_named_version_project_name"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    revision: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String)
    date: Mapped[str | None] = mapped_column(String)
    approver: Mapped[str | None] = mapped_column(String)
