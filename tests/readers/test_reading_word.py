"""Word documents, written here with python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as Body
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from interview2flow import readers
from interview2flow.errors import UnreadableFileError
from tests.readers.reading import shown


def document(write: Callable[[Body], object]) -> bytes:
    body = Document()
    write(body)
    packed = io.BytesIO()
    body.save(packed)
    return packed.getvalue()


def test_bold_labels_and_title() -> None:
    def write(body: Body) -> None:
        body.add_heading("Invoices", 0)
        for who, what in [("Bo", "Well?"), ("Anna", "I open it."), ("Bo", "And?"), ("Anna", "I pay it.")]:
            paragraph = body.add_paragraph()
            paragraph.add_run(f"{who}:").bold = True
            paragraph.add_run(f" {what}")

    assert shown(document(write), "docx") == ["# Invoices", "Bo: Well?", "Anna: I open it.", "Bo: And?", "Anna: I pay it."]


def test_name_and_time_above_the_words_in_one_paragraph() -> None:
    def write(body: Body) -> None:
        for who, time, what in [
            ("Bo Ek", "0:03", "Well?"),
            ("Anna", "0:05", "I open it."),
            ("Bo Ek", "0:09", "So."),
            ("Anna", "1:00", "Yes."),
        ]:
            body.add_paragraph(f"{who}   {time}\n{what}")

    assert shown(document(write), "docx") == ["Bo Ek@3: Well?", "Anna@5: I open it.", "Bo Ek@9: So.", "Anna@60: Yes."]


def test_a_table_of_times_speakers_and_words() -> None:
    def write(body: Body) -> None:
        table = body.add_table(0, 3)
        for row in [
            ("Time", "Who", "What"),
            ("00:01", "Bo", "Well?"),
            ("00:05", "Anna", "I open it."),
            ("00:07", "Bo", "So."),
            ("00:09", "Anna", "Yes."),
        ]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    assert shown(document(write), "docx")[3:] == ["Bo@1: Well?", "Anna@5: I open it.", "Bo@7: So.", "Anna@9: Yes."]


def test_lists_headings_and_italics() -> None:
    def write(body: Body) -> None:
        body.add_heading("Sorting", 2)
        body.add_paragraph("Anna opens the mail", style="List Bullet")
        body.add_paragraph("not on Fridays", style="List Bullet 2")
        body.add_paragraph().add_run("Who pays?").italic = True

    assert shown(document(write), "docx") == ["# Sorting", "• Anna opens the mail", "  • not on Fridays", "* Who pays?"]


def test_insertions_count_and_deletions_do_not() -> None:
    def write(body: Body) -> None:
        body.add_paragraph("I open")._p.append(
            parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t> the mail</w:t></w:r></w:ins>"),
        )
        body.paragraphs[0]._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText> nothing</w:delText></w:r></w:del>"))

    assert shown(document(write), "docx") == ["I open the mail"]


def test_no_word_document() -> None:
    with pytest.raises(UnreadableFileError, match=r"no\.docx could not be read"):
        readers.read("no.docx", b"PK\x03\x04 but broken")


def test_a_package_that_unpacks_to_far_too_much() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(220):
            part.write(b" " * 2**20)
    with pytest.raises(UnreadableFileError, match="more than a document"):
        readers.read("bomb.docx", packed.getvalue())
