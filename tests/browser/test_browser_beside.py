"""What is changed beside the picture appears on it, and can be undone there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from interview2flow.model import Process
from tests.browser.desk import SOON, element, eventually, hit, labelled, ready, rename, saved, tool
from tests.browser.running_app import App

pytestmark = pytest.mark.browser


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
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=SOON)
    page.wait_for_timeout(500)  # nobody begins to type sooner; what is typed while the panel is drawn anew is lost
    field(page, "System").fill("Visma")
    page.keyboard.press("Enter")
    expect(page.locator('[data-testid="stMultiSelect"]', has_text="Visma")).to_be_visible(timeout=SOON)
    eventually(lambda: facts_of(app.newest(project), "Activity_2") == ["Visma"])


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
