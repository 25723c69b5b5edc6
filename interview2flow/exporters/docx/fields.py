"""Fields: what Word counts and looks up by itself, with a result to show until it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element, element, run


def field(instruction: str, result: str) -> Element:
    """A field within a line: `field("PAGE", "1")`."""
    return element("w:fldSimple", run(result), instr=f" {instruction} ")


def reference(place: str, result: str, *, style: str) -> Iterable[Element]:
    """The words at a bookmark, as a field that can be followed; all its runs have the style, which programs take from any."""
    return (*begin(rf"REF {place} \h \* MERGEFORMAT", style=style), run(result, style=style), end(style=style))


def begin(instruction: str, *, style: str | None = None) -> Iterable[Element]:
    """The runs that open a field whose result goes over several runs or paragraphs."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    marks = (element("w:fldChar", fldCharType=kind) for kind in ("begin", "separate"))
    opening, separator = (run(mark, style=style) for mark in marks)
    return (opening, run(code, style=style), separator)


def end(*, style: str | None = None) -> Element:
    """The run that closes such a field."""
    return run(element("w:fldChar", fldCharType="end"), style=style)


def spans(root: Element) -> Iterator[tuple[Element, Element, str]]:
    """The fields of a text with the paragraphs in which they begin and end."""
    open_fields: list[tuple[Element, str]] = []
    for part in root.iter(qn("w:fldChar"), qn("w:instrText")):
        paragraph = next(part.iterancestors(qn("w:p")))
        if part.tag == qn("w:instrText"):
            if open_fields:
                open_fields[-1] = (open_fields[-1][0], open_fields[-1][1] + (part.text or ""))
        elif part.get(qn("w:fldCharType")) == "begin":
            open_fields.append((paragraph, ""))
        elif part.get(qn("w:fldCharType")) == "end" and open_fields:
            first, instruction = open_fields.pop()
            yield first, paragraph, instruction.strip()


def instructions(root: Element) -> Iterator[str]:
    r"""What the fields of a text shall show, as in `TOC \o "1-2"`, even of one that never ends."""
    for simple in root.iter(qn("w:fldSimple")):
        yield str(simple.get(qn("w:instr"), "")).strip()
    open_fields: list[str] = []
    for part in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if part.tag == qn("w:fldChar") and part.get(qn("w:fldCharType")) == "begin":
            open_fields.append("")
        elif part.tag == qn("w:fldChar") and part.get(qn("w:fldCharType")) == "end" and open_fields:
            yield open_fields.pop().strip()
        elif part.tag == qn("w:instrText") and open_fields:
            open_fields[-1] += part.text or ""
    yield from (instruction.strip() for instruction in open_fields)
