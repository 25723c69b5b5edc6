"""An explanation as lines of text, for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from interview2flow.extraction.explaining.parts import Explanation, Influence, Part

OPTIONS: Final = 4


def lines(explanation: Explanation) -> Iterator[str]:
    """The clause, then each decision about it."""
    yield f"turn {explanation.turn}: “{explanation.words}”"
    for part in explanation.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield f"  {part.question} {part.answer}"
    for option in part.options[:OPTIONS]:
        yield f"      {option.probability:.2f}  {option.text}"
    for heading, moved in _sides(part.influences):
        yield f"      {heading}: " + ", ".join(map(_influence, moved))


def _sides(influences: Sequence[Influence]) -> Iterator[tuple[str, list[Influence]]]:
    for heading, sign in (("for", 1), ("against", -1)):
        if moved := [influence for influence in influences if influence.change * sign > 0]:
            yield heading, moved


def _influence(influence: Influence) -> str:
    value = "" if influence.name.startswith("the word") else f" = {influence.value:g} (usually {influence.usual:g})"
    return f"{influence.name}{value} {influence.change:+.2f}"
