"""How wide a text is in the font that the pictures are drawn with: boxes and labels fit their words on every machine.

The font is Liberation Sans. It has Arial's widths: a picture keeps its shape where only Arial is at hand (Word, browsers).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from PIL import ImageFont

FAMILY: Final = "Liberation Sans"
_FONT: Final = Path(str(files(__package__) / "fonts" / "LiberationSans-Regular.ttf"))
_UNITS: Final = 2048  # the font's units per em: at this size its advance widths are whole numbers


def font_files() -> tuple[Path, ...]:
    """The fonts that pictures are rendered with: one, so that the same picture gives the same bytes."""
    return (_FONT,)


@lru_cache(maxsize=1 << 14)
def width(text: str, size: float) -> float:
    """The width of one line of text in pixels, without kerning (which only makes it narrower)."""
    return sum(map(_advance, text)) * size / _UNITS


@cache
def _advance(char: str) -> float:
    return _font().getlength(char)


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, _UNITS, layout_engine=ImageFont.Layout.BASIC)
