"""What the pages do with the store: begin a project, draft it, find, rename and delete it, render its files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from interview2flow import exporters, pipeline, spoken, workspace
from interview2flow.editing.pseudonyms import details_without_names, pseudonymised
from interview2flow.editing.responsibilities import by_name
from interview2flow.errors import NotStoredError
from interview2flow.model import Process
from interview2flow.pipeline import Progress
from interview2flow.storage import Project, Store
from interview2flow.ui import saving
from interview2flow.ui.examples import Example
from interview2flow.ui.manual import keeping
from interview2flow.ui.material.merging import known_to
from interview2flow.ui.reading import read, titled
from interview2flow.ui.uploads import Upload
from interview2flow.ui.versions.edition import edition

FORBIDDEN: Final = frozenset('<>:"/\\|?*')
"""What file names cannot hold on one system or another."""

ENDINGS: Final = {"manual": "pdf", "questions": "md", "followup": "docx", "handbook": "zip"}
"""The ending of a format's files, where it is not the format's name."""

LONGEST_NAME: Final = 80


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store that INTERVIEW2FLOW_STORE names, or the one in the user's data folder."""
    return Store.open()


def begin(store: Store, uploads: Sequence[Upload], *, title: str | None, language: str | None) -> str:
    """Keeps the interviews in a new project, before anything is drafted; gives its id."""
    project = store.create_project(title or "", language=language)
    for each in uploads:
        if each.transcript:
            store.add_interview(project.id, each.transcript, content=each.content)
    return project.id


def begin_example(store: Store, shown: Example) -> str:
    """Keeps the example in a new project; gives its id."""
    return begin(store, [shown.interview], title=shown.title, language=shown.language)


def draft(store: Store, project_id: str, *, progress: Progress | None = None, note: str = "") -> Process:
    """Drafts a project's flowchart from its interviews, and gives it as it was drafted.

    The first draft is opened for editing. A later one is kept beside what was made of the first: it is proposed, bit by bit,
    and only what the interviews are and where they stand is taken over, with the `note`.
    """
    project = store.project(project_id)
    transcripts = [interview.transcript for interview in store.interviews(project_id)]
    process = pipeline.draft(transcripts, title=project.title or None, language=project.language, progress=progress)
    if progress:
        progress("", 1.0)
    if not project.title:
        store.rename(project_id, process.title)
    if not project.language:
        store.set_language(project_id, process.language)
    again = store.latest(project_id) is not None
    workspace.keep_draft(store, project_id, process)
    if again and (work := saving.open_work(store, project_id)):
        saving.edit(store, work, partial(known_to, new=process, spoken=tuple(transcripts)), note=note)
    return process


def find(store: Store, project_id: str) -> Project | None:
    """The project, or None where it is not there (any more)."""
    try:
        return store.project(project_id)
    except NotStoredError:
        return None


def rename(store: Store, project_id: str, title: str) -> None:
    """Gives a project another name; an empty one changes nothing."""
    if title.strip():
        store.rename(project_id, title.strip())


def rendered(store: Store, project_id: str, form: str, *, pseudonyms: bool = False) -> bytes:
    """A file of the newest revision, in the format of that name; with `pseudonyms` of a copy that names nobody."""
    newest = store.latest(project_id)
    if newest is None:
        raise NotStoredError(project_id)
    reading = read(titled(newest.xml, store.project(project_id).title))
    made = edition(
        store.versions(project_id),
        keeping.kept(store, project_id).details,
        reading.process,
        lambda version: read(store.revision(project_id, version.revision).xml).process,
    )
    details, since, template = made.details, made.since, looks(store, project_id)
    if pseudonyms:
        copy = pseudonymised(reading.process, details=details)
        earlier = since and pseudonymised(reading.process, earlier=since, details=details)
        details = by_name(details_without_names(details, reading.process), copy)
        return exporters.render(copy, pipeline.review(copy), form, details=details, since=earlier, template=template)
    details = by_name(details, reading.process)
    return exporters.render(reading.process, reading.findings, form, details=details, since=since, template=template)


def sheet(store: Store, project_id: str, interview: str, form: str) -> bytes:
    """The open questions to one interviewee, as the newest revision leaves them."""
    newest = store.latest(project_id)
    if newest is None:
        raise NotStoredError(project_id)
    process = read(titled(newest.xml, store.project(project_id).title)).process
    return exporters.render(*spoken.questions_for(process, interview), form, template=looks(store, project_id))


def looks(store: Store, project_id: str) -> exporters.Template | None:
    """The company's Word file that the project's Word exports look like; None where they look as ours do."""
    kept = store.template(project_id)
    return exporters.Template(kept.name, kept.content) if kept else None


def file_name(title: str, kind: str, form: str) -> str:
    """`Supplier invoices - manual.docx`: what a file is saved as, on any system."""
    stem = "".join(" " if sign in FORBIDDEN or not sign.isprintable() else sign for sign in title)
    name = " - ".join(part for part in (" ".join(stem.split())[:LONGEST_NAME].strip(" ."), kind) if part)
    return f"{name}.{ENDINGS.get(form, form)}"
