"""Where the manual stands in a company's Word file, and what of the file survives around it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from interview2flow import exporters
from interview2flow.analysis import review
from interview2flow.exporters import Details
from interview2flow.model import Process
from tests.support.word_files import A4, MAIN, OFFICE, SECTION, TYPE, p, word_file

GIVEN = Details(number="Dnr 7", date="2025-03-14")
BREAK = '<w:r><w:br w:type="page"/></w:r>'


@pytest.fixture
def process(short_process: Process) -> Process:
    return short_process


def made(process: Process, content: bytes) -> Document:
    template = exporters.read_template(content, name="company.docx")
    return docx.Document(BytesIO(exporters.render(process, review(process), "docx", details=GIVEN, template=template)))


def words(element: object) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))  # type: ignore[attr-defined]


def wide(document: Document) -> list[bool]:
    return [section.page_width > section.page_height for section in document.sections]


def test_a_page_break_in_the_place_stays(process: Process) -> None:
    for place in (p(BREAK, "{{manual}}"), p("{{manual}}", more="<w:pageBreakBefore/>")):
        document = made(process, word_file(p("Pärm") + place + SECTION))
        assert document.paragraphs[0].text == "Pärm"
        assert document.paragraphs[1].paragraph_format.page_break_before
        assert document.paragraphs[2].text == process.title


def test_the_place_may_be_a_content_control(process: Process) -> None:
    control = f"<w:sdt><w:sdtPr><w:alias w:val='Text'/></w:sdtPr><w:sdtContent>{p('{{manual}}')}</w:sdtContent></w:sdt>"
    document = made(process, word_file(p("Pärm") + control + p("Slut") + SECTION))
    assert [document.paragraphs[0].text, document.paragraphs[1].text] == ["Pärm", process.title]
    assert document.paragraphs[-1].text == "Slut"
    assert "{{" not in words(document.element)


def test_a_section_that_ends_with_the_place_keeps_its_end(process: Process) -> None:
    other = A4.replace('w:w="11906"', 'w:w="12240"')
    body = p("Pärm", more=f"<w:sectPr>{other}</w:sectPr>") + p("{{manual}}", more=f"<w:sectPr>{A4}</w:sectPr>") + p("Bilaga")
    document = made(process, word_file(body + f"<w:sectPr>{other}</w:sectPr>"))
    assert document.paragraphs[-1].text == "Bilaga"
    widths = [section.page_width.twips for section in document.sections]
    assert widths[0] == widths[-1] == 12240
    assert set(widths[1:-1]) == {11906, 16838}
    assert wide(document)[-2:] == [False, False]


def test_even_pages_keep_their_header(process: Process) -> None:
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="header{number}"/>' for number, kind in enumerate(("default", "even"), 1)
    )
    body = p("{{manual}}") + f"<w:sectPr>{references}{A4}</w:sectPr>"
    document = made(process, word_file(body, parts={"header1": p("Udda {{number}}"), "header2": p("Jämn {{number}}")}))
    assert {section.even_page_header.paragraphs[0].text for section in document.sections} == {"Jämn Dnr 7"}
    assert {section.header.paragraphs[0].text for section in document.sections} == {"Udda Dnr 7"}


def test_headers_that_a_section_takes_over_stay_when_the_sample_text_goes(process: Process) -> None:
    first = f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>{A4}</w:sectPr>'
    document = made(process, word_file(p("Exempel", more=first) + p("Mer") + SECTION, parts={"header1": p("Storgatan AB")}))
    assert {section.header.paragraphs[0].text for section in document.sections} == {"Storgatan AB"}
    assert "Exempel" not in words(document.element)


def test_footnotes_fields_and_revisions_survive(process: Process) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{MAIN}"><w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve">Gäller från {{{{da</w:t></w:r>'
        "<w:r><w:t>te}}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = (
        p("Se not", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + p('<w:fldSimple w:instr=" FILENAME "><w:r><w:t>mall.docx</w:t></w:r></w:fldSimple>')
        + p('<w:ins w:id="5" w:author="A"><w:r><w:t>{{number}}</w:t></w:r></w:ins>')
        + p("{{manual}}")
    )
    document = made(
        process,
        word_file(
            body + SECTION,
            parts={"word/footnotes.xml": notes},
            types=f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE.format("footnotes")}"/>',
            relations=f'<Relationship Id="f" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>',
        ),
    )
    assert b"2025-03-14" in document.part.part_related_by(f"{OFFICE}/footnotes").blob
    assert document.element.body.find(f".//{qn('w:footnoteReference')}") is not None
    assert document.element.body.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")) == " FILENAME "
    assert words(document.element.body.find(f".//{qn('w:ins')}")) == "Dnr 7"


def test_a_manual_may_be_the_template_of_the_next(process: Process) -> None:
    first = exporters.render(process, review(process), "docx")
    document = made(process, first)
    names = [mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    pictures = [part for part in document.part.package.iter_parts() if part.partname.endswith(".svg")]
    assert len(pictures) == len(document.inline_shapes)


def test_tables_that_would_touch_are_kept_apart(process: Process) -> None:
    table = f'<w:tbl><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>{p("{{title}}")}</w:tc></w:tr></w:tbl>'
    document = made(process, word_file(table + p("{{manual}}") + SECTION))
    tags = [etree.QName(each).localname for each in document.element.body][:3]
    assert tags == ["tbl", "p", "tbl"]


def test_the_manual_stands_in_one_column_within_gutter_and_margins(process: Process) -> None:
    bound = A4.replace('w:gutter="0"', 'w:gutter="500"')
    document = made(process, word_file(p("{{manual}}") + f'<w:sectPr>{bound}<w:cols w:num="2"/></w:sectPr>'))
    assert not list(document.element.body.iter(qn("w:cols")))
    assert document.tables[0]._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")) == str(11906 - 2 * 1417 - 500)
