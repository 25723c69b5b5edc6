"""How large text comes out: styles resolved, lines counted. Points throughout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters.docx.elements import Element, parent, runs_of
from interview2flow.exporters.docx.faces import ARIAL, Face, face_of
from interview2flow.layout.metrics import width as text_width

BOLD: Final = 1.1
"""How much wider bold letters are, on average."""

HANGING: Final = 28.0
"""Where the words of numbered paragraphs begin."""

PIECES: Final = re.compile(r"(?<=[ \-])")
"""Lines may break after a space or a hyphen."""

SHOWN: Final = frozenset({qn("w:t"), qn("w:tab")})
TAB: Final = "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a paragraph style does to the room that its words take."""

    size: float = 10.0
    line: float = 1.0
    exact: float | None = None
    before: float = 0.0
    after: float = 0.0
    indents: float = 0.0
    rules: float = 0.0  # lines above and below, with their distance
    bold: bool = False
    keep_next: bool = False
    new_page: bool = False
    face: Face = ARIAL

    @property
    def line_height(self) -> float:
        """From one line to the next."""
        return self.exact if self.exact is not None else self.size * self.face.line * self.line

    def lines(self, words: str, room: float) -> int:
        """How many lines the words take in a column."""
        room = max(room - self.indents, self.size)
        factor = self.face.width * (BOLD if self.bold else 1.0)
        count, used = 1, 0.0
        for piece in PIECES.split(words):
            needed = text_width(piece.rstrip(" "), self.size) * factor
            if used and used + needed > room:
                count, used = count + 1, 0.0
            count += int(needed // room)
            used += text_width(piece, self.size) * factor
        return count


class Shapes:
    """The paragraph styles of a document; `fonts` are those that its theme names, by their names there."""

    def __init__(self, styles: Element, fonts: Mapping[str, str] | None = None) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
        self._fonts = fonts or {}
        self._normal = _default(styles)
        self._default = Shape()
        for properties in styles.iterdescendants(qn("w:rPrDefault"), qn("w:pPrDefault")):
            self._default = self.changed(self._default, properties)
        self.of = cache(self._of)

    def changed(self, shape: Shape, properties: Element) -> Shape:
        """The shape with what paragraph and run properties set."""
        for fonts in properties.iterdescendants(qn("w:rFonts")):
            shape = replace(shape, face=face_of(fonts, self._fonts) or shape.face)
        return _applied(shape, properties)

    def _of(self, style: str | None) -> Shape:
        """The shape of a style, with all that it is based on."""
        shape = self._default
        for element in self._line_of_descent(style or self._normal):
            shape = self.changed(shape, element)
        return shape

    def _line_of_descent(self, style: str | None) -> list[Element]:
        """The style's ancestors, the oldest first, and itself."""
        line: list[Element] = []
        while style in self._styles and self._styles[style] not in line:
            line.insert(0, self._styles[style])
            base = self._styles[style].find(qn("w:basedOn"))
            style = None if base is None else base.get(qn("w:val"))
        return line


def _applied(shape: Shape, element: Element) -> Shape:
    """The shape with what an element's paragraph and run properties set."""
    for spacing in element.iterdescendants(qn("w:spacing")):
        shape = _spaced(shape, spacing)
    for size in element.iterdescendants(qn("w:sz")):
        shape = replace(shape, size=_number(size, "w:val") / 2)
    for indents in element.iterdescendants(qn("w:ind")):
        sides = (points(indents, name) for name in ("w:left", "w:right", "w:start", "w:end"))
        shape = replace(shape, indents=sum(sides))
    for _ in element.iterdescendants(qn("w:numPr")):
        shape = replace(shape, indents=HANGING)
    for borders in element.iterdescendants(qn("w:pBdr")):
        rules = (rule for rule in borders if rule.tag in {qn("w:top"), qn("w:bottom")})
        shape = replace(shape, rules=sum(_number(rule, "w:space") + _number(rule, "w:sz") / 8 for rule in rules))
    for bold in element.iterdescendants(qn("w:b")):
        shape = replace(shape, bold=_is_on(bold))
    for keep in element.iterdescendants(qn("w:keepNext")):
        shape = replace(shape, keep_next=_is_on(keep))
    for new_page in element.iterdescendants(qn("w:pageBreakBefore")):
        shape = replace(shape, new_page=_is_on(new_page))
    return shape


def _default(styles: Element) -> str:
    """The style of paragraphs that name none."""
    paragraphs = (style for style in styles.iterchildren(qn("w:style")) if style.get(qn("w:type")) == "paragraph")
    return next((str(style.get(qn("w:styleId"))) for style in paragraphs if style.get(qn("w:default")) == "1"), "Normal")


def _spaced(shape: Shape, spacing: Element) -> Shape:
    if spacing.get(qn("w:before")) is not None:
        shape = replace(shape, before=points(spacing, "w:before"))
    if spacing.get(qn("w:after")) is not None:
        shape = replace(shape, after=points(spacing, "w:after"))
    if spacing.get(qn("w:line")) is None or parent(spacing).tag == qn("w:rPr"):
        return shape
    if spacing.get(qn("w:lineRule")) == "exact":
        return replace(shape, exact=points(spacing, "w:line"))
    return replace(shape, line=_number(spacing, "w:line") / 240, exact=None)


def words(paragraph: Element) -> str:
    """The words of a paragraph as they are shown."""
    parts = (part for run in runs_of(paragraph) for part in run)
    return "".join(TAB if part.tag == qn("w:tab") else part.text or "" for part in parts if part.tag in SHOWN)


def _is_on(switch: Element) -> bool:
    return switch.get(qn("w:val")) not in {"0", "false"}


def points(element: Element, name: str) -> float:
    """A length that stands in twips, twentieths of a point."""
    return _number(element, name) / 20


def _number(element: Element, name: str) -> float:
    """A number as it stands there; none, where a program wrote something else."""
    try:
        return float(element.get(qn(name), 0))
    except ValueError:
        return 0.0
