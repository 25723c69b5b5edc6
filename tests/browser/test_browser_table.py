"""The table and the flowchart show the same process, whichever is edited."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SOON, eventually, labelled, ready, rename, saved
from tests.browser.running_app import App

pytestmark = pytest.mark.browser
ROW = 36
STEP_COLUMN = 200


@pytest.fixture
def page(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(project))
    ready(opened)
    return opened


def show(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).or_(page.get_by_text(name, exact=True)).first.click()


def type_over(page: Page, row: int, text: str) -> None:
    """Types over the step in a row of the table, counted from 1."""
    sheet = page.locator('[data-testid="stDataFrame"] canvas').first
    expect(sheet).to_be_visible(timeout=SOON)
    box = sheet.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + STEP_COLUMN, box["y"] + row * ROW + ROW / 2)
    page.keyboard.press("Enter")
    typing = page.locator(".gdg-input")
    expect(typing).to_be_visible(timeout=SOON)
    typing.fill(text)
    typing.press("Enter")


def names(app: App, project: str) -> list[str]:
    return [node.name for node in app.newest(project).tasks]


def test_what_is_typed_in_the_table_stands_on_the_flowchart(app: App, project: str, page: Page) -> None:
    show(page, "Table")
    type_over(page, 1, "control the invoice")
    eventually(lambda: names(app, project)[0] == "control the invoice")
    type_over(page, 3, "settle it")
    eventually(lambda: names(app, project) == ["control the invoice", "approve the invoice", "settle it"])
    show(page, "Flowchart")
    expect(labelled(page, "settle it")).to_be_visible(timeout=SOON)


def test_what_is_drawn_stands_in_the_table(app: App, project: str, page: Page) -> None:
    rename(page, "Activity_1", "open the letter")
    saved(page)
    show(page, "Table")
    expect(page.locator('[data-testid="stDataFrame"]').get_by_text("open the letter").first).to_be_attached(timeout=SOON)
    assert names(app, project)[0] == "open the letter"
