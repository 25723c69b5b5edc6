"""Interviews that come later, and what they propose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview2flow import workspace
from interview2flow.editing import steps
from interview2flow.exporters import bpmn
from interview2flow.model import Interviewee, Process, Transcript, Turn
from interview2flow.storage import Store
from interview2flow.ui import saving
from interview2flow.ui.material.adding import Addition, add, clash, unread
from interview2flow.ui.material.merging import merging
from interview2flow.ui.material.telling import headline, particulars
from interview2flow.ui.texts import LANGUAGES, words
from interview2flow.ui.uploads import Upload
from interview2flow.ui.work import Work
from tests.support.processes import said, sketch, task

MAIJA = Interviewee("Maija", "clerk")


def spoken(name: str, text: str = "I check the invoice.", who: Interviewee | None = None) -> Transcript:
    return Transcript(name=name, language="en", interviewee=who, turns=(Turn(text=text),))


def handed(name: str, text: str = "I check the invoice.") -> Upload:
    return Upload(name=name, content=text.encode(), transcript=spoken(name, text))


def told(store: Store, project: str) -> dict[str, str]:
    return {interview.name: interview.transcript.text for interview in store.interviews(project)}


def test_another_interview_gets_a_name_of_its_own(store: Store, project: str) -> None:
    store.add_interview(project, spoken("a.txt"))
    add(store, project, [Addition(upload=handed("a.txt", "I pay it."))])
    assert told(store, project) == {"a.txt": "I check the invoice.", "a (2).txt": "I pay it."}


def test_a_corrected_interview_takes_the_place_and_keeps_who_was_interviewed(store: Store, project: str) -> None:
    store.add_interview(project, spoken("a.txt", who=MAIJA))
    add(store, project, [Addition(upload=handed("a-corrected.txt", "I check it twice."), instead="a.txt")])
    (interview,) = store.interviews(project)
    assert (interview.name, interview.transcript.name) == ("a.txt", "a.txt")
    assert interview.transcript.text == "I check it twice."
    assert interview.transcript.interviewee == MAIJA
    assert interview.content == b"I check it twice."


def test_two_files_cannot_take_one_place() -> None:
    assert clash([Addition(upload=handed("b.txt"), instead="a.txt"), Addition(upload=handed("c.txt"), instead="a.txt")])
    assert not clash([Addition(upload=handed("b.txt"), instead="a.txt"), Addition(upload=handed("c.txt"))])


def test_what_came_after_the_draft_is_unread(store: Store, project: str, process: Process) -> None:
    assert not unread(store, project)
    workspace.keep_draft(store, project, process)
    assert not unread(store, project)
    add(store, project, [Addition(upload=handed("b.txt"))])
    assert unread(store, project)


@pytest.fixture
def work(store: Store) -> Work:
    """A draft whose first step was named anew, and a later draft that tells one step more and names that one otherwise."""
    check = task("Activity_1", "check the invoice", evidence=(said("I check the invoice"),))
    pay = task("Activity_2", "pay the invoice", evidence=(said("I pay the invoice", turn=1),))
    base = sketch([check, pay], [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "end")])
    approve = task("Activity_3", "approve it", "Lane_manager", evidence=(said("I approve it", source="b.txt"),))
    new = sketch(
        [replace(check, name="examine the invoice"), approve, pay],
        [("start", "Activity_1"), ("Activity_1", "Activity_3"), ("Activity_3", "Activity_2"), ("Activity_2", "end")],
    )
    project = store.create_project(base.title, language="en").id
    workspace.keep_draft(store, project, base)
    store.save(project, bpmn.render(steps.rename(base, "Activity_1", "look at the invoice")).decode(), based_on=1)
    workspace.keep_draft(store, project, new)
    opened = saving.open_work(store, project)
    assert opened is not None
    return opened


def names(store: Store, work: Work) -> list[str]:
    newest = store.latest(work.project)
    assert newest is not None
    return [step.name for step in bpmn.read(newest.xml.encode(), name="p.bpmn").tasks]


def test_proposals_are_decided_one_by_one(store: Store, work: Work) -> None:
    found = merging(store, work)
    assert found is not None
    added, renamed = found.proposals
    assert (renamed.contested, added.contested, found.uncontested) == (True, False, 1)
    work = saving.edit(store, work, found.leave(renamed))
    work = saving.edit(store, work, found.take(added))
    assert names(store, work) == ["look at the invoice", "approve it", "pay the invoice"]
    left = merging(store, work)
    assert left is not None
    assert left.proposals == ()


def test_taking_all_leaves_what_is_contested(store: Store, work: Work) -> None:
    found = merging(store, work)
    assert found is not None
    work = saving.edit(store, work, found.take_uncontested())
    assert names(store, work) == ["look at the invoice", "approve it", "pay the invoice"]
    left = merging(store, work)
    assert left is not None
    assert [proposal.contested for proposal in left.proposals] == [True]


def test_a_project_that_was_read_once_has_nothing_to_decide(store: Store, project: str) -> None:
    opened = saving.open_work(store, project)
    assert opened is not None
    assert merging(store, opened) is None


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_proposals_are_said_in_every_language(store: Store, work: Work, language: str) -> None:
    found = merging(store, work)
    assert found is not None
    say = words(language)
    process = bpmn.read(work.xml.encode(), name="p.bpmn")
    added, renamed = (headline(proposal, process, say) for proposal in found.proposals)
    assert "examine the invoice" in renamed
    assert "approve it" in added
    assert "look at the invoice" in particulars(found.proposals[0], process, say)
