from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from interview2flow.analysis import review
from interview2flow.exporters import FORMATS
from interview2flow.exporters._manual import Details, compose, instructed
from interview2flow.exporters._manual.content import Heading
from interview2flow.exporters.docx import render
from interview2flow.exporters.docx.flowchart import Space, flowchart
from interview2flow.exporters.docx.package import base
from interview2flow.exporters.docx.pages import papers_of
from interview2flow.exporters.docx.sections import NOTHING
from interview2flow.languages import texts
from interview2flow.model import Process
from tests.support.gold_process import EXAMPLES, gold_process
from tests.support.processes import choice, said, sketch, task

FOLDERS = sorted(gold.parent for gold in EXAMPLES.glob("*/gold.yaml"))
PNG = b"\x89PNG\r\n\x1a\n"


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def made(process: Process, details: Details | None = None) -> Document:
    return opened(render(process, review(process), details=details))


def words(element: etree._Element) -> str:
    return "".join(element.itertext(qn("w:t")))


def values(document: Document, tag: str, attribute: str) -> list[str]:
    return [value for part in document.element.iter(qn(tag)) if (value := part.get(qn(attribute)))]


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name, scope="module")
def process(request: pytest.FixtureRequest) -> Process:
    return gold_process(Path(request.param))


@pytest.fixture(scope="module")
def content(process: Process) -> bytes:
    return render(process, review(process))


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return opened(content)


def test_the_manual_is_a_format_and_its_content_is_none() -> None:
    assert "docx" in FORMATS
    assert "_manual" not in FORMATS


def test_headings_are_real_and_in_the_language_of_the_interview(process: Process, document: Document) -> None:
    chapters = compose(process, review(process)).chapters
    expected = [
        (level, text)
        for chapter in chapters
        for level, text in [(1, chapter.heading), *((2, b.text) for b in chapter.blocks if isinstance(b, Heading))]
    ]
    found = [p for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert [(int(p.style.name[-1]), p.text) for p in found if p.style] == expected
    assert texts(process.language, "manual")["chapters"]["procedure"]["heading"] in [p.text for p in found]


def test_every_style_that_is_used_exists(document: Document) -> None:
    known = {style.style_id for style in document.styles}
    used = {name for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for name in values(document, tag, "w:val")}
    assert used <= known
    assert {"Title", "Heading1", "Heading2", "Caption", "ManualTable", "Gap"} <= used


def test_the_procedure_has_a_row_a_step_and_repeats_its_head(process: Process, document: Document) -> None:
    head = texts(process.language, "manual")["chapters"]["procedure"]
    (table,) = [table for table in document.tables if table.rows[0].cells[-1].text == head["next"]]
    assert len(table.rows) == len(process.tasks) + 1
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[0].text for row in table.rows[1:]] == [str(n) for n in range(1, len(process.tasks) + 1)]


def test_tables_and_pictures_speak_to_those_who_cannot_see_them(document: Document) -> None:
    assert all(element.get(qn("w:val")) for element in document.element.iter(qn("w:tblDescription")))
    assert len(list(document.element.iter(qn("w:tblDescription")))) == len(document.tables)
    pictures = list(document.element.iter(qn("wp:docPr")))
    assert pictures
    assert all(picture.get("descr") for picture in pictures)
    assert len({picture.get("id") for picture in pictures}) == len(pictures)


def test_each_picture_is_a_vector_with_a_bitmap_to_fall_back_on(content: bytes, document: Document) -> None:
    vectors = [e.get(qn("r:embed")) for e in document.element.iter("{*}svgBlip")]
    bitmaps = [e.get(qn("r:embed")) for e in document.element.iter(qn("a:blip"))]
    assert len(vectors) == len(bitmaps) == len(document.inline_shapes)
    for vector, bitmap in zip(vectors, bitmaps, strict=True):
        assert document.part.related_parts[vector].content_type == "image/svg+xml"
        assert etree.fromstring(document.part.related_parts[vector].blob).tag == "{http://www.w3.org/2000/svg}svg"
        assert document.part.related_parts[bitmap].blob.startswith(PNG)
    with ZipFile(BytesIO(content)) as package:
        assert sum(name.endswith(".svg") for name in package.namelist()) == len(vectors)


def test_pictures_lie_on_wide_pages_and_fit_them(document: Document) -> None:
    orientations = [section.page_width > section.page_height for section in document.sections]
    assert (orientations[0], orientations[1], orientations[-1]) == (False, True, False)
    wide = document.sections[1]
    room = wide.page_width - wide.left_margin - wide.right_margin
    assert all(shape.width <= room for shape in document.inline_shapes)


def test_the_flowchart_can_be_read_in_print(process: Process) -> None:
    space = Space(papers=papers_of(base().element.body.sectPr, head=NOTHING, foot=NOTHING))
    for picture in flowchart(process, {step.id: str(number) for number, step in enumerate(process.tasks, 1)}, space):
        drawn = float(etree.fromstring(picture.svg).get("width", "0"))
        letters = [float(size) for size in re.findall(r'font-size="([\d.]+)"', picture.svg.decode())]
        assert min(letters) * picture.width / drawn >= 7


def test_the_same_step_has_the_same_number_in_picture_and_table(process: Process, document: Document) -> None:
    vectors = [document.part.related_parts[e.get(qn("r:embed"))].blob for e in document.element.iter("{*}svgBlip")]
    drawn = {words for vector in vectors for words in etree.fromstring(vector).itertext()}
    first_words = [f"{number} {task.name.split()[0]}" for number, task in enumerate(instructed(process).tasks, 1)]
    assert all(any(line.replace("  ", " ").startswith(start) for line in drawn) for start in first_words)


def test_links_lead_somewhere(document: Document) -> None:
    places = values(document, "w:bookmarkStart", "w:name")
    assert len(places) == len(set(places))
    assert set(values(document, "w:hyperlink", "w:anchor")) <= set(places)
    numbers = values(document, "w:bookmarkStart", "w:id")
    assert len(numbers) == len(set(numbers))


def test_the_table_of_contents_is_a_field_that_is_filled_in(document: Document) -> None:
    assert any("TOC " in (code.text or "") for code in document.element.iter(qn("w:instrText")))
    entries = [words(p._p) for p in _contents(document)]
    headings = [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert [re.sub(r"^[\d.]+|\d+$", "", entry) for entry in entries] == headings
    pages = [int(re.search(r"\d+$", entry)[0]) for entry in entries]  # type: ignore[index]
    assert pages == sorted(pages)
    assert document.settings.element.find(qn("w:updateFields")) is None


def _contents(document: Document) -> Iterator[docx.text.paragraph.Paragraph]:
    for element in document.element.iter(qn("w:p")):
        paragraph = docx.text.paragraph.Paragraph(element, document)
        if paragraph.style and paragraph.style.name.startswith("toc "):
            yield paragraph


def test_captions_and_pages_are_numbered_by_fields(process: Process, document: Document) -> None:
    fields = [code.strip() for code in values(document, "w:fldSimple", "w:instr")]
    labels = texts(process.language, "manual")["labels"]
    captions = [p.text for p in document.paragraphs if p.style and p.style.name in {"caption", "Caption"}]
    assert sum(code.startswith(f"SEQ {labels['table']} ") for code in fields) == len(captions)
    assert sum(code.startswith(f"SEQ {labels['figure']} ") for code in fields) == len(document.inline_shapes)
    footer = [f.get(qn("w:instr")).strip() for f in document.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert footer == ["PAGE", "NUMPAGES"]
    assert process.title in words(document.sections[0].header._element)


def test_the_language_is_set_and_nobody_is_named_as_author(process: Process, document: Document) -> None:
    locale = texts(process.language, "manual")["locale"]
    assert {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))} == {locale}
    properties = document.core_properties
    assert (properties.title, properties.language) == (process.title, locale)
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert (properties.created, properties.modified) == (None, None)


def test_the_same_process_gives_the_same_bytes(process: Process, content: bytes) -> None:
    assert render(process, review(process)) == content
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_quote_is_in_the_register(process: Process, document: Document) -> None:
    text = words(document.element)
    assert all(evidence.quote in text for step in process.tasks for evidence in step.evidence)


def test_hostile_text_stays_text() -> None:
    bad = task("pay", "<w:br/> =cmd() \x00\x0b\u202e{step} 😀 שלום", evidence=(said("</w:t>&amp;\x1f"),))
    process = replace(sketch([bad], [("start", "pay"), ("pay", "end")]), title="<script>{title}\x07")
    text = words(made(process).element)
    assert "<script>{title}" in text
    assert "{step} 😀 שלום" in text
    assert "</w:t>&amp;" in text


def test_gaps_stand_out_and_can_be_filled() -> None:
    process = sketch([task("pay", "pay", "Lane_unknown")], [("start", "pay"), ("pay", "end")])
    gaps = [
        words(r)
        for r in made(process).element.iter(qn("w:r"))
        if r.find(f".//{qn('w:rStyle')}[@{qn('w:val')}='Gap']") is not None
    ]
    assert {"[role not stated]", "[to be filled in]"} <= set(gaps)
    filled = words(made(process, Details(owner="Finance", scope="All invoices")).element)
    assert "Finance" in filled
    assert "All invoices" in filled


def test_processes_that_hardly_hold_anything_still_make_a_manual() -> None:
    assert made(Process(title="", language="fi")).tables
    lonely = sketch([task("pay", "", None, evidence=())], [], interviews=[])
    assert "[no name]" in words(made(lonely).element)
    loop = sketch([choice("a"), choice("b"), task("pay", "pay")], [("a", "b"), ("b", "a"), ("pay", "pay")])
    assert made(loop).tables
