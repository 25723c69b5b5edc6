"""Answers from the Word sheet, whichever program saved it last."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from interview2flow.exporters._followup.filled import Filled, letters
from interview2flow.readers.docx import opened, text_of

QUESTION: Final = "Question"
"""The name of the questions' paragraph style."""

WHOM: Final = "Subtitle"
MARK: Final = "about_"
"""How the bookmark of a question begins; the id of what it is about follows, and the question's number."""
LONGEST_MARK: Final = 40
"""Characters that Word allows."""


def mark(element: str | None, number: int) -> str | None:
    """The bookmark that remembers what a question is about; None where its id cannot be one."""
    name = f"{MARK}{element}_{number}"
    return name if element and len(name) <= LONGEST_MARK and name.isascii() and name.isidentifier() else None


def read(name: str, content: bytes, asked: Collection[str]) -> tuple[Filled, ...]:
    """The questions with what stands in the table below each, and below that table.

    Raises:
        UnreadableFileError: it is no Word document.
    """
    return tuple(_questions(opened(name, content), asked))


def _questions(document: Document, asked: Collection[str]) -> Iterator[Filled]:
    whom: str | None = None
    question: Paragraph | None = None
    answer: list[str] = []
    boxed = False
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            boxed = True
            answer += [text_of(paragraph) for row in block.rows for cell in row.cells for paragraph in cell.paragraphs]
        elif (new := _is_question(block, asked)) or _style(block) in {WHOM, "Title"}:
            if question is not None:
                yield _filled(question, answer, whom)
            question, answer, boxed = block if new else None, [], False
            whom = text_of(block) if _style(block) == WHOM else whom
        elif boxed:
            answer.append(text_of(block))
    if question is not None:
        yield _filled(question, answer, whom)


def _is_question(paragraph: Paragraph, asked: Collection[str]) -> bool:
    return _style(paragraph) == QUESTION or letters(_unnumbered(text_of(paragraph))) in asked


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name or "") if paragraph.style else ""


def _filled(question: Paragraph, answer: list[str], whom: str | None) -> Filled:
    return Filled(
        question=_unnumbered(text_of(question)),
        answer="\n".join(answer).strip(),
        whom=whom,
        about=_about(question),
    )


def _unnumbered(text: str) -> str:
    return text.strip().lstrip("0123456789").removeprefix(".").strip()


def _about(question: Paragraph) -> str | None:
    names = [start.get(qn("w:name"), "") for start in question._p.iter(qn("w:bookmarkStart"))]  # noqa: SLF001
    marks = [name.removeprefix(MARK).rpartition("_")[0] for name in names if name.startswith(MARK)]
    return next(iter(marks), None)
