"""Beside a step stands, folded up, why it is here."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import hit, ready
from tests.browser.running_app import App

pytestmark = pytest.mark.browser


def test_the_answer_opens_under_its_question(app: App, project: str, open_page: Callable[..., Page]) -> None:
    page = open_page(app.project(project))
    ready(page)
    hit(page, "Activity_2").click()
    reasons = page.locator(".i2f-why li")
    expect(reasons.first).to_be_hidden()
    page.get_by_text("Why is this here?").click()
    expect(reasons.first).to_be_visible()
    expect(page.locator(".i2f-why")).to_contain_text("It is said that this is done by: manager.")
    expect(page.locator(".i2f-why")).to_contain_text("check the invoice, if: over 5,000")
