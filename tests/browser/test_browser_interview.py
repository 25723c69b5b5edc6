"""The interview beside the flowchart: from a step to its words, from words to their step, and from words to a new step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from interview2flow.exporters import bpmn
from interview2flow.model import Interviewee, Transcript, Turn
from tests.browser.desk import SOON, eventually, hit, ready
from tests.browser.running_app import App
from tests.support.processes import SOURCE, said, sketch, task

pytestmark = pytest.mark.browser

SPOKEN = Transcript(
    name=SOURCE,
    language="en",
    interviewee=Interviewee("Maija", "clerk"),
    turns=(
        Turn(text="What do you do with an invoice?", speaker="Q"),
        Turn(text="I check the invoice and I put the paper copy in the binder.", speaker="Maija"),
        *(Turn(text="It was raining that day. " * 12, speaker="Maija") for _ in range(12)),
        Turn(text="I pay the invoice on Fridays.", speaker="Maija"),
    ),
)


@pytest.fixture
def told(app: App) -> str:
    process = sketch(
        [
            task("Activity_1", "check the invoice", evidence=(said("I check the invoice", turn=1),)),
            task("Activity_2", "pay the invoice", evidence=(said("I pay the invoice", turn=14),)),
        ],
        [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "end")],
    )
    project = app.store.create_project("Invoices", language="en")
    app.store.add_interview(project.id, SPOKEN)
    app.store.save(project.id, bpmn.render(process).decode(), based_on=None)
    return project.id


@pytest.fixture
def page(app: App, told: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(told))
    ready(opened)
    opened.get_by_role("radio", name="Interview").or_(opened.get_by_text("Interview", exact=True)).first.click()
    expect(opened.locator(".i2f-interviews mark").first).to_be_visible(timeout=SOON)
    return opened


def test_a_step_scrolls_to_its_words(page: Page) -> None:
    words = page.locator(".i2f-interviews mark", has_text="I pay the invoice")
    expect(words).not_to_be_in_viewport()
    hit(page, "Activity_2").click()
    expect(words).to_have_attribute("aria-pressed", "true", timeout=SOON)
    expect(words).to_be_in_viewport(timeout=SOON)


def test_words_select_their_step_by_keyboard_too(page: Page) -> None:
    page.locator(".i2f-interviews mark", has_text="I check the invoice").press("Enter")
    expect(page.locator('.djs-element.selected[data-element-id="Activity_1"]')).to_be_visible(timeout=SOON)


def test_marked_words_become_a_step_with_those_words(app: App, told: str, page: Page) -> None:
    page.evaluate(
        """() => {
            const turn = document.querySelector('.i2f-interviews [data-turn="1"]');
            const rest = turn.lastChild;
            const range = document.createRange();
            range.setStart(rest, rest.textContent.indexOf("I put"));
            range.setEnd(rest, rest.textContent.indexOf("."));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            document.querySelector(".i2f-interviews").dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        }"""
    )
    page.get_by_role("button", name="Make a step").click()
    expect(page.locator(".djs-shape", has_text="papercopy").first).to_be_visible(timeout=SOON)
    expect(page.get_by_label("Step", exact=True).and_(page.locator("input"))).to_have_value(
        "I put the paper copy in the binder", timeout=SOON
    )
    made = app.newest(told).tasks[1]
    assert [words.quote for words in made.evidence] == ["I put the paper copy in the binder"]


def test_a_step_can_be_said_to_be_none(app: App, told: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    page.get_by_text("Step", exact=True).nth(1).click()
    page.get_by_role("button", name="This is no step").click()
    eventually(lambda: [node.id for node in app.newest(told).tasks] == ["Activity_2"])
    assert [words.quote for words in app.newest(told).dismissed] == ["I check the invoice"]
