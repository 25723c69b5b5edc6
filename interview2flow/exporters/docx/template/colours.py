"""Our colours in a company's: what we colour takes on the colour of its headings, dark enough to be read."""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from interview2flow.exporters.docx.elements import Element

MAIN: Final = "1F3A5F"
LINK: Final = "1F4E9E"
TINT: Final = "EEF2F7"
"""The colours of our styles that belong to the house; grey and the yellow of gaps mean the same in every house."""

READABLE: Final = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
PALE: Final = 0.92
"""How much white there is in the ground of what heads a row."""

DARK: Final = 0.04045
"""Where the curve of the sRGB colours begins."""

ACCENT: Final = "{*}themeElements/{*}clrScheme/{*}accent1/{*}srgbClr"
Colour = tuple[float, float, float]


def house_colours(document: Document, heading: Element | None) -> Mapping[str, str]:
    """What each of our colours becomes: after the headings of the template, else its theme; ours where it has neither."""
    found = _coloured(heading) or _accent(document)
    if found is None:
        return {}
    main = _dark_enough(found)
    tint = tuple(PALE + (1 - PALE) * part for part in main)
    return {MAIN: _written(main), LINK: _written(main), TINT: _written(tint)}  # type: ignore[arg-type]


def recolour(element: Element, colours: Mapping[str, str]) -> None:
    """Puts the house's colours in the place of ours."""
    for part in element.iter():
        for name, value in part.attrib.items():
            if value in colours:
                part.set(name, colours[str(value)])


def _coloured(heading: Element | None) -> Colour | None:
    """The colour of the headings; None where it is black, grey or left to Word."""
    colour = None if heading is None else heading.find(f"{qn('w:rPr')}/{qn('w:color')}")
    read = None if colour is None else _read(colour.get(qn("w:val"), ""))
    return read if read and max(read) - min(read) > 1 - PALE else None


def _accent(document: Document) -> Colour | None:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.THEME:
            accent = etree.fromstring(relation.target_part.blob).find(ACCENT)
            return None if accent is None else _read(accent.get("val", ""))
    return None


def _read(text: str) -> Colour | None:
    try:
        red, green, blue = bytes.fromhex(text)
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def _written(colour: Colour) -> str:
    return bytes(round(part * 255) for part in colour).hex().upper()


def _dark_enough(colour: Colour) -> Colour:
    """The same hue, dark enough for white letters on it."""
    hue, light, saturation = rgb_to_hls(*colour)
    while light > 0 and 1.05 / (_luminance(colour) + 0.05) < READABLE:
        light -= 0.02
        colour = hls_to_rgb(hue, max(light, 0.0), saturation)
    return colour


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (part / 12.92 if part <= DARK else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
