"""Paper: upright and on its side. Lengths in twips, twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview2flow.exporters.docx.elements import Element, element

TWIPS_PER_POINT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A4, with its margins."""

    width: int
    height: int
    side: int
    top: int = 1304
    bottom: int = 1134

    @property
    def text_width(self) -> int:
        """What lies between the margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> int:
        """What lies between the margins."""
        return self.height - self.top - self.bottom

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins, in points."""
        return self.text_width / TWIPS_PER_POINT, self.text_height / TWIPS_PER_POINT

    def shape(self) -> tuple[Element, Element]:
        """The page's size and margins, for a section."""
        size = element("w:pgSz", w=self.width, h=self.height)
        if self.width > self.height:
            size = element("w:pgSz", w=self.width, h=self.height, orient="landscape")
        margins = element(
            "w:pgMar",
            top=self.top,
            right=self.side,
            bottom=self.bottom,
            left=self.side,
            header=567,
            footer=454,
            gutter=0,
        )
        return size, margins


PORTRAIT: Final = Page(width=11906, height=16838, side=1134)
UPRIGHT: Final = Page(width=11906, height=16838, side=850, top=1134, bottom=850)
"""For pictures that are higher than wide: with the margins of a page on its side."""

LANDSCAPE: Final = Page(width=16838, height=11906, side=850, top=1134, bottom=850)
