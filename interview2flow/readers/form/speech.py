"""Lines → turns: who begins to speak where, what is a heading, what is a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interview2flow.model import Turn, TurnKind
from interview2flow.readers.form import unlabelled
from interview2flow.readers.form.labels import speakers
from interview2flow.readers.form.line import Line
from interview2flow.readers.form.openings import Opening, opening

LONGEST_HEADING = 160
"""Letters; what stands above the first speaker and is longer is a note."""


def turns(lines: Sequence[Line]) -> tuple[Turn, ...]:
    """The turns of a document; a labelled one by its speakers, another one by its paragraphs and bullets."""
    openings = [_opening(line) for line in lines]
    known = speakers(lines, openings)
    if not known:
        return unlabelled.turns([line for given in lines for line in _plain(given)])
    first = next(i for i, found in enumerate(openings) if found.label in known)
    while first and _is_time(openings[first - 1]):
        first -= 1
    above = [_above(line) for given in lines[:first] for line in _plain(given)]
    return (*above, *_spoken(lines[first:], openings[first:], known))


def _opening(line: Line) -> Opening:
    if line.label or line.start is not None:
        return Opening(line.text, line.label, line.start)
    return opening(line.text)


def _is_time(found: Opening) -> bool:
    return found.start is not None and not found.label and not found.rest


def _plain(line: Line) -> tuple[Line, ...]:
    """A line whose label is no speaker, with the label as a line of its own."""
    if line.label is None:
        return (line,)
    return replace(line, text=line.label, label=None), replace(line, label=None, opens=False)


def _above(line: Line) -> Turn:
    kind = TurnKind.HEADING if len(line.text) <= LONGEST_HEADING else TurnKind.NOTE
    return Turn(text=line.text, kind=kind, marker=line.marker, depth=line.depth)


def _spoken(lines: Sequence[Line], openings: Sequence[Opening], known: frozenset[str]) -> list[Turn]:
    """The turns from the first speaker on; a line without a speaker goes on with the turn before it."""
    found: list[Turn] = []
    time: float | None = None
    for line, begin in zip(lines, openings, strict=True):
        if line.heading:
            found.append(Turn(text=line.text, kind=TurnKind.HEADING))
        elif begin.label in known:
            start = begin.start if begin.start is not None else time
            found.append(Turn(text=begin.rest, speaker=begin.label, start=start, end=begin.end))
            time = None
        elif _is_time(begin):
            time = begin.start
        elif found[-1].kind is TurnKind.HEADING:
            found.append(Turn(text=line.text, kind=TurnKind.NOTE, marker=line.marker, depth=line.depth))
        else:
            words = " ".join((found[-1].text, line.label or "", opening(line.text, labels=False).rest))
            found[-1] = replace(found[-1], text=" ".join(words.split()))
    return [turn for turn in found if turn.text]
