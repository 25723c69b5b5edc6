"""Headers and footers for pages on their side: what stands at the right edge of an upright page goes to the right edge there."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml import etree

from interview2flow.exporters.docx.drawings import free_id
from interview2flow.exporters.docx.elements import Element, attribute, element, parent

RUNNING: Final = {CONTENT_TYPE.WML_HEADER: RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_FOOTER: RELATIONSHIP_TYPE.FOOTER}
NAMES: Final = {CONTENT_TYPE.WML_HEADER: "/word/header%d.xml", CONTENT_TYPE.WML_FOOTER: "/word/footer%d.xml"}
EMUS_PER_TWIP: Final = 635
TWIPS: Final = "dxa"
FIXED_TO_THE_RIGHT: Final = frozenset(("right", "end", "center"))
FROM_THE_LEFT: Final = frozenset(("page", "margin", "column", "leftMargin", "character", "text"))


def widened(part: XmlPart, narrow: int, wide: int) -> XmlPart:
    """A header or footer that was made for text of one width, for text of another; widths in twips.

    Pictures and links stay those of the original; where nothing has to move, it is the original.
    """
    root = deepcopy(part.element)
    _widen(root, part, narrow, wide)
    if etree.tostring(root) == etree.tostring(part.element):
        return part
    made = type(part)(part.package.next_partname(NAMES[part.content_type]), part.content_type, root, part.package)
    for relation in part.rels.values():
        target = relation.target_ref if relation.is_external else relation.target_part
        made.load_rel(relation.reltype, target, relation.rId, relation.is_external)
    for number, drawing in enumerate(made.element.iter(qn("wp:docPr")), free_id(part.package)):
        drawing.set("id", str(number))
    part.package.main_document_part.relate_to(made, RUNNING[part.content_type])
    return made


def _widen(root: Element, part: XmlPart, narrow: int, wide: int) -> None:
    for line in root.iter(qn("w:p")):
        _move_tabs(line, part, narrow, wide)
    for table in root.iter(qn("w:tbl")):
        _stretch(table, wide / narrow)
    for anchor in root.iter(qn("wp:anchor")):
        _shift(anchor, narrow, wide)


def _move_tabs(line: Element, part: XmlPart, narrow: int, wide: int) -> None:
    """Puts the stops in the middle and at the right edge where these are on the wide page."""
    found = {int(tab.get(qn("w:pos"), 0)): tab for tabs in _tabs(line, part) for tab in tabs.iterchildren(qn("w:tab"))}
    if line.find(f".//{qn('w:tab')}") is None or not found:
        return
    properties = line.get_or_add_pPr()  # type: ignore[attr-defined]
    for old in properties.findall(qn("w:tabs")):
        properties.remove(old)
    stops: dict[int, Element] = {}
    for position, tab in found.items():
        if tab.get(qn("w:val")) in FIXED_TO_THE_RIGHT:
            stops[position] = element("w:tab", val="clear", pos=position)
            moved = deepcopy(tab)
            moved.set(qn("w:pos"), str(round(position * wide / narrow)))
            stops[round(position * wide / narrow)] = moved
        elif tab.get(qn("w:val")) != "clear":
            stops.setdefault(position, deepcopy(tab))
    properties._insert_tabs(element("w:tabs", *(stops[position] for position in sorted(stops))))  # noqa: SLF001


def _tabs(line: Element, part: XmlPart) -> list[Element]:
    """The tab stops of a line: those of its style, then its own."""
    styles = part.package.main_document_part.styles.element
    name = attribute(line, "w:pPr", "w:pStyle")
    found: list[Element] = []
    while name:
        style = next((each for each in styles.findall(qn("w:style")) if each.get(qn("w:styleId")) == name), None)
        if style is None or len(found) > len(styles):
            break
        found = [*style.iter(qn("w:tabs")), *found]
        name = attribute(style, "w:basedOn")
    return [*found, *line.findall(f"{qn('w:pPr')}/{qn('w:tabs')}")]


def _stretch(table: Element, factor: float) -> None:
    for tag in ("w:tblW", "w:gridCol", "w:tcW"):
        for length in table.iter(qn(tag)):
            given = length.get(qn("w:w"), "")
            if length.get(qn("w:type"), TWIPS) == TWIPS and given.isdecimal():
                length.set(qn("w:w"), str(round(int(given) * factor)))


def _shift(anchor: Element, narrow: int, wide: int) -> None:
    """Moves what floats in the right half of the page by as much as the page is wider."""
    place = anchor.find(f"{qn('wp:positionH')}/{qn('wp:posOffset')}")
    extent = anchor.find(qn("wp:extent"))
    if place is None or extent is None or parent(place).get("relativeFrom", "") not in FROM_THE_LEFT:
        return
    middle = int(place.text or 0) + int(extent.get("cx", 0)) // 2
    if int(extent.get("cx", 0)) < narrow * EMUS_PER_TWIP * 3 // 4 and middle > narrow * EMUS_PER_TWIP // 2:
        place.text = str(int(place.text or 0) + (wide - narrow) * EMUS_PER_TWIP)
