"""Rows of tables, in which some programs keep time, speaker and words apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from interview2flow.readers.form.clock import TIME, seconds
from interview2flow.readers.form.line import Line

_TIME: Final = re.compile(rf"[\[(]?({TIME})[\])]?")
_LONGEST_LABEL: Final = 40
_SPEAKER_AND_WORDS: Final = 2


def lines(cells: Sequence[str]) -> Iterator[Line]:
    """A row as one line with label and time, where it can be one; else a line for each cell that holds something."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    times = [found for cell in filled if (found := _TIME.fullmatch(cell))]
    told = [cell for cell in filled if not _TIME.fullmatch(cell)]
    start = seconds(times[0][1]) if times else None
    if len(told) == _SPEAKER_AND_WORDS and len(told[0]) <= _LONGEST_LABEL:
        yield Line(text=told[1], label=told[0].rstrip(" :"), start=start)
    elif len(told) == 1 and times:
        yield Line(text=told[0], start=start)
    else:
        yield from (Line(text=cell) for cell in filled)
