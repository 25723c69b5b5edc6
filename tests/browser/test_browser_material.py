"""Interviews that come later are proposed one thing at a time; nothing that was edited is lost. Drafts can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from interview2flow import workspace
from interview2flow.editing import steps
from interview2flow.exporters import bpmn
from interview2flow.model import Interviewee, Process, Transcript, Turn
from tests.browser.desk import SOON, eventually, labelled, ready
from tests.browser.running_app import App
from tests.support.processes import SOURCE, said, sketch, task

pytestmark = pytest.mark.browser
DRAFT_MS = 120_000
CHECK = task("Activity_1", "check the invoice", evidence=(said("I check the invoice"),))
PAY = task("Activity_2", "pay the invoice", evidence=(said("I pay the invoice", turn=1),))
APPROVE = task("Activity_3", "approve it", "Lane_manager", evidence=(said("I approve it", source="second.txt"),))


def told(name: str, *turns: str) -> Transcript:
    return Transcript(
        name=name, language="en", interviewee=Interviewee("Maija", "clerk"), turns=tuple(Turn(text=text) for text in turns)
    )


@pytest.fixture
def drafted(app: App) -> str:
    """A project with one interview, in which the coordinator named a step anew."""
    base = sketch([CHECK, PAY], [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "end")])
    project = app.store.create_project("Invoices", language="en").id
    app.store.add_interview(project, told(SOURCE, "I check the invoice.", "I pay the invoice."))
    workspace.keep_draft(app.store, project, base)
    edited = steps.rename(base, "Activity_1", "look at the invoice")
    app.store.save(project, bpmn.render(edited).decode(), based_on=1, author="Marianne")
    return project


@pytest.fixture
def read_again(app: App, drafted: str) -> str:
    """The same after a second interview was read, which tells a further step and names the edited one otherwise."""
    new = sketch(
        [replace(CHECK, name="examine the invoice"), APPROVE, PAY],
        [("start", "Activity_1"), ("Activity_1", "Activity_3"), ("Activity_3", "Activity_2"), ("Activity_2", "end")],
    )
    app.store.add_interview(drafted, told("second.txt", "I approve it."))
    workspace.keep_draft(app.store, drafted, new)
    return drafted


def names(process: Process) -> list[str]:
    return [step.name for step in process.tasks]


def proposal(page: Page, text: str) -> Locator:
    return page.locator('[class*="st-key-proposal-"]', has_text=text)


def test_proposals_are_taken_and_left_one_by_one(app: App, read_again: str, open_page: Callable[..., Page]) -> None:
    page = open_page(app.project(read_again))
    ready(page)
    page.get_by_role("button", name="Look at them").click()
    contested = proposal(page, "examine the invoice")
    expect(contested).to_contain_text("You changed this yourself")
    expect(contested).to_contain_text("look at the invoice")
    new = proposal(page, "New step")
    expect(new).to_contain_text("I approve it")
    new.get_by_role("button", name="Take it").click()
    expect(labelled(page, "approve it")).to_be_visible(timeout=SOON)
    assert names(app.newest(read_again)) == ["look at the invoice", "approve it", "pay the invoice"]
    contested.get_by_role("button", name="Leave as it is").click()
    expect(page.get_by_text("proposals from the interviews")).to_have_count(0)
    expect(page.get_by_role("button", name="Look at them")).to_have_count(0)
    assert names(app.newest(read_again)) == ["look at the invoice", "approve it", "pay the invoice"]


def test_all_that_touches_no_edit_is_taken_at_once(app: App, read_again: str, open_page: Callable[..., Page]) -> None:
    page = open_page(app.project(read_again))
    ready(page)
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Take all that do not touch your own changes (1)").click()
    expect(labelled(page, "approve it")).to_be_visible(timeout=SOON)
    expect(proposal(page, "examine the invoice")).to_be_visible()
    assert names(app.newest(read_again)) == ["look at the invoice", "approve it", "pay the invoice"]


def test_a_further_interview_is_read_and_proposed(app: App, drafted: str, open_page: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "further.txt").write_text(
        "Olli: I compare the invoice with the contract. Then I send the invoice to the director.", encoding="utf-8"
    )
    page = open_page(app.project(drafted))
    ready(page)
    page.get_by_role("button", name="Interviews", exact=True).click()
    expect(page.get_by_text(SOURCE)).to_be_visible(timeout=SOON)
    page.set_input_files('input[type="file"]', [tmp_path / "further.txt"])
    page.get_by_role("button", name="Read the interviews").click()
    ready_after_draft(page)
    expect(proposal(page, "compare the invoice with the contract").first).to_be_visible(timeout=SOON)
    assert "look at the invoice" in names(app.newest(drafted))
    assert {interview.name for interview in app.newest(drafted).interviews} >= {"further.txt"}


def test_a_corrected_interview_takes_the_place_of_the_earlier(
    app: App, drafted: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    (tmp_path / SOURCE).write_text("Maija: Well, first of all I check the invoice. I pay the invoice.", encoding="utf-8")
    page = open_page(f"{app.project(drafted)}&view=material")
    page.set_input_files('input[type="file"]', [tmp_path / SOURCE])
    expect(page.get_by_role("combobox", name="What is it?")).to_have_value(f"A corrected version of {SOURCE}", timeout=SOON)
    page.get_by_role("button", name="Read the interviews").click()
    ready_after_draft(page)
    (interview,) = app.store.interviews(drafted)
    assert "Well, first of all" in interview.transcript.text
    step = app.newest(drafted).tasks[0]
    assert step.name == "look at the invoice"
    words = step.evidence[0]
    assert interview.transcript.turns[words.turn].text[words.start : words.end] == "I check the invoice"


def test_an_interview_is_removed_and_its_steps_stay(app: App, read_again: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app.project(read_again)}&view=material")
    page.locator('[class*="st-key-interview-second"]').get_by_role("button", name="Remove").click()
    expect(page.get_by_role("dialog")).to_contain_text("“second.txt” is taken out of this process")
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    eventually(lambda: [each.name for each in app.store.interviews(read_again)] == [SOURCE])
    expect(page.locator('[class*="st-key-interview-second"]')).to_have_count(0)
    assert names(app.newest(read_again)) == ["look at the invoice", "pay the invoice"]


def test_a_draft_is_stopped_and_made_later(app: App, open_page: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Maija: I check the invoice. I send it to the manager.", encoding="utf-8")
    for number in range(1, 4):
        text = "\n".join(f"Maija: I check invoice {place} and send it to the manager." for place in range(150))
        (tmp_path / f"long-{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    page = open_page(f"{app.address}/?view=new")
    page.set_input_files('input[type="file"]', sorted(tmp_path.glob("*.txt")))
    expect(page.get_by_text("empty.txt holds no text.")).to_be_visible()
    page.get_by_role("textbox", name="Name of the process").fill("Many files")
    page.get_by_role("button", name="Make the draft").click()
    expect(page.locator(".i2f-reading li")).to_have_count(4)
    expect(page.locator(".i2f-reading li", has_text="being read")).to_have_count(1)
    page.reload()  # the draft goes on, and is watched from wherever the project is opened
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("The draft of this process was not finished")).to_be_visible(timeout=SOON)
    (stopped,) = [each for each in app.store.projects() if each.title == "Many files"]
    assert (stopped.revision, stopped.interviews) == (None, 4)
    for number in range(1, 4):
        app.store.remove_interview(stopped.id, f"long-{number}.txt")  # long enough to be stopped, too long to be waited for
    page.get_by_role("button", name="Make the draft").click()
    ready_after_draft(page)


def ready_after_draft(page: Page) -> None:
    expect(page.locator(".i2f-desk .djs-shape").first).to_be_visible(timeout=DRAFT_MS)
