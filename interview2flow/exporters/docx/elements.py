"""WordprocessingML elements, built in one expression each."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element as Element

from interview2flow.exporters._manual.clean import clean

__all__ = ["Element", "element", "paragraph", "run", "text"]


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """`element("w:jc", val="center")`; attributes are of the tag's own namespace."""
    prefix = tag.partition(":")[0]
    made: Element = OxmlElement(tag, nsdecls={prefix: nsmap[prefix]})
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), str(value))
    made.extend(children)
    return made


def text(words: str) -> Element:
    """Words as they are, spaces included."""
    made = element("w:t")
    made.text = clean(words)
    made.set(qn("xml:space"), "preserve")
    return made


def run(words: str | Element, *, style: str | None = None) -> Element:
    """A run of words, or of one special element, in a character style."""
    content = text(words) if isinstance(words, str) else words
    if style is None:
        return element("w:r", content)
    return element("w:r", element("w:rPr", element("w:rStyle", val=style)), content)


def paragraph(content: Iterable[Element], *properties: Element, style: str | None = None) -> Element:
    """A paragraph in a paragraph style; `properties` in the order that the schema asks for."""
    shape = ([element("w:pStyle", val=style)] if style else []) + list(properties)
    return element("w:p", *([element("w:pPr", *shape)] if shape else []), *content)
