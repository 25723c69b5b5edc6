"""Markdown: headings, bullets, emphasis, tables. Markup goes, words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from interview2flow.model import Turn
from interview2flow.readers.form import paragraphs, rows, speech
from interview2flow.readers.form.decoding import decode
from interview2flow.readers.form.line import Line

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<text>.*?)[\s#]*")
_BOLD: Final = re.compile(r"(?P<mark>\*\*|__)(?P<text>[^*_]+)(?P=mark)")
_EMPHASIS: Final = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<text>[^*_]+)(?P=mark)")
_INLINE: Final = (
    (re.compile(r"!?\[(?P<text>[^\[\]]*)\]\([^()\s]*\)"), r"\g<text>"),  # links and pictures
    (re.compile(r"(?<!\w)(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_\n]{1,2000}?)(?<=\S)(?P=mark)(?!\w)"), r"\g<text>"),
    (re.compile(r"`(?P<text>[^`]{1,500})`"), r"\g<text>"),
    (re.compile(r"\\(?P<text>[\\`*_{}\[\]()#+.!|>~-])"), r"\g<text>"),
    (re.compile(r"<br\s*/?>"), " "),
)
_CELL: Final = re.compile(r"(?<!\\)\|")
_QUESTION_OR_SENTENCE: Final = re.compile(r".*[.?!…]")


def read(name: str, content: bytes) -> tuple[Turn, ...]:
    """The turns of a Markdown text."""
    return speech.turns([line for raw in paragraphs.lines(decode(name, content)) for line in _lines(raw)])


def _lines(raw: Line) -> Iterator[Line]:
    if raw.text.startswith("|"):
        yield from (replace(line, text=_bare(line.text)) for line in rows.lines(_CELL.split(raw.text.strip("|"))))
        return
    line = _line(raw)
    if line.text:
        yield line


def _line(raw: Line) -> Line:
    if (found := _HEADING.fullmatch(raw.text)) and not raw.marker:
        return replace(raw, text=_bare(found["text"]), heading=True)
    if not raw.marker and (found := _EMPHASIS.fullmatch(raw.text)):
        titles = bool(_BOLD.fullmatch(raw.text)) and raw.opens and not _QUESTION_OR_SENTENCE.fullmatch(found["text"])
        return replace(raw, text=_bare(found["text"]), heading=titles, marker="" if titles else "*")
    return replace(raw, text=_bare(raw.text))


def _bare(text: str) -> str:
    """The words without inline markup."""
    for markup, words in _INLINE:
        text = markup.sub(words, text)
    return " ".join(text.split())
