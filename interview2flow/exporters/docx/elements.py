"""WordprocessingML elements, built in one expression each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element as Element

from interview2flow.exporters._manual.clean import clean

__all__ = ["Element", "attribute", "child", "element", "paragraph", "parent", "run", "runs_of", "text"]


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


def runs_of(paragraph: Element) -> Iterator[Element]:
    """A paragraph's own runs, in links and fields too, without those of a text box that hangs on it."""
    return (each for each in paragraph.iter(qn("w:r")) if next(each.iterancestors(qn("w:p")), None) is paragraph)


def parent(element: Element) -> Element:
    """What an element stands in that is part of a document."""
    return cast("Element", element.getparent())


def child(element: Element, *tags: str) -> Element:
    """A part that is sure to be there: `child(section, "w:pgSz")`."""
    return cast("Element", element.find("/".join(map(qn, tags))))


def attribute(element: Element, *tags: str, name: str = "w:val") -> str | None:
    """What a part says, where it is there at all: `attribute(style, "w:basedOn")`."""
    found = element.find("/".join(map(qn, tags)))
    return None if found is None else found.get(qn(name))
