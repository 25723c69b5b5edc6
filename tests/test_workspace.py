from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview2flow import workspace
from interview2flow.exporters import Details, bpmn, read_details
from interview2flow.model import Event, EventKind, Process, Transcript, Turn
from interview2flow.storage import Store

TALK = Transcript(name="talk.txt", turns=(Turn(text="I water the flowers."),), language="en")
PROCESS = Process(title="Flowers", language="en", nodes=(Event(id="Event_1", kind=EventKind.START),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        yield opened


def test_a_draft_becomes_a_project_with_its_interviews(store: Store) -> None:
    project = workspace.keep(store, PROCESS, [TALK])
    latest = store.latest(project)
    assert latest is not None
    assert bpmn.read(latest.xml.encode(), name="process.bpmn") == PROCESS
    assert [interview.transcript for interview in store.interviews(project)] == [TALK]


def test_the_same_draft_opens_the_project_that_is_there(store: Store) -> None:
    project = workspace.keep(store, PROCESS, [TALK])
    assert workspace.keep(store, PROCESS, [TALK]) == project
    assert len(store.projects()) == 1


def test_other_interviews_make_another_project(store: Store) -> None:
    other = Transcript(name="talk.txt", turns=(Turn(text="I sell the flowers."),), language="en")
    assert workspace.keep(store, PROCESS, [other]) != workspace.keep(store, PROCESS, [TALK])


def test_details_are_kept_until_others_are_entered(store: Store) -> None:
    project = workspace.keep(store, PROCESS, [TALK])
    workspace.keep_details(store, project, PROCESS, Details(owner="Finance"))
    workspace.keep_details(store, project, PROCESS, Details(owner="Sales"))
    stored = store.details(project)
    assert stored is not None
    assert read_details(stored.text.encode(), name="details.yaml") == Details(owner="Finance")
