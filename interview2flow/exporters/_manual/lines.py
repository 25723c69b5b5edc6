"""Lines of text from sentences with places in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import Formatter

from interview2flow.exporters._manual.content import Cell, Inline, Line, Reference, Text

Part = str | Inline | Line


def fill(sentence: str, **parts: Part) -> Line:
    """`fill("see step {step}", step=reference)` → the line with the reference in its place."""
    return tuple(_pieces(sentence, parts))


def _pieces(sentence: str, parts: dict[str, Part]) -> Iterator[Inline]:
    for words, place, _, _ in Formatter().parse(sentence):
        if words:
            yield Text(words)
        if place:
            yield from line(parts[place])


def line(part: Part) -> Line:
    """Anything that can stand in a line, as a line."""
    if isinstance(part, str):
        return (Text(part),)
    return (part,) if isinstance(part, Text | Reference) else part


def cell(*parts: Part) -> Cell:
    """A cell, a line for each part."""
    return tuple(line(part) for part in parts)


def sentence(line: Line) -> Line:
    """The line with a capital at its beginning."""
    first, *others = line
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *others)


def joined(parts: Iterable[Part], separator: str = ", ") -> Line:
    """The parts in one line."""
    result: list[Inline] = []
    for part in parts:
        result += [Text(separator), *line(part)] if result else line(part)
    return tuple(result)


def listed(parts: Iterable[Part], conjunction: str) -> Line:
    """The parts as a sentence lists them: "a, b and c"."""
    *most, last = parts
    return joined([joined(most), last], conjunction) if most else line(last)
