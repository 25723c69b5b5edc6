"""How wide a text is in the font that the pictures are drawn with: boxes and labels fit their words on every machine.

The font is Liberation Sans. It has Arial's widths: a picture keeps its shape where only Arial is at hand (Word, browsers).
"""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

FAMILY: Final = "Liberation Sans"
_FONTS: Final = files(__package__) / "fonts"
_FONT: Final = "LiberationSans-Regular.ttf"
_SEGMENT_MAP: Final = 4  # the character map format for the basic plane
_UNICODE: Final = frozenset({(3, 1), (0, 3)})  # platform and encoding of a Unicode character map
_LAST_CHARACTER: Final = 0xFFFF  # closes the segment map


class Metrics(NamedTuple):
    """Advance widths by character, in units of which `units` make the font size."""

    units: int
    advances: dict[int, int]
    missing: int


def font_files() -> tuple[Path, ...]:
    """The fonts that pictures are rendered with: one, so that the same picture gives the same bytes."""
    return (Path(str(_FONTS / _FONT)),)


@lru_cache(maxsize=1 << 14)
def width(text: str, size: float) -> float:
    """The width of one line of text in pixels, without kerning (which only makes it narrower)."""
    metrics = _metrics(_FONT)
    return sum(metrics.advances.get(ord(char), metrics.missing) for char in text) * size / metrics.units


@cache
def _metrics(name: str) -> Metrics:
    data = (_FONTS / name).read_bytes()
    tables = _tables(data)
    units = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    advances = struct.unpack_from(f">{count * 2}H", data, tables["hmtx"])[::2]
    glyphs = _glyphs(data, tables["cmap"])
    return Metrics(units, {char: advances[min(glyph, count - 1)] for char, glyph in glyphs.items()}, advances[0])


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4s3I", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Glyph numbers by character, from the segment map (OpenType, "cmap" table, format 4)."""
    for index in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * index)
        if (platform, encoding) in _UNICODE and struct.unpack_from(">H", data, cmap + offset)[0] == _SEGMENT_MAP:
            return _segments(data, cmap + offset)
    return {}


def _segments(data: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, starts, deltas, ranges = (start + 14 + extra for extra in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2))
    glyphs = {}
    for index in range(count):
        last, first, delta, jump = (
            struct.unpack_from(">H", data, place + 2 * index)[0] for place in (ends, starts, deltas, ranges)
        )
        for char in range(first, last + 1):
            if char == _LAST_CHARACTER:
                continue
            glyph = char
            if jump:
                glyph = struct.unpack_from(">H", data, ranges + 2 * index + jump + 2 * (char - first))[0]
            glyphs[char] = (glyph + delta) % 0x10000 if glyph else 0
    return glyphs
