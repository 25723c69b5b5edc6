"""The review list by keyboard, and a follow-up sheet that goes out and comes back."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from interview2flow.exporters import bpmn
from interview2flow.model import Process, Provenance, Task
from tests.browser.desk import SOON, eventually, ready
from tests.browser.running_app import App
from tests.support.processes import sketch, task

pytestmark = pytest.mark.browser

PROCESS = sketch(
    [
        task("Activity_1", "check the invoice", confidence=0.2),
        task("Activity_2", "book the invoice", actor=Provenance.INFERRED),
        task("Activity_3", "pay the invoice", "Lane_unknown"),
    ],
    [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "Activity_3"), ("Activity_3", "end")],
)


@pytest.fixture
def reviewed(app: App) -> str:
    project = app.store.create_project("Paying an invoice", language="en")
    app.store.save(project.id, bpmn.render(PROCESS).decode(), based_on=None)
    return project.id


@pytest.fixture
def page(app: App, reviewed: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(reviewed))
    ready(opened)
    opened.get_by_text("To check (3)").click()
    looked_at(opened, 0)
    return opened


def line(page: Page, text: str) -> Locator:
    return page.locator('[class*="st-key-finding-"] button', has_text=text)


def looked_at(page: Page, done: int) -> None:
    """Waits until so many points are decided, and the page stands still."""
    expect(page.get_by_text(f"{done} of 3 looked at")).to_be_visible(timeout=SOON)
    expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=SOON)
    expect(page.locator('[data-test-script-state="running"]')).to_have_count(0, timeout=SOON)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def selected(page: Page, element: str) -> None:
    expect(page.locator(f'.djs-element.selected[data-element-id="{element}"]')).to_be_visible(timeout=SOON)


def unfold(page: Page, title: str) -> None:
    page.locator("summary", has_text=title).click()


def test_points_are_decided_one_after_the_other_by_keyboard(app: App, reviewed: str, page: Page) -> None:
    line(page, "pay the invoice").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "Right as it is"
    page.keyboard.press("Enter")
    looked_at(page, 1)
    selected(page, "Activity_1")
    assert focused(page) == "Right as it is"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "Ask about it"
    page.keyboard.press("Enter")
    looked_at(page, 2)
    selected(page, "Activity_2")
    page.keyboard.press("Tab")
    page.keyboard.type("Yes, the clerk.")
    page.keyboard.press("ControlOrMeta+Enter")
    looked_at(page, 3)
    expect(page.get_by_text("Everything is looked at.")).to_be_visible()
    (answers,) = app.store.interviews(reviewed)
    assert [turn.text for turn in answers.transcript.turns][-1] == "Yes, the clerk."
    booked = app.newest(reviewed).node("Activity_2")
    assert isinstance(booked, Task)
    assert booked.evidence[-1].quote == "Yes, the clerk."


def test_a_line_is_unfolded_where_it_stands_and_shown_on_the_picture(page: Page) -> None:
    line(page, "Is it the clerk").press("Enter")
    selected(page, "Activity_2")
    looked_at(page, 0)
    eventually(lambda: "Is it the clerk" in focused(page))
    page.keyboard.press("Tab")
    assert focused(page) == "Right as it is"
    page.get_by_role("button", name="Correct it").click()
    expect(page.get_by_label("Step", exact=True).and_(page.locator("input"))).to_have_value("book the invoice", timeout=SOON)


def test_what_is_done_outlasts_a_reload_and_can_be_opened_again(app: App, reviewed: str, page: Page) -> None:
    page.get_by_role("button", name="Right as it is").first.click()
    looked_at(page, 1)
    page.reload()
    ready(page)
    page.get_by_text("To check (2)").click()
    looked_at(page, 1)
    unfold(page, "Done (1)")
    page.get_by_role("button", name="Open again: Who does this: “pay").click()
    looked_at(page, 0)
    assert app.newest(reviewed) == PROCESS


def filled(sheet: Path, answer: str) -> bytes:
    document = docx.Document(str(sheet))
    document.tables[0].rows[0].cells[0].paragraphs[0].text = answer
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_sheet_goes_out_and_its_answers_come_back(app: App, reviewed: str, page: Page) -> None:
    unfold(page, "Follow-up sheets")
    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    assert download.value.suggested_filename == "Paying an invoice - questions for Maija, clerk.docx"
    sheet = filled(Path(download.value.path()), "Rauni pays.")
    field = page.locator(".st-key-sheets input[type=file]")
    field.set_input_files([{"name": "Maija.docx", "mimeType": "application/octet-stream", "buffer": sheet}])
    expect(page.get_by_text("1 answer kept.")).to_be_visible(timeout=SOON)
    looked_at(page, 1)

    def told(process: Process) -> list[str]:
        paid = process.node("Activity_3")
        return [words.quote for words in paid.evidence] if isinstance(paid, Task) else []

    assert told(app.newest(reviewed))[-1] == "Rauni pays."
    assert [interview.name for interview in app.store.interviews(reviewed)] == ["Answers — Maija, clerk"]
    field.set_input_files([{"name": "notes.md", "mimeType": "text/markdown", "buffer": b"# My notes"}])
    expect(page.get_by_text("No answers were found in notes.md")).to_be_visible(timeout=SOON)
