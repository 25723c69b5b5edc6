"""Turns of what no speaker's label divides: notes with bullets, letters, dictated messages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview2flow.model import Turn, TurnKind
from interview2flow.readers.form.line import Line
from interview2flow.readers.form.openings import opening
from interview2flow.readers.form.pauses import goes_on
from interview2flow.readers.form.vocabulary import among

NOTES: Final = 0.4
"""The share of bullets among the lines from which a document counts as notes."""

LONGEST_HEADING: Final = 100
_BULLETS: Final = frozenset("-–—•")
_DASHES: Final = frozenset("-–—")
_SENTENCE_END: Final = re.compile(r"[.!?…:;,][)\"”’»]*$")
_ADDRESS: Final = re.compile(r"\s*[<\[(]?\S+@\S+[>\])]?")
_ASKING: Final = 0.2


def turns(lines: Sequence[Line]) -> tuple[Turn, ...]:
    """A turn for each paragraph of speech and each line of notes; sender and subject of a letter are headings."""
    head = _mail_head(lines)
    sender = next((found for line in head if (found := _sender(line))), None)
    body = lines[len(head) :]
    told = _notes(body) if _is_notes(body) else _speech(body, title=not head)
    if sender:
        told = [turn if turn.kind is TurnKind.HEADING or turn.marker == ">" else replace(turn, speaker=sender) for turn in told]
    return (*(Turn(text=line.text, kind=TurnKind.HEADING) for line in head), *told)


def _mail_head(lines: Sequence[Line]) -> Sequence[Line]:
    count = 0
    while count < len(lines) and among(opening(lines[count].text).label or "", "mail"):
        count += 1
    return lines[:count] if count > 1 else ()


def _sender(line: Line) -> str | None:
    found = opening(line.text)
    return _ADDRESS.sub("", found.rest).strip(" \"'") or None if found.label and among(found.label, "sender") else None


def _is_notes(lines: Sequence[Line]) -> bool:
    bullets = [line for line in lines if line.marker in _BULLETS]
    if len(bullets) < NOTES * len(lines):
        return False
    dashes = [line for line in bullets if line.marker in _DASHES]
    asking = sum(line.text.endswith("?") for line in dashes)
    return not bullets or asking < _ASKING * len(dashes) or asking == 0


def _notes(lines: Sequence[Line]) -> list[Turn]:
    found: list[Turn] = []
    begun = False
    for i, line in enumerate(lines):
        begun = begun or bool(line.marker)
        following = lines[i + 1] if i + 1 < len(lines) else None
        heading = line.heading or (not line.marker and (not begun or _titles(line, following)))
        kind = TurnKind.HEADING if heading and len(line.text) <= LONGEST_HEADING * 2 else TurnKind.NOTE
        found.append(Turn(text=line.text, kind=kind, marker=line.marker, depth=line.depth))
    return found


def _titles(line: Line, following: Line | None) -> bool:
    """Whether a line without a bullet stands above bullets as their title."""
    return _short(line.text) and following is not None and bool(following.marker)


def _speech(lines: Sequence[Line], *, title: bool) -> list[Turn]:
    found: list[Turn] = []
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if line.heading or _shouted(line.text) or (title and i == 0 and _short(line.text) and following and following.gap):
            found.append(Turn(text=line.text, kind=TurnKind.HEADING))
            continue
        turn = _turn(line)
        if found and found[-1].kind is not TurnKind.HEADING and _continues(found[-1], turn, line):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {turn.text}".strip(), end=turn.end)
        else:
            found.append(turn)
    return [turn for turn in found if turn.text]


def _turn(line: Line) -> Turn:
    """A line as a turn, without the time that it may begin with."""
    begin = opening(line.text, labels=False)
    if begin.start is not None:
        return Turn(text=begin.rest, start=begin.start, end=begin.end, marker=line.marker, depth=line.depth)
    return Turn(text=line.text, start=line.start, marker=line.marker, depth=line.depth)


def _continues(last: Turn, turn: Turn, line: Line) -> bool:
    """Whether a line goes on with the turn before: broken at the margin, or the next words of a timed recording."""
    if turn.start is not None:
        return last.end is not None and goes_on(last, turn.start)
    return not line.opens and line.marker in {"", ">"}


def _short(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and not _SENTENCE_END.search(text)


def _shouted(text: str) -> bool:
    return _short(text) and text.isupper() and sum(letter.isalpha() for letter in text) > len("FAQ")
