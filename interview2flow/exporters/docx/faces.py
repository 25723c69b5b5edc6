"""How wide and high the usual fonts are, beside Arial."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from interview2flow.exporters.docx.elements import Element


@dataclass(frozen=True, slots=True)
class Face:
    """A font: the width of its letters beside those of Arial, and the height of its lines in its size."""

    width: float
    line: float


ARIAL: Final = Face(1.0, 1.149)
FACES: Final = {
    "arial narrow": Face(0.82, 1.149),
    "aptos": Face(0.99, 1.28),
    "book antiqua": Face(0.96, 1.25),
    "calibri": Face(0.89, 1.22),
    "calibri light": Face(0.89, 1.22),
    "cambria": Face(0.95, 1.172),
    "candara": Face(0.93, 1.22),
    "century gothic": Face(1.08, 1.226),
    "corbel": Face(0.92, 1.22),
    "franklin gothic book": Face(0.95, 1.133),
    "garamond": Face(0.85, 1.125),
    "georgia": Face(1.01, 1.136),
    "gill sans mt": Face(0.92, 1.16),
    "open sans": Face(1.06, 1.362),
    "segoe ui": Face(1.02, 1.33),
    "source sans pro": Face(0.93, 1.257),
    "tahoma": Face(1.0, 1.207),
    "times new roman": Face(0.9, 1.149),
    "trebuchet ms": Face(1.0, 1.161),
    "verdana": Face(1.16, 1.215),
}
THEME: Final = {"majorFont": "major", "minorFont": "minor"}


def face_of(fonts: Element, theme: Mapping[str, str]) -> Face | None:
    """The font that a run of Latin letters is set in; Arial's measures where it is none of the usual ones."""
    named = fonts.get(qn("w:asciiTheme"))
    name = theme.get(named[:5], "") if named else fonts.get(qn("w:ascii"))
    return FACES.get(name.casefold(), ARIAL) if name else None


def theme_fonts(document: Document) -> dict[str, str]:
    """The fonts of the theme, for headings ("major") and for text ("minor")."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.THEME:
            root = etree.fromstring(relation.target_part.blob)
            found = ((THEME[tag], root.find(f".//{{*}}{tag}/{{*}}latin")) for tag in THEME)
            return {name: font.get("typeface", "") for name, font in found if font is not None}
    return {}
