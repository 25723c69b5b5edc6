"""Where the manual stands in a template, and what of the template stays around it.

Everything stays where a template has placeholders: the manual stands in the place of {{manual}}, or else on a new page at the
end. A template without any placeholder is a sheet to write on: its text is a sample and goes; its looks, headers and footers
stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from interview2flow.errors import InvalidTemplateError, TemplateFault
from interview2flow.exporters._template import BLOCKS, PLACEHOLDERS, shown
from interview2flow.exporters.docx.elements import Element, child, element, paragraph, parent
from interview2flow.exporters.docx.pagination import sections_of
from interview2flow.exporters.docx.template import stories
from interview2flow.exporters.docx.template.placeholders import names, words_of

MANUAL: Final = "manual"
CONTENTS: Final = "contents"
CONTROL: Final = "control"
CONTENT: Final = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
CONTROLS: Final = (qn("w:sdt"), qn("w:sdtContent"))
APART: Final = 240
"""Twips between two tables."""

BREAKS: Final = (qn("w:pageBreakBefore"), qn("w:br"))

Dress = Callable[[Element], Element]
"""Gives content the styles of the document."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that something comes in the place of; what comes is put before it until the paragraph is taken away."""

    paragraph: Element

    @property
    def on_new_page(self) -> bool:
        """Whether a page break stands in it."""
        return any(next(self.paragraph.iter(tag), None) is not None for tag in BREAKS)

    @property
    def outermost(self) -> Element:
        """What stands in the body: the paragraph, or the content control that it is all of."""
        return next(each for each in (self.paragraph, *self.paragraph.iterancestors()) if parent(each).tag == qn("w:body"))

    def put(self, content: Element, *, dress: Dress) -> None:
        """Puts the content before the place, below what has been put there already; Word makes one of tables that touch."""
        above = self.outermost.getprevious()
        if above is not None and above.tag == content.tag == qn("w:tbl"):
            self.outermost.addprevious(dress(_gap()))
        self.outermost.addprevious(content)

    def clear(self, *, dress: Dress) -> None:
        """Takes the paragraph away; the end of a section stays, and so does what parts two tables."""
        section = self.paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        before, after = self.outermost.getprevious(), self.outermost.getnext()
        parts = before is not None and after is not None and before.tag == after.tag == qn("w:tbl")
        if section is not None:
            self.outermost.addprevious(dress(paragraph([], deepcopy(section), style="SectionEnd")))
        elif parts:
            self.outermost.addprevious(dress(_gap()))
        parent(self.outermost).remove(self.outermost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """`places` by their placeholders; `told` are the placeholders of the body, which the manual need not begin with again."""

    places: dict[str, Place]
    section: Element
    told: frozenset[str]
    goes_on: bool


def check(document: Document, name: str) -> None:
    """Makes sure that the placeholders can be filled.

    Raises:
        InvalidTemplateError: one is not known, or stands where it cannot.
    """
    found = set(_names(document))
    if unknown := sorted(found - {*PLACEHOLDERS, *BLOCKS}):
        raise InvalidTemplateError(name, TemplateFault.UNKNOWN_PLACEHOLDER, what=", ".join(map(shown, unknown)))
    for block in BLOCKS:
        holding = [each for each in _paragraphs(document) if block in names(words_of(each))]
        if any(not _is_place(each, document.element.body) for each in holding):
            raise InvalidTemplateError(name, TemplateFault.NOT_ALONE, what=shown(block))
        if len(holding) > 1:
            raise InvalidTemplateError(name, TemplateFault.TWICE, what=shown(block))


def stated(document: Document) -> frozenset[str]:
    """The placeholders of the template's own text, headers and footers: the control block need not tell these values again."""
    return frozenset(name for each in _paragraphs(document) for name in names(words_of(each)))


def surroundings(document: Document) -> Surroundings:
    """Finds the places, and makes one for the manual where there is none."""
    body = document.element.body
    known = [name for name in _names(document) if name in {*PLACEHOLDERS, *BLOCKS}]
    if not known:
        empty(document)
    places = {names(words_of(each))[0]: Place(each) for each in body.iter(qn("w:p")) if _is_place(each, body)}
    places = {name: place for name, place in places.items() if name in BLOCKS}
    if MANUAL not in places:
        places[MANUAL] = Place(_at_the_end(body))
    outermost = places[MANUAL].outermost
    return Surroundings(
        places=places,
        section=section_at(body, outermost),
        told=frozenset(name for each in body.iter(qn("w:p")) for name in names(words_of(each))),
        goes_on=_goes_on(outermost),
    )


def _names(document: Document) -> Iterator[str]:
    for each in _paragraphs(document):
        yield from names(words_of(each))
    for property_ in stories.properties(document):
        yield from names(property_)


def _paragraphs(document: Document) -> Iterator[Element]:
    for root in stories.texts(document):
        yield from root.iter(qn("w:p"))


def _is_place(paragraph: Element, body: Element) -> bool:
    """A paragraph of the body, or all of a content control there, with one placeholder and nothing else."""
    words = words_of(paragraph).strip()
    if len(names(words)) != 1 or words[:2] + words[-2:] != "{{}}" or next(paragraph.iter(*CONTENT), None) is not None:
        return False
    *around, top = takewhile(lambda each: each is not parent(body), paragraph.iterancestors())
    return top is body and all(each.tag in CONTROLS and len(each.findall(f".//{qn('w:p')}")) == 1 for each in around)


def empty(document: Document) -> None:
    """Leaves nothing but the last section, with the headers and footers that it takes over from the others."""
    body = document.element.body
    *others, last = sections_of(body)
    taken: dict[tuple[str, str | None], Element] = {}
    for reference in (each for section in (*others, last) for each in section if str(each.tag).endswith("Reference")):
        taken[str(reference.tag), reference.get(qn("w:type"))] = deepcopy(reference)
    for reference in [each for each in last if str(each.tag).endswith("Reference")]:
        last.remove(reference)
    for reference in reversed(taken.values()):
        last.insert(0, reference)
    body[:] = [last]


def _gap() -> Element:
    """Some room between two tables, which would else become one."""
    return paragraph([], element("w:spacing", before=APART, after=0), style="SectionEnd")


def _at_the_end(body: Element) -> Element:
    """An empty paragraph; it begins a page where something stands before it."""
    last = child(body, "w:sectPr")
    made = paragraph([], *([element("w:pageBreakBefore")] if len(body) > 1 else []))
    last.addprevious(made)
    return made


def section_at(body: Element, content: Element) -> Element:
    """The shape of the section that something in the body stands in."""
    blocks = list(body)
    place = blocks.index(_block(body, content))
    return next(each for each in sections_of(body) if blocks.index(_block(body, each)) >= place)


def _block(body: Element, content: Element) -> Element:
    return next(each for each in (content, *content.iterancestors()) if each.getparent() is body)


def _goes_on(outermost: Element) -> bool:
    """Whether text follows in the same section."""
    if outermost.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        return False
    following = outermost.getnext()
    return following is not None and following.tag != qn("w:sectPr")
