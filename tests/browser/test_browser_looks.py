"""A company's Word template is handed in and used, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import SOON, ready
from tests.browser.running_app import App
from tests.support.word_files import letterhead

pytestmark = pytest.mark.browser
DOWNLOAD_MS = 60_000


@pytest.fixture
def page(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(project))
    ready(opened)
    opened.get_by_role("button", name="Manual details").click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("Details of the manual")
    return opened


def unfold(page: Page) -> None:
    if not page.locator(".i2f-places").is_visible():
        page.get_by_role("button", name="Template of your own").click()
    expect(page.locator(".i2f-places")).to_be_visible(timeout=SOON)


def test_the_manual_looks_like_the_template_until_it_is_removed(page: Page, tmp_path: Path) -> None:
    wrong, right = tmp_path / "old.doc", tmp_path / "storgatan.docx"
    wrong.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    right.write_bytes(letterhead())
    unfold(page)
    page.set_input_files('input[type="file"]', wrong)
    expect(page.get_by_text("old.doc is a Word file of before 2007.")).to_be_visible(timeout=SOON)
    unfold(page)
    page.set_input_files('input[type="file"]', right)
    expect(page.get_by_text("8 placeholders are filled")).to_be_visible(timeout=SOON)
    unfold(page)
    expect(page.locator(".i2f-file")).to_have_text("storgatan.docx", timeout=SOON)
    assert header(page, tmp_path).startswith("Storgatan AB")
    unfold(page)
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_text("storgatan.docx is not used any more.")).to_be_visible(timeout=SOON)
    assert not header(page, tmp_path).startswith("Storgatan AB")


def header(page: Page, folder: Path) -> str:
    page.keyboard.press("Escape")
    with page.expect_download(timeout=DOWNLOAD_MS) as download:
        page.get_by_role("button", name="Download manual").click()
    download.value.save_as(folder / "manual.docx")
    return docx.Document(str(folder / "manual.docx")).sections[0].header.paragraphs[0].text
