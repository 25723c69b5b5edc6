"""The manual's sections: pages of one kind each, all with the headers and footers of the place where the manual stands."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element, child, element, paragraph
from interview2flow.exporters.docx.measures import Shapes
from interview2flow.exporters.docx.pages import TWIPS_PER_POINT, Page, Strip, papers_of
from interview2flow.exporters.docx.pagination import height, sections_of
from interview2flow.exporters.docx.wide import RUNNING, widened

HEADER: Final = qn("w:headerReference")
FOOTER: Final = qn("w:footerReference")
FLOATING: Final = (qn("wp:anchor"), qn("w:pict"))
ONCE: Final = tuple(map(qn, ("w:titlePg", "w:type", "w:vAlign", "w:paperSrc")))
"""What belongs to the beginning of a section, not to its continuation after a page on its side."""

NOTHING: Final = Strip(distance=0, height=0, floats=False)
Reference = tuple[str, str]
"""A reference's tag and its kind: default, even or first."""


class Sections:
    """Parts the section that the manual stands in wherever pages turn on their side, or back."""

    def __init__(self, document: Document, section: Element, shapes: Shapes) -> None:
        self._document, self._section = document, section
        self._like = _in_one_column(section)
        self._running = running_parts(document, section)
        self._begun = False
        room = papers_of(section, head=NOTHING, foot=NOTHING).text.room[0]
        self.head, self.foot = (self._strip(tag, side, shapes, room) for tag, side in ((HEADER, "header"), (FOOTER, "footer")))
        self.papers = papers_of(section, head=self.head, foot=self.foot)
        self._wide: dict[int, dict[Reference, XmlPart]] = {}

    def end(self, page: Page) -> Element:
        """What closes a section of pages of one kind."""
        return paragraph([], self._made(page), style="SectionEnd")

    def close(self, page: Page) -> None:
        """Goes on with pages of this kind to the end of the section."""
        made = self._made(page)
        self._section.clear()
        self._section.extend(list(made))

    def _made(self, page: Page) -> Element:
        made = deepcopy(self._like)
        if self._begun:
            self._go_on(made)
        if page != self.papers.text:
            page.put(made)
        if page.text_width != self.papers.text.text_width:
            self._refer(made, self._widened(page.text_width))
        elif self._begun:
            self._refer(made, self._running)
        self._begun = True
        return made

    def _go_on(self, made: Element) -> None:
        for tag in ONCE:
            for found in made.findall(tag):
                made.remove(found)
        for number in made.findall(qn("w:pgNumType")):
            number.attrib.pop(qn("w:start"), "")

    def _refer(self, made: Element, parts: dict[Reference, XmlPart]) -> None:
        """Names the headers and footers, so that none is taken over from pages of the other kind."""
        begins = made.find(qn("w:titlePg")) is not None
        for old in (*made.findall(HEADER), *made.findall(FOOTER)):
            made.remove(old)
        shown = [(tag, kind, part) for (tag, kind), part in parts.items() if kind != "first" or begins]
        for tag, kind, part in reversed(shown):
            relation = self._document.part.relate_to(part, RUNNING[part.content_type])
            made.insert(0, _reference(tag, kind, relation))

    def _widened(self, width: int) -> dict[Reference, XmlPart]:
        """The same headers and footers, as wide as the text of other pages; made once for each width."""
        if width not in self._wide:
            narrow = self.papers.text.text_width
            lasting = {place: part for place, part in self._running.items() if place[1] != "first"}
            self._wide[width] = {place: widened(part, narrow, width) for place, part in lasting.items()}
        return self._wide[width]

    def _strip(self, tag: str, side: str, shapes: Shapes, room: float) -> Strip:
        part = self._running.get((tag, "default"))
        distance = int(float(child(self._section, "w:pgMar").get(qn(f"w:{side}"), 0)))
        if part is None:
            return Strip(distance=distance, height=0, floats=False)
        floats = next(part.element.iter(*FLOATING), None) is not None
        return Strip(distance=distance, height=round(height(part.element, shapes, room) * TWIPS_PER_POINT), floats=floats)


def running_parts(document: Document, section: Element) -> dict[Reference, XmlPart]:
    """The headers and footers of a section, with those that it takes over from the sections before it."""
    found: dict[Reference, XmlPart] = {}
    for each in _until(document, section):
        for reference in (*each.findall(HEADER), *each.findall(FOOTER)):
            kind = str(reference.get(qn("w:type"), "default"))
            found[str(reference.tag), kind] = document.part.related_parts[reference.get(qn("r:id"))]
    return found


def _in_one_column(section: Element) -> Element:
    """The section as the manual has it: its tables need the whole width."""
    made = deepcopy(section)
    for columns in made.findall(qn("w:cols")):
        made.remove(columns)
    return made


def _until(document: Document, section: Element) -> Iterator[Element]:
    for each in sections_of(document.element.body):
        yield each
        if each is section:
            return


def _reference(tag: str, kind: str, relation: str) -> Element:
    made = element("w:headerReference" if tag == HEADER else "w:footerReference", type=kind)
    made.set(qn("r:id"), relation)
    return made
