"""The parts that a manual is made of. All text is ready to read; what it looks like is up to the format.

Manual  = title, subtitle, control table, chapters
Chapter = heading, blocks
Block   = Heading | Paragraph | Table | Flowchart
Table   = columns, rows of cells;  Cell = lines, one below the other
Line    = Text | Reference, one after the other
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a reader must see about a stretch of text, in print as well."""

    PLAIN = "plain"
    STRONG = "strong"
    GAP = "gap"  # to be filled in
    INFERRED = "inferred"  # concluded without words for it
    QUOTE = "quote"  # somebody's own words
    ASIDE = "aside"  # where it comes from, and the like


@dataclass(frozen=True, slots=True)
class Text:
    """Words, marked or not."""

    text: str
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True, slots=True)
class Reference:
    """What can be followed to its `anchor`: a step's number; without text what the table, figure or chapter is called there."""

    text: str
    anchor: str


Inline = Text | Reference
Line = tuple[Inline, ...]
Cell = tuple[Line, ...]


class Form(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"
    NOTE = "note"  # stands out: how to read this


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a chapter."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences, or one item of a list."""

    line: Line
    form: Form = Form.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; `width` is its share, in parts of all columns' widths."""

    heading: str
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; references lead to its `anchor`."""

    cells: tuple[Cell, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`summary` tells those who cannot see the table what is in it. Without `headed` the first column heads each row.

    References lead to its `anchor`; a table that has one has a caption.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str
    caption: str = ""
    headed: bool = True
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flowchart:
    """The process's picture stands here, in as many parts as the format's page needs; before several of them an overview, part 0.

    The sentences have places for {title}, {steps}, {part} and {parts}.
    """

    title: str
    steps: int
    whole: str
    one_part: str
    overview: str
    described: str
    overview_described: str
    anchor: str | None = None

    def caption(self, *, part: int, parts: int) -> str:
        """What stands under a part of the picture."""
        sentence = self.overview if part == 0 else self.whole if parts == 1 else self.one_part
        return self._filled(sentence, part, parts)

    def alternative(self, *, part: int, parts: int) -> str:
        """What somebody reads who cannot see it."""
        return self._filled(self.described if part else self.overview_described, part, parts)

    def _filled(self, sentence: str, part: int, parts: int) -> str:
        return sentence.format(title=self.title, steps=self.steps, part=part, parts=parts)


Block = Heading | Paragraph | Table | Flowchart


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter; `wide` asks for pages on their side."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    wide: bool = False

    @property
    def anchor(self) -> str:
        """What references to the chapter lead to."""
        return f"chapter_{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The few words that a format adds by itself. `page` has places for {page} and {pages}."""

    contents: str
    table: str
    figure: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """A whole manual. `locale` is the language as in BCP 47, `numbers` the number of each step by its id.

    `fields` are what the placeholders of a company's template stand for.
    """

    title: str
    subtitle: str
    status: str
    locale: str
    control: Table
    legend: tuple[Paragraph, ...]
    chapters: tuple[Chapter, ...]
    labels: Labels
    numbers: dict[str, str]
    fields: dict[str, Text]
