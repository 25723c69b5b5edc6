"""Word documents: paragraphs, lists, headings and tables in their order; insertions count, deletions do not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from docx import Document
from docx.document import Document as Body
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from interview2flow.errors import UnreadableFileError
from interview2flow.model import Turn
from interview2flow.readers.form import rows, speech
from interview2flow.readers.form.decoding import LARGEST, clean
from interview2flow.readers.form.line import Line

LARGEST_UNPACKED: Final = 10 * LARGEST
_SPACE: Final = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_UNSEEN: Final = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent")))
_LIST_STYLE: Final = re.compile(r"List (?:Bullet|Number|Continue|Paragraph) ?(?P<depth>[2-9])?")
_ENDS_SENTENCE: Final = (".", "?", "!", "…", ":")


def read(name: str, content: bytes) -> tuple[Turn, ...]:
    """The turns of a Word document.

    Raises:
        UnreadableFileError: it is damaged, locked by a password, or unpacks to more than a document can hold.
    """
    document = opened(name, content)
    try:
        lines = tuple(_lines(document))
    except Exception as error:  # python-docx and lxml raise whatever a damaged file leads them to
        raise _damaged(name) from error
    return speech.turns(lines)


def opened(name: str, content: bytes) -> Body:
    """A Word document that somebody handed in.

    Raises:
        UnreadableFileError: it is damaged, locked by a password, or unpacks to more than a document can hold.
    """
    try:
        _guard(name, content)
        return Document(io.BytesIO(content))
    except UnreadableFileError:
        raise
    except Exception as error:  # python-docx, lxml and zipfile raise whatever a damaged file leads them to
        raise _damaged(name) from error


def text_of(paragraph: Paragraph) -> str:
    """A paragraph's words as one reads them with all changes accepted."""
    return clean("".join(_pieces(paragraph._p)))  # noqa: SLF001 (python-docx's own text leaves out what was inserted)


def _damaged(name: str) -> UnreadableFileError:
    return UnreadableFileError(name, reason="it is no Word document, or is damaged or locked")


def _guard(name: str, content: bytes) -> None:
    """Refuses packages that unpack to far more than they hold, before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if sum(part.file_size for part in package.infolist() if part.filename.endswith((".xml", ".rels"))) > LARGEST_UNPACKED:
            raise UnreadableFileError(name, reason="it unpacks to more than a document can hold")


def _lines(document: Body) -> Iterator[Line]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield from _paragraph(block)


def _table(table: Table) -> Iterator[Line]:
    for row in table.rows:
        seen = {id(cell._tc): cell for cell in row.cells}  # noqa: SLF001 (merged cells are given once for each column)
        yield from rows.lines([" ".join(map(text_of, cell.paragraphs)) for cell in seen.values()])


def _paragraph(paragraph: Paragraph) -> Iterator[Line]:
    """A line for each line break: some programs put name, time and words into one paragraph."""
    emphasised, bold = _emphasis(paragraph)
    for i, text in enumerate(text_of(paragraph).split("\n")):
        words = " ".join(text.split())
        if not any(letter.isalnum() for letter in words):
            continue
        titles = bold and not words.endswith(_ENDS_SENTENCE)
        listed = _list_depth(paragraph)
        marker = "•" if listed is not None else "*" if emphasised and not titles else ""
        heading = _is_heading(paragraph) or (titles and not marker)
        yield Line(text=words, opens=i == 0, heading=heading, marker=marker, depth=listed or 0)


def _pieces(element: object) -> Iterator[str]:
    for child in element:  # type: ignore[attr-defined]
        if child.tag in _UNSEEN:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SPACE:
            yield _SPACE[child.tag]
        else:
            yield from _pieces(child)


def _emphasis(paragraph: Paragraph) -> tuple[bool, bool]:
    """Whether all of a paragraph is bold or italic, and whether it is bold."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    bold = bool(runs) and all(run.bold for run in runs)
    return bold or (bool(runs) and all(run.italic for run in runs)), bold


def _is_heading(paragraph: Paragraph) -> bool:
    style = paragraph.style
    while style is not None:
        if (style.name or "").lower().startswith(("heading", "title", "subtitle")):
            return True
        style = style.base_style
    return False


def _list_depth(paragraph: Paragraph) -> int | None:
    """How deep in a list a paragraph is; None outside lists."""
    if numbering := paragraph._p.xpath("./w:pPr/w:numPr"):  # noqa: SLF001
        return int(next(iter(numbering[0].xpath("./w:ilvl/@w:val")), 0))
    found = _LIST_STYLE.fullmatch(paragraph.style.name or "") if paragraph.style is not None else None
    return int(found["depth"] or 1) - 1 if found else None
