"""The list of projects, as one uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import ready
from tests.browser.running_app import App

pytestmark = pytest.mark.browser


def test_opening_renaming_and_deleting(app: App, project: str, open_page: Callable[..., Page]) -> None:
    page = open_page(app.address)
    row = page.locator(f".st-key-project-{project}")
    row.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_label("Name", exact=True).fill("Renamed in the list")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(row).to_contain_text("Renamed in the list")
    row.get_by_role("button", name="Open").click()
    ready(page)
    expect(page.locator("h1.i2f-title")).to_have_text("Renamed in the list")

    page.get_by_role("button", name="Projects").click()
    row.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page.get_by_role("dialog", name="Delete this process?")).to_contain_text("“Renamed in the list” is deleted")
    page.get_by_role("button", name="Cancel").click()
    assert app.store.project(project)
    row.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("button", name="Delete for good").click()
    expect(row).to_have_count(0)
    assert project not in {each.id for each in app.store.projects()}


@pytest.mark.parametrize(("locale", "words"), [("sv-FI", "Dina processer"), ("fi-FI", "Prosessisi"), ("de-DE", "Your processes")])
@pytest.mark.usefixtures("project")
def test_the_browser_chooses_the_language(app: App, open_page: Callable[..., Page], locale: str, words: str) -> None:
    page = open_page(app.address, locale=locale)
    expect(page.get_by_role("heading", name=words)).to_be_visible()


def test_the_setting_outlasts_the_way_through_the_app(app: App, project: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app.address}/?lang=sv")
    page.locator(f".st-key-project-{project}").get_by_role("button", name="Öppna").click()
    ready(page)
    expect(page.locator('.i2f-toolbar [data-name="task"]')).to_have_text("Steg")
    page.reload()
    ready(page)
    expect(page.get_by_role("button", name="Ladda ner manualen")).to_be_visible()


def test_nothing_of_streamlit_stands_in_the_way(app: App, open_page: Callable[..., Page]) -> None:
    page = open_page(app.address)
    expect(page.get_by_role("button", name="New process")).to_be_visible()
    for clutter in ("stToolbar", "stAppDeployButton", "stMainMenu", "stDecoration"):
        expect(page.get_by_test_id(clutter).locator("visible=true")).to_have_count(0)
