"""What is entered about the manual is kept, and stands in the Word file, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from interview2flow import exporters
from interview2flow.model.details import Details, Record, Responsibility
from tests.browser.desk import SOON, eventually, ready
from tests.browser.running_app import App
from tests.browser.test_browser_accessible import AA, FAINT_TEXTS, LARGE

pytestmark = pytest.mark.browser
ROW = 36
DOWNLOAD_MS = 60_000


def kept(app: App, project: str) -> Details:
    stored = app.store.details(project)
    return exporters.read_details(stored.text.encode(), name="details.yaml") if stored else Details()


def show(page: Page, part: str) -> None:
    page.locator('[role="radiogroup"]').get_by_text(part).click()
    expect(page.get_by_role("heading", level=2, name=part)).to_be_visible(timeout=SOON)


def open_cell(page: Page, *, row: int, x: int) -> None:
    """Opens a cell of the sheet to be typed in; rows are counted from 1."""
    sheet = page.locator('[data-testid="stDataFrame"] canvas').first
    expect(sheet).to_be_visible(timeout=SOON)
    box = sheet.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + row * ROW + ROW / 2)
    page.keyboard.press("Enter")


def as_a_file(page: Page) -> None:
    """Unfolds what can be done with files, where it is not unfolded."""
    if not page.get_by_role("button", name="Download as YAML").is_visible():
        page.get_by_role("button", name="Take away or load as a file").click()
    expect(page.get_by_role("button", name="Download as YAML")).to_be_visible(timeout=SOON)


@pytest.fixture
def page(app: App, project: str, open_page: Callable[..., Page]) -> Page:
    opened = open_page(app.project(project))
    ready(opened)
    opened.get_by_role("button", name="Manual details").click()
    expect(opened.get_by_role("heading", level=1)).to_contain_text("Details of the manual")
    return opened


def test_purpose_and_owner_outlast_a_reload_and_stand_in_the_manual(app: App, project: str, page: Page, tmp_path: Path) -> None:
    page.get_by_label("Process owner").fill("Head of Finance")
    page.get_by_label("Process owner").press("Tab")
    expect(page.get_by_role("status")).to_contain_text("Saved: Process owner, today", timeout=SOON)
    show(page, "Purpose and scope")
    page.get_by_label("Purpose", exact=True).fill("Invoices are paid once.")
    page.get_by_role("textbox", name="Scope").fill("All units.")
    show(page, "Control block")
    eventually(lambda: kept(app, project).scope == "All units.")

    page.reload()
    expect(page.get_by_label("Process owner")).to_have_value("Head of Finance", timeout=SOON)
    page.get_by_label("Approved by").fill("Finance Director")
    with page.expect_download(timeout=DOWNLOAD_MS) as download:
        page.get_by_role("button", name="Download manual").click()
    download.value.save_as(tmp_path / "manual.docx")
    document = docx.Document(str(tmp_path / "manual.docx"))
    cells = [cell.text for table in document.tables for cell in table._cells]
    assert {"Head of Finance", "Finance Director"} <= set(cells)
    assert {"Invoices are paid once.", "All units."} <= {paragraph.text for paragraph in document.paragraphs}


def test_a_status_and_a_date_are_chosen_or_typed(app: App, project: str, page: Page) -> None:
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="approved").click()
    eventually(lambda: kept(app, project).status == "approved")
    page.get_by_role("combobox", name="Status").fill("being tried out")
    page.keyboard.press("Enter")
    eventually(lambda: kept(app, project).status == "being tried out")
    expect(page.get_by_role("status")).to_contain_text("Saved: Status", timeout=SOON)


def test_a_record_is_typed_into_the_sheet(app: App, project: str, page: Page) -> None:
    show(page, "Records")
    for x, text in ((120, "Supplier invoice"), (640, "7 years")):
        open_cell(page, row=1, x=x)
        typing = page.locator(".gdg-input")
        expect(typing).to_be_visible(timeout=SOON)
        typing.fill(text)
        typing.press("Enter")
        page.wait_for_timeout(700)
    eventually(lambda: kept(app, project).records == (Record(name="Supplier invoice", retention="7 years"),))
    expect(page.get_by_text("Kept where (1)")).to_be_visible(timeout=SOON)
    expect(page.get_by_role("radio", name="Records")).to_be_checked()


def test_who_answers_for_a_step_is_typed_beside_it(app: App, project: str, page: Page) -> None:
    show(page, "Responsibilities")
    open_cell(page, row=2, x=460)
    typing = page.locator('[id^="gdg-overlay"] input, .gdg-clip-region input').first
    expect(typing).to_be_visible(timeout=SOON)
    typing.fill("Head of Finance")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expected = (Responsibility(step="Activity_1", accountable="Head of Finance"),)
    eventually(lambda: kept(app, project).responsibilities == expected)


def test_a_file_is_loaded_and_taken_away(app: App, project: str, page: Page, tmp_path: Path) -> None:
    as_a_file(page)
    file = tmp_path / "about.yaml"
    file.write_text("ownr: Finance\n", encoding="utf-8")
    page.set_input_files('input[type="file"]', file)
    expect(page.get_by_text("“ownr” is not known")).to_be_visible(timeout=SOON)
    as_a_file(page)
    file.write_text("owner: Finance\nresponsibilities:\n- step: 1\n  informed: [Sales]\n", encoding="utf-8")
    page.set_input_files('input[type="file"]', file)
    eventually(lambda: kept(app, project).owner == "Finance")
    expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=SOON)
    expect(page.get_by_label("Process owner")).to_have_count(1, timeout=SOON)
    expect(page.get_by_label("Process owner")).to_have_value("Finance", timeout=SOON)
    as_a_file(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as YAML").click()
    assert download.value.suggested_filename == "Paying an invoice - details.yaml"
    assert "step: check the invoice" in Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "sv", "fi"])
def test_texts_stand_out_and_fit_the_window(app: App, project: str, browser: Browser, scheme: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=scheme)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.goto(f"{app.address}/?project={project}&view=manual&lang={language}")
        parts = page.locator('[role="radiogroup"] label')
        expect(parts).to_have_count(11, timeout=SOON)
        for number in range(11):
            parts.nth(number).click()
            expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=SOON)
            page.wait_for_timeout(400)
            assert page.evaluate(FAINT_TEXTS, [AA, LARGE]) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    finally:
        context.close()
