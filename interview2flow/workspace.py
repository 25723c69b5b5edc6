"""From a draft to a project that can be opened and corrected."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.exporters import bpmn
from interview2flow.model import Process, Transcript
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


def keep_draft(store: Store, project_id: str, process: Process) -> None:
    """Keeps what was drafted; the first draft is also the first version to edit, a later one waits beside it."""
    xml = bpmn.render(process).decode()
    store.add_draft(project_id, xml)
    if store.latest(project_id) is None:
        store.save(project_id, xml, based_on=None)


def find(store: Store, title: str, transcripts: Sequence[Transcript]) -> str | None:
    """The project of that title with just these interviews."""
    for project in store.projects():
        if project.title == title and project.revision is not None:
            kept = [interview.transcript for interview in store.interviews(project.id)]
            if [(t.name, t.turns) for t in kept] == [(t.name, t.turns) for t in transcripts]:
                return project.id
    return None
