"""The app is killed in mid-edit: nothing that was drawn is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import ready, rename, saved
from tests.browser.running_app import App

pytestmark = pytest.mark.browser


def test_what_was_drawn_before_and_during_the_outage_is_stored(app: App, project: str, open_page: Callable[..., Page]) -> None:
    page = open_page(app.project(project))
    ready(page)
    rename(page, "Activity_1", "before the crash")
    saved(page)
    app.server.kill()
    rename(page, "Activity_2", "while it was down")
    expect(page.locator(".i2f-status")).to_have_attribute("data-status", "saving")
    app.server.start()
    expect(page.locator(".i2f-status")).to_have_attribute("data-status", "saved", timeout=60_000)
    names = {task.id: task.name for task in app.newest(project).tasks}
    assert (names["Activity_1"], names["Activity_2"]) == ("before the crash", "while it was down")
