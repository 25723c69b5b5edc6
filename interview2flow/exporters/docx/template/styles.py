"""The styles of a template: its own where it has them, else ours in its fonts and colours."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element, attribute, parent
from interview2flow.exporters.docx.package import base
from interview2flow.exporters.docx.template.colours import house_colours, recolour
from interview2flow.exporters.docx.template.numbering import adopt, level, numbering_of
from interview2flow.languages import LANGUAGES, texts

REFERENCES: Final = tuple(map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))
HEADING: Final = "Heading1"
DISPLAYED: Final = frozenset(("Title", "TOCHeading", "Heading1", "Heading2", "Heading3", "Question"))
"""Styles in the letters of headings."""
ABOVE: Final = {"Heading1": 320, "Heading2": 200, "Caption": 160}
"""Twips above these at least: they come after tables, which have no space below."""

TAB: Final = "/".join(map(qn, ("w:pPr", "w:tabs", "w:tab")))
RUNNING_TEXT: Final = frozenset(("Normal", "BodyText"))


class Styles:
    """Gives what we write the styles of a document; one that is missing there is made when it is first needed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.element: Element = document.styles.element
        ours = base()
        self._ours = {str(style.get(qn("w:styleId"))): style for style in ours.styles.element.findall(qn("w:style"))}
        self._our_numbering = numbering_of(ours)
        self._taken = {str(style.get(qn("w:styleId"))): style for style in self.element.findall(qn("w:style"))}
        self._known = dict(self._found())
        self._has_headings = HEADING in self._known
        self._lists: dict[str, str] = {}

    def dress(self, content: Element) -> Element:
        """The content, in the styles of the document."""
        for reference in content.iter(*REFERENCES):
            ours = reference.get(qn("w:val"), "")
            reference.set(qn("w:val"), self.called(ours))
            if ours in ABOVE and self._space_above(ours) < ABOVE[ours]:
                spacing = parent(reference).get_or_add_spacing()  # type: ignore[attr-defined]
                spacing.set(qn("w:before"), str(ABOVE[ours]))
        return content

    def called(self, ours: str) -> str:
        """The id that one of our styles has in the document."""
        if ours not in self._known:
            self._make(ours)
        return self._known[ours]

    def indents(self, ours: str) -> tuple[int, int]:
        """How far a style's lines stand in, and how far its first line stands out from there, in twips."""
        found = [style.find(f"{qn('w:pPr')}/{qn('w:ind')}") for style in self._ancestry(self.called(ours))]
        left, hanging = (
            next((value for indent in found if indent is not None and (value := indent.get(qn(name)))), "0")
            for name in ("w:left", "w:hanging")
        )
        return _whole(left), _whole(hanging)

    def tabs(self, ours: str) -> list[tuple[str, int]]:
        """The tab stops of a style: their kinds and places."""
        stops = (tab for style in self._ancestry(self.called(ours)) for tab in style.iterfind(TAB))
        return [(tab.get(qn("w:val"), ""), _whole(tab.get(qn("w:pos"), ""))) for tab in stops]

    def _space_above(self, ours: str) -> int:
        found = (attribute(style, "w:pPr", "w:spacing", name="w:before") for style in self._ancestry(self.called(ours)))
        return _whole(next((space for space in found if space), "0"))

    def heading_level(self, depth: int) -> Element | None:
        """How the headings of a level, from 0 on, are numbered; None where they are not."""
        for style in self._ancestry(self.called(f"Heading{depth + 1}")):
            if number := attribute(style, "w:pPr", "w:numPr", "w:numId"):
                deep = attribute(style, "w:pPr", "w:numPr", "w:ilvl") or str(depth)
                return level(numbering_of(self._document), number, deep)
        return None

    def _found(self) -> Iterator[tuple[str, str]]:
        """Our styles that the document has, by the name that Word uses in files, a localised one, or their id."""
        names: dict[tuple[str | None, str], str] = {}
        for name, style in self._taken.items():
            names.setdefault((style.get(qn("w:type")), _name(style).casefold()), name)
        for ours, style in self._ours.items():
            kind = style.get(qn("w:type"))
            called = next((names[kind, name] for name in _names(ours, style) if (kind, name) in names), None)
            built_in = style.get(qn("w:customStyle")) is None
            if called is None and built_in and ours in self._taken and self._taken[ours].get(qn("w:type")) == kind:
                called = ours
            default = self._default(kind) if style.get(qn("w:default")) else None
            if called := default or called:
                yield ours, called

    def _default(self, kind: str | None) -> str | None:
        """The style of what names none, whatever it is called."""
        styles = ((name, style) for name, style in self._taken.items() if style.get(qn("w:type")) == kind)
        return next((name for name, style in styles if style.get(qn("w:default")) in {"1", "true", "on"}), None)

    def _make(self, ours: str) -> None:
        style = deepcopy(self._ours[ours])
        name = next(free for free in _candidates(ours) if free not in self._taken)
        self._known[ours] = name
        self._taken[name] = style
        style.set(qn("w:styleId"), name)
        for reference in (found for tag in ("w:basedOn", "w:next") if (found := style.find(qn(tag))) is not None):
            reference.set(qn("w:val"), self.called(str(reference.get(qn("w:val")))))
        recolour(style, self._colours)
        if ours in DISPLAYED:
            self._give_letters_of_headings(style)
        self._renumber(style, ours)
        if style.get(qn("w:type")) == "paragraph" and ours not in RUNNING_TEXT:
            _stand_free(style)
        self.element.append(style)

    @cached_property
    def _colours(self) -> dict[str, str]:
        return dict(house_colours(self._document, self._heading))

    @property
    def _heading(self) -> Element | None:
        """The template's own style of the highest headings."""
        return self._taken[self._known[HEADING]] if self._has_headings else None

    def _give_letters_of_headings(self, style: Element) -> None:
        fonts = None if self._heading is None else self._heading.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        letters = style.find(qn("w:rPr"))
        if fonts is not None and letters is not None:
            letters.insert(0, deepcopy(fonts))

    def _renumber(self, style: Element, ours: str) -> None:
        """Puts the style's list beside those of the document; a heading goes on with the list of the document's own."""
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is None:
            return
        list_number = number.find(qn("w:numId"))
        if ours.startswith("Heading") and self._has_headings:
            parent(number).remove(number)
        elif list_number is not None:
            new = self._adopted(str(list_number.get(qn("w:val"))))
            list_number.set(qn("w:val"), new)

    def _adopted(self, number: str) -> str:
        if number not in self._lists:
            self._lists[number], adopted = adopt(numbering_of(self._document), self._our_numbering, number)
            for style in adopted.iter(qn("w:pStyle")):
                style.set(qn("w:val"), self.called(style.get(qn("w:val"), "")))
        return self._lists[number]

    def _ancestry(self, name: str | None) -> Iterator[Element]:
        """A style and what it is based on."""
        seen: set[str] = set()
        while name in self._taken and name not in seen:
            seen.add(name)
            yield self._taken[name]
            name = attribute(self._taken[name], "w:basedOn")


def _names(ours: str, style: Element) -> Iterator[str]:
    yield _name(style).casefold()
    for language in LANGUAGES:
        yield from (name.casefold() for name in texts(language, "styles").get(ours, ()))


def _name(style: Element) -> str:
    return attribute(style, "w:name") or ""


def _candidates(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}{number}" for number in range(2, 1000))


def _stand_free(style: Element) -> None:
    """Keeps the first-line indents, margins and justified lines of the template's running text out of tables and lists."""
    properties = style.get_or_add_pPr()  # type: ignore[attr-defined]
    if properties.find(qn("w:numPr")) is not None:
        return
    if properties.find(qn("w:ind")) is None:
        for side in ("left", "right", "firstLine"):
            properties.get_or_add_ind().set(qn(f"w:{side}"), "0")
    if properties.find(qn("w:jc")) is None:
        properties.get_or_add_jc().set(qn("w:val"), "left")


def _whole(number: str) -> int:
    """A length as it stands there; none where a program wrote something else."""
    return int(number) if number.lstrip("-").isdecimal() else 0
