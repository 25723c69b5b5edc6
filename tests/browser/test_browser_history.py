"""The history: what was saved is listed with who and what, two versions are compared, an earlier one comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from interview2flow.editing import steps
from interview2flow.exporters import bpmn
from interview2flow.ui.author import author
from tests.browser.desk import SOON, element, eventually, ready, rename, saved
from tests.browser.running_app import App

pytestmark = pytest.mark.browser


@pytest.fixture
def edited(app: App, project: str) -> str:
    """A project that Marianne and Olli worked on after it was drafted."""
    first = app.newest(project)
    named = steps.rename(first, "Activity_2", "sign the invoice")
    app.store.save(project, bpmn.render(named).decode(), based_on=1, author="Marianne")
    gone = steps.remove(named, "Activity_1")
    app.store.save(project, bpmn.render(gone).decode(), based_on=2, author="Olli", note="step dismissed")
    return project


def history(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    page = open_page(app.project(project))
    ready(page)
    page.get_by_role("button", name="History").click()
    expect(page.locator(".i2f-versions figure").first).to_be_visible(timeout=SOON)
    return page


def test_the_history_says_who_changed_what(app: App, edited: str, open_page: Callable[..., Page]) -> None:
    page = history(app, edited, open_page)
    entry = page.locator(".st-key-version-3")
    expect(entry).to_contain_text("Olli")
    expect(entry).to_contain_text("Current")
    expect(entry).to_contain_text("step dismissed")
    expect(entry).to_contain_text("“check the invoice”")
    expect(page.locator(".st-key-version-2")).to_contain_text("“approve the invoice” is now called “sign the invoice”")
    expect(page.locator(".st-key-version-1")).to_contain_text("The draft")


def test_two_versions_are_compared_on_the_picture(app: App, edited: str, open_page: Callable[..., Page]) -> None:
    page = history(app, edited, open_page)
    page.locator(".st-key-version-2").get_by_role("button", name="See").click()
    expect(page.locator(".i2f-versions figcaption").nth(1)).to_contain_text("Version 2")
    before, after = page.locator(".i2f-versions figure").nth(0), page.locator(".i2f-versions figure").nth(1)
    expect(before.locator('[data-halo="changed"]')).not_to_have_count(0)
    expect(after).to_contain_text("sign the")
    page.get_by_label("Later version").click()
    page.get_by_role("option", name="Version 3").click()
    expect(page.locator('.i2f-versions figure [data-halo="removed"][data-element="Activity_1"]')).not_to_have_count(0)


def test_a_difference_leads_to_its_place_on_both_pictures(app: App, edited: str, open_page: Callable[..., Page]) -> None:
    page = history(app, edited, open_page)
    page.locator(".st-key-version-2").get_by_role("button", name="See").click()
    difference = page.locator(".i2f-versions").get_by_role("button", name="is now called")
    expect(difference).to_be_visible(timeout=SOON)
    difference.press("Enter")
    for figure in page.locator(".i2f-versions figure").all():
        expect(figure.locator('[data-element="Activity_2"]').first).to_be_in_viewport(timeout=SOON)


def test_an_earlier_version_is_taken_up_and_nothing_is_lost(app: App, edited: str, open_page: Callable[..., Page]) -> None:
    page = history(app, edited, open_page)
    page.get_by_role("button", name="Make version 2 the current one").click()
    expect(page.locator(".st-key-version-4")).to_contain_text("version 2 taken up again", timeout=SOON)
    assert app.newest(edited).node("Activity_1").name == "check the invoice"
    assert [info.number for info in app.store.revisions(edited)] == [4, 3, 2, 1]
    assert app.store.revisions(edited)[0].author == author()
    page.get_by_role("button", name="To the flowchart").click()
    ready(page)
    expect(element(page, "Activity_1")).to_be_visible()


def test_what_is_changed_on_the_picture_stands_in_the_history(app: App, project: str, open_page: Callable[..., Page]) -> None:
    page = open_page(app.project(project))
    ready(page)
    rename(page, "Activity_1", "look at the invoice")
    saved(page)
    eventually(lambda: app.newest(project).node("Activity_1").name == "look at the invoice")
    page.get_by_role("button", name="History").click()
    expect(page.locator(".st-key-version-2")).to_contain_text("is now called “look at the invoice”", timeout=SOON)
    expect(page.locator(".st-key-version-2")).to_contain_text(author() or "")
