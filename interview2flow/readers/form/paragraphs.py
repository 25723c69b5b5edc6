"""Text → lines: paragraphs, bullets, numbers, indentation, and lines that were only broken at the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from interview2flow.readers.form.line import Line

MARGINS: Final = range(60, 121)
"""Letters; a text whose longest line is shorter or longer was not broken at a margin."""

_MARKER: Final = re.compile(r"(?P<marker>[-–—•*·▪‣◦>]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)")
_PLAIN_BULLETS: Final = frozenset("*·▪‣◦")
_NO_WORDS: Final = re.compile(r"[\W_]*")


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text. Rules and other lines without any letter or digit are left out."""
    raw = text.expandtabs(4).split("\n")
    return tuple(_indented(list(_joined(_opened(raw)))))


def _opened(raw: Sequence[str]) -> Iterator[tuple[int, Line]]:
    """Each line with its indentation; it opens a paragraph after an empty one, or where the one before ended early."""
    width = max(map(len, raw))
    for before, this in pairwise(("", *raw)):
        words = this.split()
        if _NO_WORDS.fullmatch(this):
            continue
        gap = not before.strip()
        broken = width in MARGINS and len(before.rstrip()) + 1 + len(words[0]) > width
        yield len(this) - len(this.lstrip()), _line(" ".join(words), opens=gap or not broken, gap=gap)


def _line(text: str, *, opens: bool, gap: bool) -> Line:
    found = _MARKER.match(text)
    if not found:
        return Line(text=text, opens=opens, gap=gap)
    marker = found["marker"]
    return Line(text=text[found.end() :], opens=opens, gap=gap, marker="•" if marker in _PLAIN_BULLETS else marker)


def _joined(found: Iterator[tuple[int, Line]]) -> Iterator[tuple[int, Line]]:
    """Joins what goes on under a bullet, indented or broken at the margin, with the bullet."""
    last: tuple[int, Line] | None = None
    for indent, line in found:
        if last and last[1].marker and not line.marker and not line.gap and (indent > last[0] or not line.opens):
            last = last[0], replace(last[1], text=f"{last[1].text} {line.text}")
            continue
        if last:
            yield last
        last = indent, line
    if last:
        yield last


def _indented(found: Sequence[tuple[int, Line]]) -> Iterator[Line]:
    """Sets how deep each bullet is: how many bullets with a smaller indentation stand above it."""
    above: list[int] = []
    for indent, line in found:
        if not line.marker:
            above.clear()
            yield line
            continue
        while above and above[-1] >= indent:
            above.pop()
        yield replace(line, depth=len(above))
        above.append(indent)
