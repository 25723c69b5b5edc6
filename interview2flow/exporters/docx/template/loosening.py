"""What is true of the template alone does not go into the manual: whose it was, when it was made, where it lay, who signed it."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from lxml import etree

from interview2flow.exporters.docx.elements import Element
from interview2flow.exporters.docx.template.placeholders import names
from interview2flow.exporters.docx.template.stories import opened

ATTACHED_TEMPLATE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
TIES: Final = (qn("w:attachedTemplate"), qn("w:mailMerge"))
UNWANTED: Final = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.ORIGIN)
"""A preview and a signature of the template: neither is true of the manual."""

OTHER_STYLES: Final = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
"""A copy of the styles for Word 2010, which would not have those that we add."""

DESCRIBING: Final = frozenset(("Company", "HyperlinkBase", "category", "keywords", "language", "publisher"))
"""Properties that are as true of the manual; all others go, unless a placeholder stands in them."""


def loosen(document: Document) -> None:
    """Takes out what ties the document to the template's own history and surroundings."""
    package = document.part.package
    _drop(package.rels, *UNWANTED)
    _drop(document.part.rels, OTHER_STYLES)
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SETTINGS:
            _drop(relation.target_part.rels, ATTACHED_TEMPLATE)
    for tie in [each for each in document.settings.element if each.tag in TIES]:
        document.settings.element.remove(tie)
    _forget(document.core_properties._element)  # noqa: SLF001  # python-docx opens it in no other way
    for relation in package.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            with opened(relation.target_part) as root:
                _forget(root)


def drop_unused(document: Document) -> None:
    """Lets go of the pictures of a body that is not used."""
    part = document.part
    used = {value for each in part.element.iter() for value in each.attrib.values()}
    for relation in list(part.rels.values()):
        if relation.reltype in {RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK} and relation.rId not in used:
            del part.rels[relation.rId]


def _drop(relations: Relationships, *kinds: str) -> None:
    for relation in list(relations.values()):
        if relation.reltype in kinds:
            del relations[relation.rId]


def _forget(properties: Element) -> None:
    for each in list(properties):
        if etree.QName(each).localname not in DESCRIBING and not names("".join(map(str, each.itertext()))):
            properties.remove(each)
