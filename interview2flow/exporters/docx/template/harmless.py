"""What a template may bring along: text, looks and pictures, but nothing that runs or is fetched when the manual is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

from interview2flow.errors import InvalidTemplateError, TemplateFault
from interview2flow.exporters.docx.elements import Element
from interview2flow.exporters.docx.fields import instructions
from interview2flow.exporters.docx.template.loosening import ATTACHED_TEMPLATE

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
KNOWN: Final = (
    "image/",
    "application/vnd.openxmlformats-officedocument.drawingml.",
    "application/vnd.openxmlformats-officedocument.theme",
    "application/vnd.openxmlformats-officedocument.custom",
    "application/vnd.openxmlformats-officedocument.extended-properties",
    "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "application/vnd.openxmlformats-officedocument.vmlDrawing",
    "application/vnd.openxmlformats-package.",
    "application/vnd.ms-office.chart",
    "application/vnd.ms-office.drawingml.",
    "application/vnd.ms-office.classificationlabels",
    "application/vnd.ms-word.stylesWithEffects",
    "application/inkml+xml",
    "application/xml",
    "application/x-font",
    "font/",
)
"""How the types of the parts begin that can do nothing."""

SETTINGS_OF_PRINTERS: Final = f"{WORD}printerSettings"
RUNNING: Final = frozenset(
    ("vbaProject", "oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "extensibility")
)
"""The last words of relationships to what runs, or holds what nobody sees."""

FETCHING: Final = frozenset(("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD"))
"""Fields that read other files."""


def check(document: Document, name: str) -> None:
    """Makes sure that nothing in the document runs or is fetched.

    Raises:
        InvalidTemplateError: something does.
    """
    _check_relations(document.part.package.rels, name)
    for part in document.part.package.iter_parts():
        if not _is_plain(part.content_type):
            raise InvalidTemplateError(name, TemplateFault.ACTIVE, what=part.partname.lstrip("/"))
        _check_relations(part.rels, name)
        for root in _roots(part):
            _check_content(root, name)


def _is_plain(content_type: str) -> bool:
    return (
        content_type.startswith(KNOWN)
        or content_type == SETTINGS_OF_PRINTERS
        or (content_type.startswith(WORD) and content_type.endswith("+xml"))
    )


def _check_relations(relations: Relationships, name: str) -> None:
    for relation in relations.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in RUNNING:
            raise InvalidTemplateError(name, TemplateFault.ACTIVE, what=kind)
        if relation.is_external and relation.reltype not in {RELATIONSHIP_TYPE.HYPERLINK, ATTACHED_TEMPLATE}:
            raise InvalidTemplateError(name, TemplateFault.ELSEWHERE, what=relation.target_ref)


def _roots(part: Part) -> Iterator[Element]:
    """The part's XML, where it is any."""
    if isinstance(part, XmlPart):
        yield part.element
    elif part.content_type.endswith("xml"):
        yield etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _check_content(root: Element, name: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise InvalidTemplateError(name, TemplateFault.DAMAGED)
    for instruction in instructions(root):
        if instruction.split(maxsplit=1)[:1] and instruction.split(maxsplit=1)[0].upper() in FETCHING:
            raise InvalidTemplateError(name, TemplateFault.ELSEWHERE, what=instruction)
