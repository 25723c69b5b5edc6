"""What is changed beside the picture appears on it, and can be undone there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from interview2flow.model import Process
from tests.browser.desk import SOON, centre, element, eventually, hit, labelled, ready, rename, saved, tool
from tests.browser.running_app import App

pytestmark = pytest.mark.browser
BRISK = 120
"""Milliseconds between the keys of somebody who types fast."""
CLICKED_AND_CLOSED = """step => {
    step.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    return document.querySelector(".st-key-panel").inert;
}"""


@pytest.fixture
def page(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(project))
    ready(opened)
    return opened


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True).and_(page.locator("input")).first


def facts_of(process: Process, node: str) -> list[str]:
    return [fact.value for task in process.tasks if task.id == node for fact in task.facts]


def lane_of(process: Process, node: str) -> str:
    lane = process.lane_of(process.node(node))
    return lane.name if lane else ""


def test_a_text_that_is_changed_beside_the_picture_is_changed_on_it(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_2").click()
    field(page, "Step").fill("sign the invoice")
    field(page, "Step").press("Enter")
    expect(labelled(page, "sign the invoice")).to_be_visible()
    assert app.newest(project).node("Activity_2").name == "sign the invoice"
    tool(page, "undo").click()
    saved(page)
    expect(field(page, "Step")).to_have_value("approve the invoice", timeout=SOON)
    assert app.newest(project).node("Activity_2").name == "approve the invoice"


def test_another_role_moves_the_step_to_its_lane(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    before = element(page, "Activity_1").bounding_box()
    field(page, "Who does it").click()
    page.get_by_role("option", name="manager").click()
    eventually(lambda: lane_of(app.newest(project), "Activity_1") == "manager")
    eventually(lambda: element(page, "Activity_1").bounding_box() != before)
    tool(page, "undo").click()
    saved(page)
    expect(field(page, "Who does it")).to_have_value("clerk", timeout=SOON)
    assert lane_of(app.newest(project), "Activity_1") == "clerk"


def test_a_role_that_there_was_not_gets_a_lane(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    field(page, "Who does it").fill("treasurer")
    page.keyboard.press("Enter")
    expect(page.locator(".djs-shape", has_text="treasurer").first).to_be_visible()
    assert lane_of(app.newest(project), "Activity_1") == "treasurer"
    hit(page, "Activity_2").click()
    page.keyboard.press("ControlOrMeta+z")
    saved(page)
    expect(page.locator(".djs-shape", has_text="treasurer")).to_have_count(0)
    assert lane_of(app.newest(project), "Activity_1") == "clerk"
    page.keyboard.press("ControlOrMeta+y")
    saved(page)
    expect(page.locator(".djs-shape", has_text="treasurer").first).to_be_visible()


def test_a_system_is_entered_with_the_keyboard(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_2").click()
    page.get_by_text("Add more about this step").click()
    field(page, "System").click()
    page.keyboard.type("Visma")
    page.keyboard.press("Enter")
    page.keyboard.type("SAP", delay=BRISK)  # while the first is being stored
    page.keyboard.press("Enter")
    expect(page.locator('[data-testid="stMultiSelect"]', has_text="SAP")).to_be_visible(timeout=SOON)
    eventually(lambda: facts_of(app.newest(project), "Activity_2") == ["Visma", "SAP"])


def test_who_types_on_after_enter_loses_nothing(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_2").click()
    field(page, "Step").fill("sign")
    page.keyboard.press("Enter")
    page.keyboard.type(" the order", delay=BRISK)  # while the first words are being stored
    page.keyboard.press("Enter")
    eventually(lambda: app.newest(project).node("Activity_2").name == "sign the order")


def test_what_is_typed_at_once_is_told_of_the_step_that_was_just_selected(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    place = standing(page, "Step", "check the invoice")
    hit(page, "Activity_2").click()
    page.mouse.click(*place)  # the panel tells of the former step still
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("sign it")
    page.keyboard.press("Enter")
    eventually(lambda: app.newest(project).node("Activity_2").name == "sign it")
    assert app.newest(project).node("Activity_1").name == "check the invoice"


def test_nobody_types_into_the_panel_of_a_step_that_is_not_selected_any_more(page: Page) -> None:
    hit(page, "Activity_1").click()
    standing(page, "Step", "check the invoice")
    assert hit(page, "Activity_2").evaluate(CLICKED_AND_CLOSED)
    standing(page, "Step", "approve the invoice")
    expect(page.locator(".st-key-panel[inert]")).to_have_count(0)


def test_a_selection_outlasts_a_visit_to_the_list(page: Page) -> None:
    hit(page, "Activity_1").click()
    standing(page, "Step", "check the invoice")
    page.get_by_role("button", name="Projects").click()
    expect(page.get_by_role("heading", name="Your processes")).to_be_visible(timeout=SOON)
    page.go_back()
    ready(page)
    expect(element(page, "Activity_1")).to_have_class(re.compile("selected"))
    standing(page, "Step", "check the invoice")


def standing(page: Page, label: str, text: str) -> tuple[float, float]:
    """Where a field is once it holds the text."""
    expect(field(page, label)).to_have_value(text, timeout=SOON)
    return centre(field(page, label))


def test_arranging_anew_is_one_step_to_undo(page: Page) -> None:
    arranged = element(page, "Activity_2").bounding_box()
    hit(page, "Activity_2").click()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    saved(page)
    moved = element(page, "Activity_2").bounding_box()
    assert moved != arranged
    tool(page, "arrange").click()
    eventually(lambda: element(page, "Activity_2").bounding_box() == arranged)
    tool(page, "undo").click()
    saved(page)
    assert element(page, "Activity_2").bounding_box() == moved


def test_a_search_goes_on_while_the_picture_follows(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    field(page, "Step").fill("verify the invoice")
    tool(page, "find").click()
    page.keyboard.type("a")
    expect(page.locator(".djs-shape", has_text="verify")).to_be_visible(timeout=SOON)
    page.keyboard.type("pprove")
    page.keyboard.press("Enter")
    expect(field(page, "Step")).to_have_value("approve the invoice", timeout=SOON)
    assert app.newest(project).node("Activity_1").name == "verify the invoice"


def test_a_search_is_given_up_on_a_picture_that_was_opened_anew(page: Page) -> None:
    hit(page, "Activity_1").click()
    field(page, "Who does it").fill("treasurer")
    page.keyboard.press("Enter")
    tool(page, "find").click()
    page.keyboard.type("a")
    expect(page.locator(".djs-shape", has_text="treasurer").first).to_be_visible(timeout=SOON)
    expect(page.locator(".djs-search-input input")).to_have_value("a")
    page.keyboard.press("Escape")
    expect(page.locator(".djs-search-input input")).to_be_hidden()
    rename(page, "Activity_3", "pay it")
    saved(page)
