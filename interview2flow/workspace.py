"""From a draft to a project that can be opened and corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from interview2flow.editing import answering
from interview2flow.editing.answering import Reply
from interview2flow.editing.responsibilities import by_id
from interview2flow.exporters import bpmn, write_details
from interview2flow.languages import texts
from interview2flow.model import Process, Transcript
from interview2flow.model.details import Details
from interview2flow.storage import Store


def keep(store: Store, process: Process, transcripts: Sequence[Transcript]) -> str:
    """Keeps a draft with its interviews as a project and gives the project's id.

    Where a project of that title was made from the very same interviews, that one is taken as it stands, edits and all.
    """
    if (known := find(store, process.title, transcripts)) is not None:
        return known
    project = store.create_project(process.title, language=process.language)
    for transcript in transcripts:
        store.add_interview(project.id, transcript)
    keep_draft(store, project.id, process)
    return project.id


def keep_details(store: Store, project_id: str, process: Process, details: Details) -> None:
    """Keeps what was given about the manual, where nothing has been entered in the project yet.

    Raises:
        InvalidDetailsError: it speaks of a step that the process does not have.
    """
    if store.details(project_id) is None:
        store.save_details(project_id, write_details(by_id(details, process)).decode(), based_on=None)


def keep_draft(store: Store, project_id: str, process: Process) -> None:
    """Keeps what was drafted; the first draft is also the first version to edit, a later one waits beside it."""
    xml = bpmn.render(process).decode()
    store.add_draft(project_id, xml)
    if store.latest(project_id) is None:
        store.save(project_id, xml, based_on=None)


def take_answers(store: Store, project_id: str, process: Process, replies: Iterable[Reply]) -> Callable[[Process], Process]:
    """Keeps what was answered beside the interviews; gives the edit that cites it in the process."""
    words = texts(process.language, "followup")["heard"]
    stored = {each.name: each.transcript for each in store.interviews(project_id)}
    kept, told = dict(stored), []
    for reply in replies:
        empty = answering.answers_of(process, reply.source, words)
        answers, said = answering.noted(kept.get(empty.name, empty), reply, words)
        kept[answers.name] = answers
        told.append((reply, said, answers.interviewee))
    for name, answers in kept.items():
        if name not in stored:
            store.add_interview(project_id, answers)
        elif answers != stored[name]:
            store.replace_interview(project_id, answers)
    return partial(answering.with_replies, told=tuple(told))


def find(store: Store, title: str, transcripts: Sequence[Transcript]) -> str | None:
    """The project of that title with just these interviews."""
    for project in store.projects():
        if project.title == title and project.revision is not None:
            kept = [interview.transcript for interview in store.interviews(project.id)]
            if [(t.name, t.turns) for t in kept] == [(t.name, t.turns) for t in transcripts]:
                return project.id
    return None
