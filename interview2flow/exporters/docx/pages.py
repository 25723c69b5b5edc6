"""Paper: what a page of the manual holds, upright and on its side. Lengths in twips, twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element, child

TWIPS_PER_POINT: Final = 20
PICTURE_SIDES: Final = 850
PICTURE_TOP: Final = 1134
PICTURE_BOTTOM: Final = 850
"""Margins of pages for pictures, which take all the room there is."""

CLEAR: Final = 120
"""Between a header or footer and the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet of paper with its margins."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    gutter: int = 0

    @property
    def text_width(self) -> int:
        """What lies between the margins."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """What lies between the margins."""
        return self.height - self.top - self.bottom

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins, in points."""
        return self.text_width / TWIPS_PER_POINT, self.text_height / TWIPS_PER_POINT

    def put(self, section: Element) -> None:
        """Gives a section this size and these margins."""
        size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
        size.attrib.pop(qn("w:orient"), "")
        if self.width > self.height:
            size.set(qn("w:orient"), "landscape")
        for place, lengths in ((size, {"w": self.width, "h": self.height}), (margins, self._margins())):
            for name, length in lengths.items():
                place.set(qn(f"w:{name}"), str(length))

    def _margins(self) -> dict[str, int]:
        return {"top": self.top, "right": self.right, "bottom": self.bottom, "left": self.left}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A header or footer: how far it is from the paper's edge, how high it is, and whether something floats beside its lines."""

    distance: int
    height: int
    floats: bool

    def margin(self, given: int, least: int) -> int:
        """A picture's page may have a smaller margin than is given, as long as the header or footer has its room."""
        return given if self.floats else max(min(given, least), self.needed)

    @property
    def needed(self) -> int:
        """What the margin is at least."""
        return self.distance + self.height + CLEAR if self.height else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The pages of one manual: `text` as the template has them, `upright` and `wide` for pictures."""

    text: Page
    upright: Page
    wide: Page


def papers_of(section: Element, *, head: Strip, foot: Strip) -> Papers:
    """The papers of a section, given what stands above and below its text."""
    text = page_of(section)
    upright = replace(
        text,
        left=min(text.left, PICTURE_SIDES),
        right=min(text.right, PICTURE_SIDES),
        top=head.margin(text.top, PICTURE_TOP),
        bottom=foot.margin(text.bottom, PICTURE_BOTTOM),
    )
    turned = replace(upright, width=text.height, height=text.width)
    return Papers(text=text, upright=upright, wide=turned if turned.width > turned.height else upright)


def page_of(section: Element) -> Page:
    """The paper of a section."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    sides = {side: abs(int(float(margins.get(qn(f"w:{side}"), 0)))) for side in ("left", "right", "top", "bottom", "gutter")}
    return Page(width=int(float(size.get(qn("w:w"), 0))), height=int(float(size.get(qn("w:h"), 0))), **sides)
