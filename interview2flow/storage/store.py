"""The store: projects, interviews and revisions, from any thread."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from interview2flow.errors import DuplicateInterviewError, StaleSaveError, StorageError
from interview2flow.model import Transcript
from interview2flow.model.names import tidy
from interview2flow.storage import drafts, manuals, naming, projects, revisions, saves
from interview2flow.storage.engine import engine_of, writing
from interview2flow.storage.place import prepare, shown, url_of
from interview2flow.storage.records import (
    Interview,
    NamedVersion,
    Project,
    ProjectSummary,
    Revision,
    RevisionInfo,
    StoredDetails,
    StoredDraft,
    Template,
)
from interview2flow.storage.schema import bring_up_to_date
from interview2flow.storage.tables import DetailsRow, InterviewRow, ProjectRow, RevisionRow, TemplateRow
from interview2flow.storage.transcripts import to_json

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Store:
    """Open it with `Store.open`. Everything that it hands out stays as it was when it was asked for.

    Every method raises StorageError where the database cannot be reached, read or written, and NotStoredError where the
    project is not there (any more).
    """

    def __init__(self, engine: Engine, *, clock: Clock = now) -> None:
        self._engine, self._clock = engine, clock
        self.place = shown(engine.url)

    @classmethod
    def open(cls, place: str | Path | None = None, *, clock: Clock = now) -> Self:
        """The store in a folder, an SQLite file or at a URL; None: where INTERVIEW2FLOW_STORE says, or the user's data folder.

        Makes what is missing, and brings tables of an older version up to date.
        """
        url = url_of(place)
        prepare(url)
        store = cls(engine_of(url), clock=clock)
        try:
            with store._errors():
                bring_up_to_date(store._engine)
        except StorageError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Gives the connections back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def create_project(self, title: str, *, language: str | None = None) -> Project:
        """A new, empty project."""
        with self._writing() as session:
            row = ProjectRow(title=tidy(title), language=language, created=self._clock(), archived=False)
            session.add(row)
            session.flush()
            return projects.project_of(row)

    def projects(self, *, archived: bool = False) -> tuple[ProjectSummary, ...]:
        """All projects, or all archived ones, the last changed first."""
        with self._reading() as session:
            return projects.summaries(session, archived=archived)

    def project(self, project_id: str) -> Project:
        """One project."""
        with self._reading() as session:
            return projects.project_of(projects.row_of(session, project_id))

    def rename(self, project_id: str, title: str) -> None:
        """Gives a project another title."""
        with self._writing() as session:
            projects.row_of(session, project_id).title = tidy(title)

    def set_language(self, project_id: str, language: str) -> None:
        """Notes the language that a project's process is told in, once that is known."""
        with self._writing() as session:
            projects.row_of(session, project_id).language = language

    def archive(self, project_id: str, *, archived: bool = True) -> None:
        """Takes a project out of the list, or puts it back."""
        with self._writing() as session:
            projects.row_of(session, project_id).archived = archived

    def delete(self, project_id: str) -> None:
        """Deletes a project with its interviews and all its revisions, for good."""
        with self._writing() as session:
            session.delete(projects.row_of(session, project_id))

    def add_interview(self, project_id: str, transcript: Transcript, *, content: bytes | None = None) -> Interview:
        """Keeps an interview as it was read, and as it was handed in where `content` is given.

        Raises:
            DuplicateInterviewError: the project has one of that name.
        """
        with self._writing() as session:
            project = projects.row_of(session, project_id, locked=True)
            if any(interview.name == transcript.name for interview in projects.interviews_of(session, project)):
                raise DuplicateInterviewError(transcript.name)
            row = InterviewRow(
                project_id=project.id,
                name=transcript.name,
                transcript=to_json(transcript),
                content=content,
                added=self._clock(),
            )
            session.add(row)
            return projects.interview_of(row)

    def replace_interview(self, project_id: str, transcript: Transcript, *, content: bytes | None = None) -> Interview:
        """Puts a corrected interview in the place of the one of that name.

        Raises:
            NotStoredError: the project has none of that name.
        """
        with self._writing() as session:
            row = projects.interview_row(session, projects.row_of(session, project_id, locked=True), transcript.name)
            row.transcript, row.content, row.added = to_json(transcript), content, self._clock()
            return projects.interview_of(row)

    def remove_interview(self, project_id: str, name: str) -> None:
        """Takes an interview out of a project; what was drafted from it stays."""
        with self._writing() as session:
            session.delete(projects.interview_row(session, projects.row_of(session, project_id, locked=True), name))

    def interviews(self, project_id: str) -> tuple[Interview, ...]:
        """A project's interviews in the order in which they were added."""
        with self._reading() as session:
            return projects.interviews_of(session, projects.row_of(session, project_id))

    def save(self, project_id: str, xml: str, *, based_on: int | None, note: str = "", author: str | None = None) -> Revision:
        """Keeps a version of the process. `based_on` is the number of the one that it was made from, None for the first.

        What is letter by letter the newest version already is not saved again.

        Raises:
            StaleSaveError: another version was saved meanwhile. This one is kept too, as a refused revision.
        """
        with self._writing() as session:
            project = projects.row_of(session, project_id, locked=True)
            newest = revisions.newest(session, project)
            if newest and newest.xml == xml:
                return revisions.revision_of(newest)
            row = RevisionRow(xml=xml, note=note, based_on=based_on, author=author, created=self._clock())
            saved = revisions.revision_of(saves.append(session, project, row, after=newest))
            before = newest.number if newest else 0
        if saved.refused:
            raise StaleSaveError(based_on=based_on or 0, newest=before)
        return saved

    def add_draft(self, project_id: str, xml: str) -> StoredDraft:
        """Keeps what the program made of the interviews, beside the revisions that people make."""
        with self._writing() as session:
            project = projects.row_of(session, project_id, locked=True)
            return drafts.draft_of(drafts.append(session, project, xml, created=self._clock()))

    def drafts(self, project_id: str) -> tuple[StoredDraft, ...]:
        """The first draft and, where the interviews were read again, the newest one."""
        with self._reading() as session:
            return drafts.first_and_last(session, projects.row_of(session, project_id))

    def latest(self, project_id: str) -> Revision | None:
        """The newest version that was not refused; None before the first save."""
        with self._reading() as session:
            newest = revisions.newest(session, projects.row_of(session, project_id))
            return revisions.revision_of(newest) if newest else None

    def revisions(self, project_id: str) -> tuple[RevisionInfo, ...]:
        """All versions, refused ones too, the newest first."""
        with self._reading() as session:
            return revisions.infos(session, projects.row_of(session, project_id))

    def revision(self, project_id: str, number: int) -> Revision:
        """One version.

        Raises:
            NotStoredError: there is none of that number.
        """
        with self._reading() as session:
            return revisions.numbered(session, projects.row_of(session, project_id), number)

    def name_version(self, project_id: str, version: NamedVersion) -> None:
        """Names a save as a version of the manual; one that has a name gets this one.

        Raises:
            NotStoredError: there is no such save.
            DuplicateVersionError: another save has that name.
        """
        with self._writing() as session:
            project = projects.row_of(session, project_id, locked=True)
            revisions.numbered(session, project, version.revision)
            naming.put(session, project, version)

    def unname_version(self, project_id: str, revision: int) -> None:
        """Takes the name of a version from a save."""
        with self._writing() as session:
            for row in naming.rows(session, projects.row_of(session, project_id, locked=True)):
                if row.revision == revision:
                    session.delete(row)

    def versions(self, project_id: str) -> tuple[NamedVersion, ...]:
        """The versions of the manual, the oldest first."""
        with self._reading() as session:
            return tuple(naming.version_of(row) for row in naming.rows(session, projects.row_of(session, project_id)))

    def save_details(self, project_id: str, text: str, *, based_on: int | None, author: str | None = None) -> StoredDetails:
        """Keeps what was entered about the manual, as YAML. `based_on` is the number of the save that it was made from.

        What is letter by letter the newest already is not saved again.

        Raises:
            StaleSaveError: another one was saved meanwhile. This one is kept beside it.
        """
        with self._writing() as session:
            project = projects.row_of(session, project_id, locked=True)
            newest = manuals.newest(session, project)
            if newest and newest.text == text:
                return manuals.details_of(newest)
            row = DetailsRow(text=text, based_on=based_on, author=author, created=self._clock())
            saved = manuals.details_of(saves.append(session, project, row, after=newest))
            refused, before = row.refused, newest.number if newest else 0
        if refused:
            raise StaleSaveError(based_on=based_on or 0, newest=before)
        return saved

    def details(self, project_id: str) -> StoredDetails | None:
        """What was entered about the manual last, and not refused; None where nothing was."""
        with self._reading() as session:
            newest = manuals.newest(session, projects.row_of(session, project_id))
            return manuals.details_of(newest) if newest else None

    def set_template(self, project_id: str, name: str, content: bytes) -> Template:
        """Keeps the Word file that the manual is made to look like, in the place of an earlier one."""
        with self._writing() as session:
            project = projects.row_of(session, project_id, locked=True)
            row = manuals.put_template(session, project, name=tidy(name), content=content, added=self._clock())
            return manuals.template_of(row)

    def template(self, project_id: str) -> Template | None:
        """The Word file that the manual is made to look like; None where it looks as ours do."""
        with self._reading() as session:
            row = session.get(TemplateRow, projects.row_of(session, project_id).id)
            return manuals.template_of(row) if row else None

    def remove_template(self, project_id: str) -> None:
        """Lets the manual look as ours do again."""
        with self._writing() as session:
            row = session.get(TemplateRow, projects.row_of(session, project_id, locked=True).id)
            if row:
                session.delete(row)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._errors(), Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._errors(), Session(writing(self._engine)) as session, session.begin():
            yield session

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Says what went wrong in the database's own first line, which holds nobody's words."""
        try:
            yield
        except DBAPIError as error:
            raise StorageError(self.place, reason=_first_line(error.orig)) from error
        except (SQLAlchemyError, UnicodeError, zlib.error) as error:
            raise StorageError(self.place, reason=_first_line(error)) from error


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__).rstrip(".")
