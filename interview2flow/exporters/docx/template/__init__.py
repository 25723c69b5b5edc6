"""A company's own Word file as the frame of what we write: its styles, headers, footers, pages and cover.

`opened` gives the document to write into, ours where there is no template; `Styles` what is called how there; `place` where the
manual stands.
"""

from __future__ import annotations

from copy import deepcopy

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from interview2flow.errors import InvalidTemplateError, TemplateFault
from interview2flow.exporters._template import Template
from interview2flow.exporters.docx.package import base
from interview2flow.exporters.docx.template import harmless, place
from interview2flow.exporters.docx.template.loosening import loosen
from interview2flow.exporters.docx.template.package import unpacked

__all__ = ["opened"]


def opened(template: Template | None) -> Document:
    """The document to write into.

    Raises:
        InvalidTemplateError: it cannot be used; the error says why, and what to do.
    """
    if template is None:
        return base()
    content = unpacked(template)
    try:
        document = docx.Document(content)
        harmless.check(document, template.name)
        place.check(document, template.name)
        _complete(document)
        loosen(document)
    except InvalidTemplateError:
        raise
    except Exception as error:  # python-docx and lxml raise whatever a damaged file leads them to
        raise InvalidTemplateError(template.name, TemplateFault.DAMAGED) from error
    return document


def _complete(document: Document) -> None:
    """Gives the document our styles, and its pages our size and margins, where the template says nothing of them."""
    ours = base()
    if not any(relation.reltype == RELATIONSHIP_TYPE.STYLES for relation in document.part.rels.values()):
        styles = ours.part.part_related_by(RELATIONSHIP_TYPE.STYLES)
        for style in ours.styles.element.findall(qn("w:style"))[1:]:  # all but that of plain text: others are made as needed
            ours.styles.element.remove(style)
        document.part.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    body, like = document.element.body, ours.element.body.sectPr
    if body.sectPr is None:
        body.append(deepcopy(like))
    for section in body.iter(qn("w:sectPr")):
        for mine, theirs in ((like.pgSz, section.get_or_add_pgSz()), (like.pgMar, section.get_or_add_pgMar())):
            for name, value in mine.attrib.items():
                theirs.set(name, theirs.get(name, value))
