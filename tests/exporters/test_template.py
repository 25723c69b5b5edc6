"""A company's Word file around the manual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from interview2flow import exporters, pipeline
from interview2flow.analysis import review
from interview2flow.exporters import PLACEHOLDERS, Details, Template
from interview2flow.exporters._template import BLOCKS
from interview2flow.languages import texts
from interview2flow.model import Process
from tests.support import word_files
from tests.support.gold_process import EXAMPLES
from tests.support.word_files import A4, OFFICE, SECTION, p, style, word_file

TEMPLATES = sorted(path for path in (EXAMPLES / "templates").iterdir() if path.suffix in {".docx", ".dotx"})
GIVEN = Details(number="Dnr 7", version="2.0", status="approved", date="2025-03-14", owner="Pia", classification="intern")


@pytest.fixture
def process(short_process: Process) -> Process:
    return short_process


def made(process: Process, content: bytes, details: Details | None = GIVEN, form: str = "docx", **more: str) -> Document:
    template = exporters.read_template(content, name="company.docx")
    rendered = exporters.render(process, review(process), form, details=details, template=template, **more)
    return docx.Document(BytesIO(rendered))


def words(root: etree._Element) -> str:
    return "".join(text.text or "" for text in root.iter(qn("w:t")))


def all_words(document: Document) -> str:
    parts = (part for part in document.part.package.iter_parts() if hasattr(part, "element"))
    return " ".join(words(part.element) for part in parts)


def styles_of(document: Document) -> set[str]:
    used = {each.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for each in document.element.iter(qn(tag))}
    return {name for name in used if name}


def headings(document: Document, name: str = "heading 1") -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name.lower() == name]


def ids(document: Document, tag: str, name: str) -> list[str]:
    roots = (part.element for part in document.part.package.iter_parts() if hasattr(part, "element"))
    return [value for root in roots for each in root.iter(qn(tag)) if (value := each.get(name))]


ALL = {"letterhead": word_files.letterhead, "swedish": word_files.swedish_names, "minimal": word_files.minimal}


@pytest.mark.parametrize("name", [*ALL, *(path.name for path in TEMPLATES)])
def test_a_manual_in_any_template_is_whole_and_sound(process: Process, name: str) -> None:
    content = ALL[name]() if name in ALL else (EXAMPLES / "templates" / name).read_bytes()
    document = made(process, content)
    chapters = texts("sv", "manual")["chapters"]
    assert styles_of(document) <= {each.style_id for each in document.styles}
    assert {chapters[chapter]["heading"] for chapter in ("summary", "procedure", "quotes")} <= {
        each.text for each in document.paragraphs
    }
    assert "{{" not in all_words(document)
    assert len(ids(document, "wp:docPr", "id")) == len(set(ids(document, "wp:docPr", "id")))
    starts = [each.get(qn("w:id")) for each in document.element.iter(qn("w:bookmarkStart"))]
    assert len(starts) == len(set(starts))
    wide = [section.page_width > section.page_height for section in document.sections]
    assert True in wide
    assert wide[-1] is False


@pytest.mark.parametrize("name", ALL)
def test_the_same_template_gives_the_same_file(process: Process, name: str) -> None:
    template = Template("company.docx", ALL[name]())
    first, second = (exporters.render(process, review(process), "docx", template=template) for _ in range(2))
    assert first == second


def test_placeholders_are_filled_wherever_they_stand(process: Process) -> None:
    document = made(process, word_files.letterhead())
    body = words(document.element.body)
    assert f"Till alla som arbetar med {process.title}" in body
    assert body.count("Status: godkänd") == 2  # for today's Word and for that of before 2010
    assert body.count("Version 2.0") >= 2
    assert "Dnr Dnr 7" in body
    assert document.sections[0].header.paragraphs[0].text == f"Storgatan AB\t{process.title}\t"
    assert document.sections[0].footer.paragraphs[0].text == "intern\t\t2025-03-14"
    control = document.element.body.find(f".//{qn('w:sdt')}")
    assert control.find(f".//{qn('w:showingPlcHdr')}") is None
    assert control.find(f".//{qn('w:rStyle')}") is None


def test_unknown_values_are_marked_gaps(process: Process) -> None:
    document = made(process, word_files.letterhead(), details=None)
    gap = texts("sv", "manual")["gaps"]["fill_in"]
    footer = document.sections[0].footer.paragraphs[0]
    assert footer.text == f"{gap}\t\t{gap}"
    assert {run.style.name for run in footer.runs if run.text == gap} == {"Gap"}


def test_a_value_is_no_placeholder(process: Process) -> None:
    tricky = Details(owner="{{title}} {{manual}}", number="=cmd() <script> \x07\u202e")
    document = made(process, word_file(p("{{owner}} / {{number}}") + p("{{manual}}") + SECTION), details=tricky)
    assert document.paragraphs[0].text == "{{title}} {{manual}} / =cmd() <script> "


def test_a_placeholder_keeps_the_letters_of_its_first_run(process: Process) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Av {{ow</w:t></w:r>"
    document = made(process, word_file(p(bold, "<w:r><w:t>ner}}, chef</w:t></w:r>") + SECTION))
    assert [(run.text, run.bold) for run in document.paragraphs[0].runs] == [("Av ", True), ("Pia", True), (", chef", None)]


def test_properties_of_the_file_are_filled_and_the_templates_own_history_forgotten(process: Process) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Mall</dc:title><dc:creator>Anna Andersson</dc:creator>'
        "<cp:category>{{number}}</cp:category><cp:keywords>inköp</cp:keywords><cp:lastModifiedBy>Anna</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
    )
    content = word_file(
        p("{{manual}}") + SECTION,
        parts={"docProps/core.xml": core},
        types='<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
        package_relations='<Relationship Id="rId2" Target="docProps/core.xml" '
        'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>',
    )
    properties = made(process, content).core_properties
    assert (properties.title, properties.category, properties.keywords) == (process.title, "Dnr 7", "inköp")
    assert (properties.author, properties.last_modified_by, properties.created) == ("", "", None)


def test_styles_are_found_by_their_localised_names(process: Process) -> None:
    document = made(process, word_files.swedish_names())
    assert {"Rubrik1", "Rubrik2", "Brdtext", "Innehll1"} <= styles_of(document)
    assert "Om det här dokumentet" in headings(document, "rubrik 1")
    assert texts("sv", "manual")["chapters"]["summary"]["heading"] in headings(document, "rubrik 1")


def test_missing_styles_come_in_the_colours_and_letters_of_the_headings(process: Process) -> None:
    document = made(process, word_files.swedish_names())
    table = document.styles["Manual Table"].element
    assert "5B2A86" in {each.get(qn("w:fill")) for each in table.iter(qn("w:shd"))}
    subtitle = made(process, word_files.letterhead()).styles["Title"].element
    assert subtitle.find(f".//{qn('w:color')}").get(qn("w:val")) == "9B1C31"
    assert not [each for each in table.iter() if "1F3A5F" in each.attrib.values()]


def test_a_table_of_contents_that_is_there_is_filled_and_no_other_made(process: Process) -> None:
    document = made(process, word_files.swedish_names())
    body = document.element.body
    codes = [code.text for code in body.iter(qn("w:instrText")) if code.text and "TOC \\o" in code.text]
    assert [code.strip() for code in codes] == ['TOC \\o "1-3" \\h']
    listed = [each.text for each in document.paragraphs if each.style and each.style.name == "Innehåll 1"]
    assert listed[0].startswith("Om det här dokumentet\t")
    assert "Ingen innehållsförteckning" not in words(body)


def test_the_language_of_the_template_stays_where_it_is_the_manuals(process: Process) -> None:
    document = made(process, word_files.swedish_names())
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"sv-FI"}


def test_text_without_placeholders_is_a_sample(process: Process) -> None:
    document = made(process, word_files.minimal())
    assert "Write your text here." not in all_words(document)
    assert document.sections[0].page_width.twips == 12240
    assert document.paragraphs[0].text == process.title
    assert document.sections[0].footer.paragraphs[0].text.startswith("Sida")


def test_without_a_place_the_manual_stands_on_a_new_page_at_the_end(process: Process) -> None:
    document = made(process, word_file(p("Pärm: {{title}}") + SECTION))
    assert document.paragraphs[0].text == f"Pärm: {process.title}"
    assert document.paragraphs[1].paragraph_format.page_break_before
    assert [each.text for each in document.paragraphs].count(process.title) == 0


def test_the_control_block_leaves_out_what_the_template_tells(process: Process) -> None:
    labels = texts("sv", "manual")["control"]
    document = made(process, word_files.letterhead())
    told = [row.cells[0].text for row in document.tables[0].rows]
    assert told == [labels[name] for name in ("review_date", "owner", "author", "approver")]


def test_contents_and_control_block_stand_where_the_template_has_them(process: Process) -> None:
    document = made(
        process, word_file(p("{{control}}") + p("Mellan") + p("{{contents}}") + p("Efter") + p("{{manual}}") + SECTION)
    )
    blocks = [etree.QName(each).localname for each in document.element.body][:4]
    assert blocks == ["tbl", "p", "sdt", "p"]


def test_headers_and_footers_go_on_over_pages_on_their_side(process: Process) -> None:
    document = made(process, word_files.letterhead())
    first, wide, *_ = document.sections
    assert first.different_first_page_header_footer
    assert not any(section.different_first_page_header_footer for section in document.sections[1:])
    assert wide.page_width > wide.page_height
    assert {section.header.paragraphs[0].text for section in document.sections} == {f"Storgatan AB\t{process.title}\t"}
    stops = {tab.alignment.name: tab.position.twips for tab in wide.header.paragraphs[0].paragraph_format.tab_stops}
    assert abs(stops["RIGHT"] - (wide.page_width - wide.left_margin - wide.right_margin) / 635) < 5
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
    assert [each.get(qn("w:start")) for each in starts if each is not None] == ["1", *[None] * (len(starts) - 1)]


def test_what_follows_the_manual_is_upright_again(process: Process) -> None:
    document = made(process, word_files.letterhead())
    assert document.paragraphs[-1].text == "Med vänlig hälsning"
    assert document.sections[-1].page_width < document.sections[-1].page_height


def test_numbered_headings_count_on_from_the_templates_own(process: Process) -> None:
    numbering = (
        f'<w:numbering xmlns:w="{word_files.MAIN}"><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="9">'
        '<w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'
    content = word_file(
        p("Förord", style="H1") + p("{{manual}}") + SECTION,
        styles=style("Normal", "Normal", default=True) + style("H1", "heading 1", shape=numbered),
        parts={"word/numbering.xml": numbering},
        types='<Override PartName="/word/numbering.xml" ContentType="'
        'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>',
        relations=f'<Relationship Id="n" Type="{OFFICE}/numbering" Target="numbering.xml"/>',
    )
    document = made(process, content)
    lines = [
        docx.text.paragraph.Paragraph(each.getparent(), document).text for each in document.element.body.iter(qn("w:hyperlink"))
    ]
    tops = [line for line in dict.fromkeys(lines) if re.match(r"[IVX]+\.\t", line)]
    assert tops[0].startswith("I.\tFörord\t")
    assert tops[1].startswith(f"II.\t{texts('sv', 'manual')['chapters']['summary']['heading']}\t")
    nums = [each.get(qn("w:abstractNumId")) for each in document.part.numbering_part.element.iter(qn("w:abstractNum"))]
    assert len(nums) == len(set(nums)) > 1


def test_handbooks_take_the_template(process: Process) -> None:
    role = next(lane.name for lane in process.lanes if lane.named)
    document = made(process, word_file(p("{{title}}", style="") + p("{{manual}}") + SECTION), form="handbook", role=role)
    assert document.paragraphs[0].text == texts("sv", "handbook")["title"].format(role=role)
    names = list(handbooks(process))
    assert len(names) == sum(lane.named for lane in process.lanes)


def handbooks(process: Process) -> Iterator[str]:
    template = Template("company.docx", word_files.letterhead())
    content = exporters.render(process, review(process), "handbook", template=template)
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            assert "Storgatan AB" in all_words(docx.Document(BytesIO(package.read(name))))
            yield name


def test_question_sheets_take_headers_but_no_cover(process: Process) -> None:
    document = made(process, word_files.letterhead(), details=None, form="followup")
    assert "Till alla som arbetar" not in words(document.element.body)
    assert document.sections[0].header.paragraphs[0].text.startswith("Storgatan AB")
    assert document.sections[0].footer.paragraphs[0].text.startswith("Sida")  # nothing is told of number and date
    assert "{{" not in all_words(document)


def test_pictures_of_a_sample_text_are_let_go(process: Process) -> None:
    drawing = word_files._logo("logo")
    content = word_file(
        p(drawing) + SECTION,
        parts={"word/media/logo.png": word_files._png()},
        relations=f'<Relationship Id="logo" Type="{OFFICE}/image" Target="media/logo.png"/>',
    )
    document = made(process, content)
    assert "logo.png" not in {part.partname.rpartition("/")[2] for part in document.part.package.iter_parts()}


def test_every_placeholder_has_a_value_and_is_listed(process: Process) -> None:
    document = made(process, word_file("".join(p(f"{{{{{name}}}}}") for name in PLACEHOLDERS) + SECTION))
    assert "{{" not in words(document.element.body)
    listed = set(re.findall(r"\{\{(\w+)}}", (EXAMPLES / "templates" / "README.md").read_text(encoding="utf-8")))
    assert listed == {*PLACEHOLDERS, *BLOCKS}


def test_export_takes_a_template_by_its_path(process: Process, tmp_path: Path) -> None:
    (tmp_path / "company.dotx").write_bytes((EXAMPLES / "templates" / "bjorkvik-energi.dotx").read_bytes())
    written = pipeline.export(process, tmp_path / "manual.docx", template=tmp_path / "company.dotx")
    assert "Björkvik Energi AB" in all_words(docx.Document(str(written)))


def test_a_landscape_template_stays_so(process: Process) -> None:
    wide = A4.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    document = made(process, word_file(p("{{manual}}") + f"<w:sectPr>{wide}</w:sectPr>"))
    assert all(section.page_width > section.page_height for section in document.sections)
