"""Fields: what Word counts and looks up by itself, with a result to show until it does."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element, element, run


def field(instruction: str, result: str) -> Element:
    """A field within a line: `field("PAGE", "1")`."""
    return element("w:fldSimple", run(result), instr=f" {instruction} ")


def begin(instruction: str) -> Iterable[Element]:
    """The runs that open a field whose result goes over several paragraphs."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return (run(element("w:fldChar", fldCharType="begin")), run(code), run(element("w:fldChar", fldCharType="separate")))


def end() -> Element:
    """The run that closes such a field."""
    return run(element("w:fldChar", fldCharType="end"))
