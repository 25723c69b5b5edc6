"""The headings in their order, with the numbers that Word will give them, for links and the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview2flow.exporters._manual.content import Heading, Manual


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading and where it stands."""

    level: int
    number: str
    text: str
    anchor: str


def outline(manual: Manual) -> tuple[Entry, ...]:
    """Chapters and the headings within them."""
    found = []
    for number, (level, label, text) in enumerate(_headings(manual), 1):
        found.append(Entry(level=level, number=label, text=text, anchor=f"_Toc{number:08}"))
    return tuple(found)


def _headings(manual: Manual) -> Iterator[tuple[int, str, str]]:
    for chapter_number, chapter in enumerate(manual.chapters, 1):
        yield 1, str(chapter_number), chapter.heading
        headings = (block for block in chapter.blocks if isinstance(block, Heading))
        yield from ((2, f"{chapter_number}.{number}", heading.text) for number, heading in enumerate(headings, 1))
