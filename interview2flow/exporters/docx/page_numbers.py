"""The page numbers in a finished file's table of contents, put right where somebody has laid out its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element
from interview2flow.exporters.docx.package import pack


def corrected(content: bytes, headings: Iterable[tuple[str, int]]) -> bytes | None:
    """The .docx file with the pages that these headings, in their order, are really on; None where all are right already."""
    document = docx.Document(BytesIO(content))
    lines, changed = list(_lines(document)), False
    for heading, page in headings:
        if lines and " ".join(heading.split()).endswith(lines[0][0]):
            _, number = lines.pop(0)
            changed |= number.text != str(page)
            number.text = str(page)
    return pack(document) if changed else None


def _lines(document: Document) -> Iterator[tuple[str, Element]]:
    """Each line of the table of contents: its heading, and the element that holds its page number."""
    for link in document.element.body.iter(qn("w:hyperlink")):
        if any("PAGEREF" in (code.text or "") for code in link.iter(qn("w:instrText"))):
            *words, number = link.iter(qn("w:t"))
            yield " ".join((words[-1].text or "").split()), number
