"""What somebody reads in a Word file, as plain text: headings, paragraphs, tables, captions, alternative texts, references."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

SKIPPED = "toc "
"""The table of contents, whose page numbers are another test's."""


def word_text(document: Document) -> str:
    """A line for each paragraph behind its style's name, and for each cell of a table behind its column's heading."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield from _paragraph(block)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    for section in paragraph._p.iter(qn("w:sectPr")):
        page = section.find(qn("w:pgSz"))
        yield f"--- {'portrait' if page is None else page.get(qn('w:orient'), 'portrait')} until here ---"
    style = paragraph.style.name if paragraph.style else ""
    if (told := _told(paragraph._p)) and not str(style).startswith(SKIPPED):
        yield f"{style}: {told}"


def _table(table: Table) -> Iterator[str]:
    description = table._tbl.tblPr.find(qn("w:tblDescription"))
    yield f"Table: {description.get(qn('w:val')) if description is not None else ''}"
    for row in table.rows:
        yield "| " + " | ".join(" / ".join(_told(p) for p in cell.iter(qn("w:p"))) for cell in row._tr.iter(qn("w:tc"))) + " |"


def _told(paragraph: Element) -> str:
    return "".join(_parts(paragraph)).replace("\u00a0", " ")


def _parts(element: Element) -> Iterator[str]:
    """The words; what a field leads to stands in angle brackets, an alternative text in square ones."""
    for part in element:
        if part.tag == qn("w:hyperlink"):
            yield f"{''.join(_parts(part))}<{part.get(qn('w:anchor'))}>"
        elif part.tag == qn("w:drawing"):
            yield f"[{next(part.iter(qn('wp:docPr'))).get('descr')}]"
        elif part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag not in {qn("w:instrText"), qn("w:pPr"), qn("w:rPr")}:
            yield from _parts(part)
