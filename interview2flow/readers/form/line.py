"""What every written format is turned into on its way to turns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, or one paragraph of a format that does not know lines. A document is a tuple of them.

        document  = { paragraph }
        paragraph = opening line, { line }        `opens` is True for the first, `gap` too if an empty line stands above it
        line      = [ marker ], text

    `text` is clean: single spaces, no markup, never empty. `marker` is what set the line off: "-" or "•" for a bullet, "2." for a
    number, "*" where the whole line is bold or italic, ">" where it is quoted; `depth` counts how far it is indented.
    `heading`: the format itself says that it is one. `label` and `start` are set where the format keeps them apart from the
    text, as a table does; whether such a label is a speaker is decided later, by all of the document.
    """

    text: str
    opens: bool = True
    gap: bool = True
    heading: bool = False
    marker: str = ""
    depth: int = 0
    label: str | None = None
    start: float | None = None
