"""What the store hands out: plain values, nothing that hangs on a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from interview2flow.model import Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A process that somebody works on. `id` is never given again, not even after the project is deleted."""

    id: str
    title: str
    language: str | None
    created: datetime
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSummary(Project):
    """A project as a list shows it: how many interviews, the newest revision's number, and when it was last changed."""

    interviews: int
    revision: int | None
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """An interview as it was handed in (`content`, where it was kept), and as it was read: evidence refers to `transcript`."""

    name: str
    transcript: Transcript
    content: bytes | None
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionInfo:
    """One save. `refused` is True where it was stale and is only kept beside the others."""

    number: int
    created: datetime
    author: str | None
    note: str
    based_on: int | None
    refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(RevisionInfo):
    """One save with its BPMN."""

    xml: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDraft:
    """What the program understood of the interviews at one time, as BPMN; numbered from 1."""

    number: int
    created: datetime
    xml: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDetails:
    """One save of what was entered about the manual, as its YAML; numbered from 1."""

    number: int
    created: datetime
    author: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The Word file that a project's manual is made to look like."""

    name: str
    content: bytes
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVersion:
    """A version of the manual, which shows the flowchart as it was saved in `revision`.

    `date` and `approver` say since when and by whom it is approved; None where that was not entered.
    """

    revision: int
    name: str
    date: str | None = None
    approver: str | None = None
