"""The follow-up sheet as a Word file: each interviewee's open questions with a box for the answer, on pages of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from interview2flow.exporters._followup import FORMATS, Filled, Item, Sheet, filled, sheets
from interview2flow.exporters._followup.from_docx import mark
from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Labels, Text
from interview2flow.exporters._template import PLACEHOLDERS, Template
from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.frame import Frame
from interview2flow.exporters.docx.lines import bookmarked
from interview2flow.exporters.docx.package import pack
from interview2flow.exporters.docx.template import opened
from interview2flow.exporters.docx.template.place import empty
from interview2flow.languages import texts
from interview2flow.model import Finding, Process

__all__ = ["FORMATS", "Filled", "read", "render"]

ROOM: Final = 1700
"""Twips: an answer's box has room for some five lines, and grows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Face:
    """What the document says of itself."""

    title: str
    subtitle: str
    status: str
    locale: str
    labels: Labels


def render(process: Process, findings: Sequence[Finding], *, template: Template | None = None) -> bytes:
    """The sheets in the process's language; for one interviewee alone, given the findings for that one.

    A `template` gives them a company's styles, header and footer, but not its cover: they are no document to be approved.

    Raises:
        InvalidTemplateError: the template cannot be used.
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    words = texts(process.language, "manual")
    found = list(sheets(process, findings))
    title = words["questions"]["title"].format(title=process.title)
    whom = ", ".join(sheet.whom for sheet in found)
    face = _Face(title=title, subtitle=whom, status=whom, locale=words["locale"], labels=Labels(**words["labels"]))
    document = opened(template)
    empty(document)
    known = {"title": title, "subtitle": whom, "process": process.title}
    frame = Frame(document, face, {name: Text(known.get(name, "")) for name in PLACEHOLDERS})
    width, marks = frame.papers.text.text_width, frame.bookmarks
    frame.put(_content(title, found, marks, width=width, nothing=words["questions"]["none"], answer=words["questions"]["answer"]))
    frame.finish(frame.papers.text)
    return pack(frame.document)


def read(content: bytes, *, name: str, asked: Collection[str] = ()) -> tuple[Filled, ...]:
    """What was filled in, of a sheet in Word or Markdown that came back; `asked` are the questions that may stand there.

    Raises:
        UnknownFormatError: sheets are not written in this format.
        UnreadableFileError: the file cannot be understood.
    """
    return filled(name, content, asked=asked)


def _content(
    title: str, found: Sequence[Sheet], marks: count[int], *, width: int, nothing: str, answer: str
) -> Iterator[Element]:
    for number, sheet in enumerate(found):
        new_page = [element("w:pageBreakBefore")] if number else []
        yield paragraph([run(title)], *new_page, style="Title")
        yield paragraph([run(sheet.whom)], style="Subtitle")
        for words in sheet.greeting:
            yield paragraph([run(words)])
        for item in sheet.items:
            yield from _item(item, marks, answer, width)
    if not found:
        yield paragraph([run(title)], style="Title")
        yield paragraph([run(nothing)])


def _item(item: Item, marks: count[int], answer: str, width: int) -> Iterator[Element]:
    question: list[Element] = [run(f"{item.number}. {item.question}")]
    number = next(marks)
    if name := mark(item.element, number):
        question = list(bookmarked(question, name, number))
    yield paragraph(question, style="Question")
    if item.about:
        yield paragraph([run(item.about)], style="Reminder")
    for quote in item.quotes:
        yield paragraph([run(quote, style="Quotation")], style="Reminder")
    yield paragraph([run(answer)], style="Reminder")
    yield _box(f"{answer} {item.question}", width)
    yield paragraph([], style="SectionEnd")


def _box(description: str, width: int) -> Element:
    """Room for the answer; it stays on one page as long as that is possible."""
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val="AnswerBox"),
        element("w:tblW", w=width, type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblDescription", val=clean(description)),
    )
    cell = element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")), paragraph([]))
    row = element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:trHeight", val=ROOM, hRule="atLeast")), cell)
    return element("w:tbl", properties, element("w:tblGrid", element("w:gridCol", w=width)), row)
