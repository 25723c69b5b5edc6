"""The texts of a document: its body, headers and footers, foot- and endnotes, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Text
from interview2flow.exporters.docx.elements import Element
from interview2flow.exporters.docx.template.placeholders import fill, filled, names

STORIES: Final = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
PROPERTIES: Final = (
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
)
LONGEST: Final = 255
"""Characters of a property."""


def texts(document: Document) -> Iterator[Element]:
    """All texts, to be read."""
    for part in (document.part, *_parts(document.part.rels, STORIES)):
        with opened(part) as root:
            yield root


def properties(document: Document) -> Iterator[str]:
    """The properties of the file that have a placeholder in them, Word's own and those that a company has added."""
    for part in _parts(document.part.package.rels, PROPERTIES):
        with opened(part) as root:
            yield from (each.text or "" for each in _with_placeholders(root))


def fill_all(document: Document, values: Mapping[str, Text], *, called: Callable[[str], str]) -> None:
    """Puts the values into all texts and properties; `called` says what our styles are called there."""
    for part in (document.part, *_parts(document.part.rels, STORIES)):
        with opened(part) as root:
            fill(root, values, called=called)
    for part in _parts(document.part.package.rels, PROPERTIES):
        with opened(part) as root:
            for each in _with_placeholders(root):
                each.text = clean(filled(each.text or "", values))[:LONGEST]


def _parts(relations: Relationships, kinds: Collection[str]) -> Iterator[Part]:
    return (relation.target_part for relation in list(relations.values()) if relation.reltype in kinds)


def _with_placeholders(root: Element) -> list[Element]:
    return [each for each in root.iter() if isinstance(each.tag, str) and names(each.text or "")]


@contextmanager
def opened(part: Part) -> Iterator[Element]:
    """A part's XML; python-docx keeps that of some parts as bytes, which are written anew."""
    if isinstance(part, XmlPart):
        yield part.element
        return
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    yield root
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
