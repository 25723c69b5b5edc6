"""From an interview to a manual that holds the coordinator's edit, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.desk import hit, ready, rename, saved
from tests.browser.running_app import App

pytestmark = pytest.mark.browser
EXAMPLE = Path(__file__).parents[2] / "examples" / "en-supplier-invoice" / "interview-1.txt"
DRAFT_MS = 120_000


def test_upload_edit_reload_download(app: App, open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page(f"{app.address}/?view=new")
    page.set_input_files('input[type="file"]', [EXAMPLE])
    page.get_by_role("textbox", name="Who was interviewed?").fill("Marianne")
    page.get_by_role("textbox", name="Their role").fill("AP clerk")
    page.get_by_role("textbox", name="Name of the process").fill("Supplier invoices")
    page.get_by_role("button", name="Make the draft").click()
    expect(page.locator(".i2f-desk .djs-shape").first).to_be_visible(timeout=DRAFT_MS)

    (drafted,) = [each for each in app.store.projects() if each.title == "Supplier invoices"]
    step = next(each for each in app.newest(drafted.id).tasks if each.evidence)
    hit(page, step.id).click()
    expect(page.locator(".i2f-quote blockquote").first).to_have_text(step.evidence[0].quote)
    expect(page.locator(".i2f-quote figcaption").first).to_contain_text("Marianne, AP clerk")

    rename(page, step.id, "inspect the shared mailbox")
    saved(page)
    page.reload()
    ready(page)
    expect(page.locator("h1.i2f-title")).to_have_text("Supplier invoices")
    expect(page.locator(f'.djs-shape[data-element-id="{step.id}"]')).to_contain_text("mailbox")
    assert {each.id: each.name for each in app.newest(drafted.id).tasks}[step.id] == "inspect the shared mailbox"

    with page.expect_download(timeout=DRAFT_MS) as download:
        page.get_by_role("button", name="Download manual").click()
    assert download.value.suggested_filename == "Supplier invoices - manual.docx"
    manual = tmp_path / "manual.docx"
    download.value.save_as(manual)
    assert "inspect the shared mailbox" in text_of(manual)


def test_a_label_that_is_still_being_typed_is_in_the_manual(
    app: App, project: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(app.project(project))
    ready(page)
    hit(page, "Activity_1").dblclick()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("typed at the last moment")
    with page.expect_download(timeout=DRAFT_MS) as download:
        page.get_by_role("button", name="Download manual").click()
    download.value.save_as(tmp_path / "manual.docx")
    assert "typed at the last moment" in text_of(tmp_path / "manual.docx")


@pytest.mark.parametrize(
    ("button", "name", "beginning"),
    [
        ("Flowchart (PDF)", "Paying an invoice - flowchart.pdf", b"%PDF-"),
        ("Flowchart (PNG picture)", "Paying an invoice - flowchart.png", b"\x89PNG"),
        ("Flowchart (SVG drawing)", "Paying an invoice - flowchart.svg", b"<"),
        ("Flowchart (BPMN, for other tools)", "Paying an invoice - process.bpmn", b"<?xml"),
        ("All data (JSON)", "Paying an invoice - process.json", b"{"),
        ("Open questions (Markdown)", "Paying an invoice - questions.md", b"#"),
    ],
)
def test_the_other_files(
    app: App, project: str, open_page: Callable[..., Page], button: str, name: str, beginning: bytes
) -> None:
    page = open_page(app.project(project))
    ready(page)
    page.get_by_role("button", name="Other files").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename == name
    assert Path(download.value.path()).read_bytes().startswith(beginning)


def test_a_bad_file_is_named_and_the_rest_goes_on(app: App, open_page: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"this is no Word file")
    (tmp_path / "empty.txt").write_bytes(b"\n")
    (tmp_path / "short.txt").write_text(
        "Maija: First I open the letter. Then I check the invoice and send it to the manager.", encoding="utf-8"
    )
    page = open_page(f"{app.address}/?view=new")
    page.set_input_files('input[type="file"]', [tmp_path / name for name in ("broken.docx", "empty.txt", "short.txt")])
    expect(page.get_by_text("broken.docx could not be read.")).to_be_visible()
    expect(page.get_by_text("empty.txt holds no text.")).to_be_visible()
    page.get_by_role("textbox", name="Name of the process").fill("Letters")
    page.get_by_role("button", name="Make the draft").click()
    expect(page.locator(".i2f-desk")).to_be_visible(timeout=DRAFT_MS)
    (letters,) = [each for each in app.store.projects() if each.title == "Letters"]
    assert [each.name for each in app.store.interviews(letters.id)] == ["short.txt"]


def text_of(manual: Path) -> str:
    document = Document(str(manual))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
