"""Which words of the interviews stand behind what: each turn in pieces, each piece with what it was used for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from interview2flow.model import Evidence, FactKind, Process, Transcript, Turn, TurnKind


class Use(StrEnum):
    """What words were used for; the later ones stand out from the earlier."""

    STEP = "step"
    DISMISSED = "dismissed"
    CONDITION = "condition"
    THING = "thing"
    TIME = "time"
    COMPLAINT = "complaint"


USE_OF = {
    FactKind.SYSTEM: Use.THING,
    FactKind.DOCUMENT: Use.THING,
    FactKind.WORK_TIME: Use.TIME,
    FactKind.WAIT_TIME: Use.TIME,
    FactKind.COMPLAINT: Use.COMPLAINT,
}
ORDER = {use: place for place, use in enumerate(Use)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a turn; `element` is the id of the step or arrow that it stands behind, None where it was not used."""

    text: str
    use: Use | None = None
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTurn:
    """A turn as it is shown: `who` where the speaker changes, and its pieces, which add up to its text."""

    who: str | None
    pieces: tuple[Piece, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True, order=True)
class _Passage:
    start: int
    end: int
    use: Use
    element: str | None


def told(process: Process, transcript: Transcript) -> tuple[SaidTurn, ...]:
    """An interview with all that was used of it."""
    by_turn: dict[int, list[_Passage]] = {}
    for words, use, element in _uses(process):
        if words.source == transcript.name:
            by_turn.setdefault(words.turn, []).append(_Passage(words.start, words.end, use, element))
    before: str | None = None
    turns = []
    for number, turn in enumerate(transcript.turns):
        who = turn.speaker if turn.speaker != before else None
        before = turn.speaker
        pieces = _pieces(turn, by_turn.get(number, ()))
        turns.append(SaidTurn(who=who, pieces=pieces, heading=turn.kind is TurnKind.HEADING))
    return tuple(turns)


def _uses(process: Process) -> Iterator[tuple[Evidence, Use, str | None]]:
    for words in process.dismissed:
        yield words, Use.DISMISSED, None
    for task in process.tasks:
        for words in task.evidence:
            yield words, Use.STEP, task.id
        for fact in task.facts:
            if fact.evidence:
                yield fact.evidence, USE_OF[fact.kind], task.id
    for flow in process.flows:
        for words in flow.evidence:
            yield words, Use.CONDITION, flow.id


def _pieces(turn: Turn, passages: Sequence[_Passage]) -> tuple[Piece, ...]:
    """The turn cut wherever a passage begins or ends; where several overlap, the one that stands out most shows."""
    inside = [p for p in passages if 0 <= p.start < p.end <= len(turn.text)]
    cuts = sorted({0, len(turn.text), *(p.start for p in inside), *(p.end for p in inside)})
    pieces = []
    for start, end in pairwise(cuts):
        over = [p for p in inside if p.start <= start and end <= p.end]
        top = max(over, key=lambda p: (ORDER[p.use], -(p.end - p.start)), default=None)
        pieces.append(Piece(text=turn.text[start:end], use=top.use if top else None, element=top.element if top else None))
    return tuple(pieces)
