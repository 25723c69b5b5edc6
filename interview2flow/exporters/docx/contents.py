"""The table of contents: Word's own field, filled in already, so that it is never empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.exporters.docx.elements import Element, element, paragraph, parent, run
from interview2flow.exporters.docx.fields import begin, end, spans
from interview2flow.exporters.docx.outline import DEEPEST, Entry
from interview2flow.exporters.docx.template.styles import Styles

INSTRUCTION: Final = r'TOC \o "1-2" \h \z \u'
OF_HEADINGS: Final = re.compile(r'TOC\b(?!.*\\[ac]\b)(?:.*\\o\s*"1-(?P<deepest>\d)")?', re.IGNORECASE)
"""A field that lists headings, not figures or tables."""

NUMBERS: Final = (567, 1247, 2098)
"""Twips from the margin to the words of a numbered heading of each level, where the style does not say it."""


@dataclass(slots=True)
class Spot:
    """Where the table of contents stands; filling it again replaces what stood there."""

    standing: list[Element]
    instruction: str | None = None  # None: the table is ours, with its heading

    @property
    def deepest(self) -> int:
        """The lowest level of headings that it lists."""
        asked = OF_HEADINGS.match(self.instruction or INSTRUCTION)
        return min(int(asked["deepest"] or DEEPEST) if asked else DEEPEST, DEEPEST)

    def fill(self, entries: Sequence[Entry], pages: Mapping[str, int], styles: Styles, *, width: int, heading: str) -> None:
        """A line for each entry, as wide as the text; `pages` has their pages by their anchors."""
        lines = list(_lines(entries, pages, styles, width, self.instruction or INSTRUCTION))
        made = lines if self.instruction else [_block(heading, lines)]
        for each in made:
            self.standing[0].addprevious(styles.dress(each))
        for each in self.standing:
            parent(each).remove(each)
        self.standing = made


def existing(body: Element) -> Spot | None:
    """The table of contents that a template has already, with all the lines that it has there."""
    for first, last, instruction in spans(body):
        siblings = [first, *first.itersiblings()]
        if OF_HEADINGS.match(instruction) and last in siblings:
            return Spot(siblings[: siblings.index(last) + 1], instruction)
    return None


def _block(heading: str, lines: Sequence[Element]) -> Element:
    """What Word knows as a table of contents, with a button to bring it up to date."""
    return element(
        "w:sdt",
        element(
            "w:sdtPr",
            element("w:docPartObj", element("w:docPartGallery", val="Table of Contents"), element("w:docPartUnique")),
        ),
        element("w:sdtContent", paragraph([run(heading)], style="TOCHeading"), *lines),
    )


def _lines(entries: Sequence[Entry], pages: Mapping[str, int], styles: Styles, width: int, instruction: str) -> Iterator[Element]:
    made = [_line(entry, pages.get(entry.anchor, 1), styles, width) for entry in entries]
    for opening in reversed(tuple(begin(instruction))):
        made[0].insert(1, opening)
    made[-1].append(end())
    return iter(made)


def _line(entry: Entry, page: int, styles: Styles, width: int) -> Element:
    label = (run(entry.number), run(element("w:tab"))) if entry.number else ()
    words = (*label, run(entry.text), run(element("w:tab")))
    number = (*begin(rf"PAGEREF {entry.anchor} \h"), run(str(page)), end())
    link = element("w:hyperlink", *words, *number, anchor=entry.anchor, history=1)
    style = f"TOC{entry.level}"
    return paragraph([link], *_shape(styles, style, width, entry), style=style)


def _shape(styles: Styles, style: str, width: int, entry: Entry) -> Iterator[Element]:
    """The style's tab stops, as this line needs them: one for the page at the right edge, one for words only after a number."""
    left, hanging = styles.indents(style)
    stops = [element("w:tab", val="right", leader="dot", pos=width)]
    if entry.number and not hanging:
        stops.insert(0, element("w:tab", val="left", pos=NUMBERS[entry.level - 1]))
    unwanted = {pos for kind, pos in styles.tabs(style) if pos != width and (kind == "right" or not entry.number)}
    yield element("w:tabs", *(element("w:tab", val="clear", pos=pos) for pos in sorted(unwanted)), *stops)
    if hanging and not entry.number:
        yield element("w:ind", left=left - hanging, firstLine=0)
