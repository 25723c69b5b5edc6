"""Drawing in the flowchart: by mouse and keyboard, undone and redone, and stored as it is made."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import SOON, centre, drag, element, hit, ready, rename, saved, tool
from tests.browser.running_app import App

pytestmark = pytest.mark.browser
SEARCHING = "document.activeElement.matches('.djs-search-container.open input')"
POOL = ".djs-shape[data-element-id^=Participant]"


@pytest.fixture
def page(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(project))
    ready(opened)
    return opened


def step_field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Step", exact=True).first


def test_a_step_is_added_connected_and_named(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_2").click()
    page.locator('.djs-context-pad [data-action="append.append-task"]').click()
    expect(page.locator(".djs-direct-editing-content")).to_be_visible()
    page.keyboard.type("inform the buyer")
    page.keyboard.press("Enter")
    saved(page)
    process = app.newest(project)
    added = next(task for task in process.tasks if task.name == "inform the buyer")
    assert added.provenance == "edited"
    assert added.lane == "Lane_manager"
    assert ("Activity_2", added.id) in {(flow.source, flow.target) for flow in process.flows}


def test_a_step_from_the_toolbar_sticks_to_the_pointer(app: App, project: str, page: Page) -> None:
    x, y = centre(hit(page, "Activity_1"))
    tool(page, "task").click()
    page.mouse.move(x + 20, y + 150)
    page.mouse.move(x + 30, y + 160)
    page.mouse.click(x + 30, y + 160)
    page.keyboard.type("write it down")
    page.keyboard.press("Enter")
    saved(page)
    assert "write it down" in {task.name for task in app.newest(project).tasks}


def test_a_step_is_added_by_keyboard_alone(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    tool(page, "task").focus()
    page.keyboard.press("Enter")
    saved(page)
    assert len(app.newest(project).tasks) == 4
    page.keyboard.press("ControlOrMeta+z")
    saved(page)
    assert len(app.newest(project).tasks) == 3


def test_dragging_to_another_lane_changes_who_does_it(app: App, project: str, page: Page) -> None:
    x, _ = centre(hit(page, "Activity_1"))
    _, y = centre(hit(page, "Activity_2"))
    drag(page, "Activity_1", to=(x, y))
    saved(page)
    moved = app.newest(project).node("Activity_1")
    assert moved.lane == "Lane_manager"


def test_deleting_undoing_and_redoing(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_2").click()
    page.keyboard.press("Delete")
    saved(page)
    assert "Activity_2" not in {task.id for task in app.newest(project).tasks}
    page.keyboard.press("ControlOrMeta+z")
    saved(page)
    assert app.newest(project).node("Activity_2").name == "approve the invoice"
    tool(page, "redo").click()
    saved(page)
    assert "Activity_2" not in {task.id for task in app.newest(project).tasks}


def test_a_role_is_added_and_named(app: App, project: str, page: Page) -> None:
    tool(page, "lane").click()
    expect(page.locator(".djs-direct-editing-content")).to_be_visible()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("controller")
    page.mouse.click(*centre(page.locator("h1.i2f-title")))
    saved(page)
    assert "controller" in {lane.name for lane in app.newest(project).lanes}


def test_undo_and_view_outlast_reruns(page: Page) -> None:
    rename(page, "Activity_1", "verify the invoice")
    saved(page)
    tool(page, "larger").click()
    before = centre(hit(page, "Activity_1"))
    hit(page, "Activity_2").click()  # Python runs again, and so does the panel
    expect(step_field(page)).to_have_value("approve the invoice", timeout=SOON)
    hit(page, "Activity_1").click()
    expect(step_field(page)).to_have_value("verify the invoice", timeout=SOON)
    assert centre(hit(page, "Activity_1")) == before
    tool(page, "undo").click()
    expect(element(page, "Activity_1")).to_contain_text("check")
    saved(page)


def test_undo_outlasts_a_visit_to_the_list(page: Page) -> None:
    rename(page, "Activity_1", "verify the invoice")
    saved(page)
    page.get_by_role("button", name="Projects").click()
    expect(page.get_by_role("heading", name="Your processes")).to_be_visible()
    page.go_back()
    ready(page)
    tool(page, "undo").click()
    expect(element(page, "Activity_1")).to_contain_text("check")
    saved(page)


def test_the_panel_says_where_a_step_comes_from(page: Page) -> None:
    panel = page.locator(".i2f-panel")
    expect(panel).to_contain_text("Click a step to see the words it came from.")
    hit(page, "Activity_1").click()
    expect(panel.locator("blockquote")).to_have_text("we check the invoice")
    expect(panel).to_contain_text("Maija, clerk")
    expect(panel).to_contain_text("Said in the interview")
    hit(page, "Activity_3").click()
    expect(panel).to_contain_text("Nobody said this in so many words.")
    rename(page, "Activity_3", "pay it on Friday")
    expect(panel).to_contain_text("Changed by you")


def test_a_finding_is_shown_in_the_flowchart(page: Page) -> None:
    page.get_by_text("To check (").click()
    page.get_by_role("button", name="pay the invoice").first.click()
    expect(element(page, "Activity_3")).to_have_class(re.compile(r"i2f-inferred.*selected"))
    expect(page.locator(".i2f-badge").first).to_be_visible()


def test_the_menus_hold_what_a_flowchart_needs(page: Page) -> None:
    hit(page, "Gateway_1").click()
    pad = page.locator(".djs-context-pad .entry")
    expect(pad).to_have_count(6)
    page.locator('.djs-context-pad [data-action="replace"]').click()
    expect(page.locator(".djs-popup .entry")).to_have_text(["Parallel work", "One or more ways"])


def test_a_step_is_found_by_its_words(page: Page) -> None:
    tool(page, "find").click()
    page.keyboard.type("approve")
    page.keyboard.press("Enter")
    expect(step_field(page)).to_have_value("approve the invoice", timeout=SOON)


def test_a_search_takes_the_first_letter_at_once(page: Page) -> None:
    assert tool(page, "find").evaluate(f"button => (button.click(), {SEARCHING})")
    assert tool(page, "find").evaluate(f"button => (button.click(), {SEARCHING})")  # the pad is open already


def test_the_mark_of_bpmn_io_stays_visible_and_uncovered(page: Page) -> None:
    mark = page.locator(".bjs-powered-by")
    expect(mark).to_be_visible()
    x, y = centre(mark)
    top = page.evaluate("([x, y]) => !!document.elementFromPoint(x, y).closest('.bjs-powered-by')", [x, y])
    assert top


def test_naming_the_pool_names_the_project(app: App, project: str, page: Page) -> None:
    page.mouse.dblclick(*pool_edge(page))
    expect(page.locator(".djs-direct-editing-content")).to_be_visible()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Purchase to pay")
    page.keyboard.press("Enter")
    expect(page.locator("h1.i2f-title")).to_have_text("Purchase to pay")
    saved(page)
    assert app.store.project(project).title == "Purchase to pay"


def test_the_pool_cannot_be_deleted(app: App, project: str, page: Page) -> None:
    page.mouse.click(*pool_edge(page))
    expect(page.locator('.djs-context-pad [data-action="lane-insert-below"]')).to_be_visible()
    expect(page.locator('.djs-context-pad [data-action="delete"]')).to_have_count(0)
    page.keyboard.press("Delete")
    saved(page)
    assert len(app.newest(project).tasks) == 3
    expect(page.locator(POOL)).to_be_visible()


def pool_edge(page: Page) -> tuple[float, float]:
    """A point on the pool's heading, off the handles that appear when it is selected."""
    box = page.locator(POOL).bounding_box()
    assert box is not None
    return box["x"] + 22, box["y"] + box["height"] / 4


def test_two_steps_are_connected_with_the_tool(app: App, project: str, page: Page) -> None:
    tool(page, "connect").click()
    expect(tool(page, "connect")).to_have_attribute("aria-pressed", "true")
    page.mouse.click(*centre(hit(page, "Activity_1")))
    page.mouse.move(*centre(hit(page, "Activity_2")), steps=8)
    page.mouse.click(*centre(hit(page, "Activity_2")))
    saved(page)
    assert ("Activity_1", "Activity_2") in {(flow.source, flow.target) for flow in app.newest(project).flows}


def test_keys_do_no_harm(app: App, project: str, page: Page) -> None:
    hit(page, "Activity_1").click()
    before = app.newest(project)
    for key in "abcdfghijklmnopqrstuvwxyz":  # "e" starts typing
        page.keyboard.press(key)
        page.keyboard.press("Escape")
    page.wait_for_timeout(800)
    assert app.newest(project) == before
