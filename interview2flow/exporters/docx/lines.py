"""Lines of the manual as runs: each mark has its character style, each reference is a field that leads to what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from interview2flow.exporters._manual.content import Line, Mark, Reference
from interview2flow.exporters.docx.elements import Element, element, run
from interview2flow.exporters.docx.fields import reference

STYLES: Final = {
    Mark.PLAIN: None,
    Mark.STRONG: "Strong",
    Mark.GAP: "Gap",
    Mark.INFERRED: "Inferred",
    Mark.QUOTE: "Quotation",
    Mark.ASIDE: "Aside",
}


def runs(line: Line) -> Iterator[Element]:
    """The line's runs and links."""
    for part in line:
        if isinstance(part, Reference):
            field = reference(part.anchor, part.text, style="StepReference")
            yield element("w:hyperlink", *field, anchor=part.anchor, history=1)
        else:
            yield run(part.text, style=STYLES[part.mark])


def bookmarked(content: Iterable[Element], name: str, number: int) -> Iterator[Element]:
    """The content as a place that links lead to; `number` is the bookmark's own in the document."""
    yield element("w:bookmarkStart", id=number, name=name)
    yield from content
    yield element("w:bookmarkEnd", id=number)
