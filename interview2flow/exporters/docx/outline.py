"""The headings as they stand in the document, a template's own among them, with the numbers that Word will give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element
from interview2flow.exporters.docx.lines import bookmarked
from interview2flow.exporters.docx.measures import words
from interview2flow.exporters.docx.template.numbering import label
from interview2flow.exporters.docx.template.styles import Styles

ANCHOR: Final = "_Toc{:08}"
DEEPEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading and where it stands."""

    level: int
    number: str
    text: str
    anchor: str


def outline(body: Element, styles: Styles, *, bookmarks: count[int], deepest: int) -> tuple[Entry, ...]:
    """The headings down to a level; each gets a bookmark to lead to."""
    return tuple(entry for entry in _entries(body, styles, bookmarks) if entry.level <= deepest and entry.text)


def _entries(body: Element, styles: Styles, bookmarks: count[int]) -> Iterator[Entry]:
    levels: Mapping[str, int] = {styles.called(f"Heading{depth}"): depth for depth in range(1, DEEPEST + 1)}
    shapes = [styles.heading_level(depth) for depth in range(DEEPEST)]
    counted: list[int] = []
    for number, (heading, level) in enumerate(_headings(body, levels), 1):
        if _is_numbered(heading):
            counted = [*counted, *[0] * level][:level]
            counted[-1] += 1
        anchor = ANCHOR.format(number)
        properties = heading.find(qn("w:pPr"))
        content = [part for part in heading if part is not properties]
        heading.extend(bookmarked(content, anchor, next(bookmarks)))
        shown = label(shapes, counted) if _is_numbered(heading) else ""
        yield Entry(level=level, number=shown, text=words(heading).strip(), anchor=anchor)


def _headings(body: Element, levels: Mapping[str, int]) -> Iterator[tuple[Element, int]]:
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and (level := levels.get(style.get(qn("w:val"), ""))) and words(paragraph).strip():
            yield paragraph, level


def _is_numbered(heading: Element) -> bool:
    """Not where somebody took the number off this one heading."""
    number = heading.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return number is None or number.get(qn("w:val")) != "0"
