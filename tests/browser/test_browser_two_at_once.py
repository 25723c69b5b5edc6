"""Two people on one flowchart: a stale save is refused, both versions are kept, and the choice is the reader's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import element, ready, rename, saved
from tests.browser.running_app import App

pytestmark = pytest.mark.browser


@pytest.fixture
def second(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    """The window whose change came too late."""
    first, second = open_page(app.project(project)), open_page(app.project(project))
    ready(first)
    ready(second)
    rename(first, "Activity_1", "first version")
    saved(first)
    rename(second, "Activity_1", "second version")
    expect(second.get_by_text("Someone else changed this flowchart meanwhile")).to_be_visible()
    expect(second.locator(".i2f-status")).to_have_text("Not saved")
    assert app.newest(project).node("Activity_1").name == "first version"
    return second


def all_labels(app: App, project: str) -> list[str]:
    return [app.store.revision(project, info.number).xml for info in app.store.revisions(project)]


def test_going_on_with_mine(app: App, project: str, second: Page) -> None:
    second.get_by_role("button", name="Go on with mine").click()
    saved(second)
    assert app.newest(project).node("Activity_1").name == "second version"
    rename(second, "Activity_2", "and further")
    saved(second)
    assert app.newest(project).node("Activity_2").name == "and further"
    assert any("first version" in xml for xml in all_labels(app, project))


def test_going_on_with_theirs(app: App, project: str, second: Page) -> None:
    second.get_by_role("button", name="Go on with the other").click()
    expect(element(second, "Activity_1")).to_contain_text("first")
    saved(second)
    assert app.newest(project).node("Activity_1").name == "first version"
    assert any("second version" in xml for xml in all_labels(app, project))
    rename(second, "Activity_2", "and further")
    saved(second)
    assert app.newest(project).node("Activity_1").name == "first version"
    assert app.newest(project).node("Activity_2").name == "and further"
