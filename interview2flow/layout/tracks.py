"""Flows side by side in a gap: in which order, so that few cross, and how far apart, so that their labels have room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SPACING: Final = 12.0  # between two lines that run side by side
_UNSURE: Final = 0.5  # a crossing that depends on where other lines will run


@dataclass(frozen=True, slots=True)
class Turn:
    """An end of a line: where along the gap, to which side it goes on (-1, 0, 1), and whether that place is a middle line."""

    at: float
    side: int
    fixed: bool


@dataclass(frozen=True, slots=True)
class Strand:
    """A line in a gap: from where to where, and the room for a label before and after it."""

    start: float
    end: float
    turns: tuple[Turn, Turn]
    before: float = 0
    after: float = 0


def places(strands: Sequence[Strand]) -> list[float]:
    """How far from the first possible place across the gap each strand runs; strands that overlap never run together."""
    found: list[float] = [0] * len(strands)
    done: list[int] = []
    for index in _order(strands):
        mine = strands[index]
        found[index] = max(
            (found[other] + strands[other].after + SPACING + mine.before for other in done if _clash(strands[other], mine)),
            default=mine.before,
        )
        done.append(index)
    return found


def _order(strands: Sequence[Strand]) -> list[int]:
    """Strands from the first to the last across the gap: what must stand first does, and few cross (greedy)."""
    count = len(strands)
    waits_for: list[set[int]] = [set() for _ in range(count)]
    score = [0.0] * count
    worth = {}
    for one in range(count):
        for two in range(one + 1, count):
            if strands[one].start > strands[two].end or strands[two].start > strands[one].end:
                continue
            if _must_follow(strands[one], strands[two]):
                waits_for[one].add(two)
            if _must_follow(strands[two], strands[one]):
                waits_for[two].add(one)
            worth[one, two] = _crossings(strands[one], strands[two]) - _crossings(strands[two], strands[one])
            score[one] += worth[one, two]
            score[two] -= worth[one, two]
    order: list[int] = []
    left = list(range(count))
    while left:
        chosen = min((index for index in left if not waits_for[index]), key=lambda index: (score[index], index))
        left.remove(chosen)
        order.append(chosen)
        for other in left:
            waits_for[other].discard(chosen)
            score[other] -= worth.get((other, chosen), 0) - worth.get((chosen, other), 0)
    return order


def _must_follow(one: Strand, two: Strand) -> bool:
    """Whether `one` goes on to the far side where `two` goes on to the near side of the same middle line."""
    return any(
        mine.fixed and other.fixed and mine.side == 1 and other.side == -1 and mine.at == other.at
        for mine in one.turns
        for other in two.turns
    )


def _crossings(one: Strand, two: Strand) -> float:
    """How often the two cross when `one` runs before `two`."""
    cost = 0.0
    for mine, side, other in ((one, 1, two), (two, -1, one)):
        low, high = sorted(turn.at for turn in other.turns)
        for turn in mine.turns:
            if turn.side == side and low <= turn.at <= high:
                cost += 1 if low < turn.at < high else _UNSURE
    return cost


def _clash(one: Strand, two: Strand) -> bool:
    """Whether two strands would touch on the same track; the branches of one flow's end may."""
    if one.start > two.end or two.start > one.end:
        return False
    if one.start < two.end and two.start < one.end:
        return True
    at = two.start if one.end == two.start else one.start
    mine, other = ([turn for turn in strand.turns if turn.at == at and turn.fixed] for strand in (one, two))
    return not (mine and other and mine[0].side == other[0].side)
