"""SVG elements with numbers written short and words kept harmless."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from interview2flow.layout.text import LEADING, TextBlock
from interview2flow.model import Point

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_FIRST_PRINTABLE: Final = 0x20
_ASCENT: Final = 0.36  # from a line's middle down to its baseline, over the font size
_ROUNDING: Final = 6.0  # of a flow's corners

Element = ET.Element


def root(width: float, height: float, *, fonts: str) -> Element:
    """An empty picture of that size."""
    size = {"width": number(width), "height": number(height), "viewBox": f"0 0 {number(width)} {number(height)}"}
    return ET.Element("svg", {"xmlns": _NAMESPACE, **size, "role": "img", "font-family": fonts})


def serialize(picture: Element) -> str:
    """The picture as text; the same picture gives the same text."""
    return ET.tostring(picture, encoding="unicode") + "\n"


def number(value: float) -> str:
    """A coordinate in at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def clean(words: str) -> str:
    """Words on one line, without characters that XML forbids."""
    return " ".join("".join(char if ord(char) >= _FIRST_PRINTABLE else " " for char in words if _allowed(char)).split())


def _allowed(char: str) -> bool:
    return not ("\ud800" <= char <= "\udfff" or char in "\ufffe\uffff")


def add(parent: Element, tag: str, **attributes: str | float) -> Element:
    """A new element: numbers are written short, `stroke_width` becomes `stroke-width`."""
    values = {name.replace("_", "-"): value if isinstance(value, str) else number(value) for name, value in attributes.items()}
    return ET.SubElement(parent, tag, values)


def words(parent: Element, tag: str, text: str) -> None:
    """An element that holds words only, such as a title."""
    add(parent, tag).text = clean(text)


def text_block(
    parent: Element, block: TextBlock, at: Point, *, colour: str, anchor: str = "middle", turned: bool = False
) -> None:
    """Lines of text around a middle point; `turned` reads from bottom to top."""
    group = add(parent, "g", fill=colour, font_size=block.size, text_anchor=anchor)
    if turned:
        group.set("transform", f"rotate(-90 {number(at.x)} {number(at.y)})")
    leading = block.size * LEADING
    top = at.y - leading * (len(block.lines) - 1) / 2
    for index, line in enumerate(block.lines):
        add(group, "text", x=at.x, y=top + index * leading + _ASCENT * block.size).text = line


def polyline(points: Iterable[Point]) -> str:
    """The path of a flow, its corners a little rounded."""
    corners = list(points)
    parts = [f"M{_pair(corners[0])}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        start, end = _towards(corner, before), _towards(corner, after)
        parts.append(f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    parts.append(f"L{_pair(corners[-1])}")
    return "".join(parts)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def _towards(corner: Point, other: Point) -> Point:
    across, along = other.x - corner.x, other.y - corner.y
    length = (across**2 + along**2) ** 0.5
    share = min(_ROUNDING, length / 2) / length if length else 0
    return Point(corner.x + across * share, corner.y + along * share)
