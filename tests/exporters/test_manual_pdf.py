"""The manual as PDF, made by LibreOffice where it is installed; where it is not, or fails, that is said."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

import pytest
from pypdf import PdfReader

from interview2flow import exporters, pipeline
from interview2flow.analysis import review
from interview2flow.errors import OfficeFailedError, OfficeMissingError
from interview2flow.exporters import _office, docx
from interview2flow.exporters._office import printing
from interview2flow.exporters._office import program as office_program
from interview2flow.exporters._office.outline import headings
from interview2flow.exporters.docx.page_numbers import corrected
from tests.support.gold_process import gold_process
from tests.support.processes import sketch, task

PROCESS = sketch([task("check", "check the invoice")], [("start", "check"), ("check", "end")])


def program(folder: Path, script: str) -> Path:
    """A program that does what a LibreOffice in trouble does."""
    made = folder / "soffice"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return made


def left_over() -> set[Path]:
    return set(Path(gettempdir()).glob("interview2flow-*"))


@pytest.mark.libreoffice
@pytest.mark.skipif(not _office.installed(), reason="LibreOffice is not installed")
def test_the_contents_name_the_pages_that_the_headings_are_on(example: Path, tmp_path: Path) -> None:
    process, before = gold_process(example), left_over()
    written = pipeline.export(process, tmp_path / "manual.pdf")
    shown = [" ".join(page.extract_text().split()) for page in PdfReader(written).pages]
    found = headings(written.read_bytes())
    assert process.title in shown[0]
    assert [heading for heading, page in found if heading not in shown[page - 1]] == []
    assert corrected(docx.render(process, review(process)), found) is None
    assert left_over() <= before


@pytest.mark.libreoffice
@pytest.mark.skipif(not _office.installed(), reason="LibreOffice is not installed")
def test_the_same_manual_gives_the_same_pdf_that_anybody_can_use() -> None:
    first, second = (exporters.render(PROCESS, (), "manual") for _ in range(2))
    assert first == second
    reader = PdfReader(BytesIO(first))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (PROCESS.title, None)


def test_page_numbers_that_are_wrong_are_put_right() -> None:
    word = docx.render(PROCESS, review(PROCESS))
    entries = [("1 Summary", 40), ("2 Versions and approval", 41)]
    put_right = corrected(word, entries)
    assert put_right is not None
    assert corrected(put_right, entries) is None
    assert corrected(word, [("Something else", 3)]) is None


def test_without_libreoffice_that_is_said_and_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(office_program, "_places", lambda: iter(()))
    assert not exporters.available("manual")
    assert exporters.available("docx")
    with pytest.raises(OfficeMissingError, match=r"Install LibreOffice"):
        pipeline.export(PROCESS, tmp_path / "manual.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("script", "reason"), [("exit 7", "code 7"), ("exit 0", "no file"), ("sleep 60 & wait", "more than 1 seconds")]
)
def test_trouble_with_libreoffice_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, reason: str) -> None:
    before = left_over()
    monkeypatch.setattr(printing, "LONGEST", 1)
    monkeypatch.setattr(printing, "program", lambda: program(tmp_path, script))
    with pytest.raises(OfficeFailedError, match=reason):
        _office.printed(b"")
    assert left_over() <= before
    assert "sleep 60" not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("manual.pdf", "manual"),
        ("Manual.PDF", "manual"),
        ("flowchart.pdf", "pdf"),
        ("invoices.docx", "docx"),
        ("followup.docx", "followup"),
        ("handbooks.zip", "handbook"),
        ("nothing", ""),
        (".pdf", "pdf"),
    ],
)
def test_a_file_s_name_says_its_format(name: str, form: str) -> None:
    assert exporters.form_of(name) == form
