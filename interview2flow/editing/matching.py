"""Which steps of two drafts are the same, whatever their ids."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from interview2flow.model import Evidence, Process, Task

HEARD = 1.0
NAMED = 0.5
ALIKE: Final = 0.5
"""From this on two steps are one: words told in the same place, or the same text."""


def same_steps(first: Process, second: Process) -> dict[str, str]:
    """By step of the first process, the step of the second one that it is; each step once."""
    scored = sorted(_scores(first, second), key=lambda found: (-found[0], found[1], found[2]))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for score, mine, theirs in scored:
        if score >= ALIKE and mine not in pairs and theirs not in taken:
            pairs[mine] = theirs
            taken.add(theirs)
    return pairs


def _scores(first: Process, second: Process) -> Iterator[tuple[float, str, str]]:
    by_place: dict[tuple[str, int], list[Task]] = {}
    by_name: dict[str, list[Task]] = {}
    for task in second.tasks:
        by_name.setdefault(task.name.casefold(), []).append(task)
        for words in task.evidence:
            by_place.setdefault((words.source, words.turn), []).append(task)
    for task in first.tasks:
        near = {other.id: other for words in task.evidence for other in by_place.get((words.source, words.turn), ())}
        near |= {other.id: other for other in by_name.get(task.name.casefold(), ())}
        for other in near.values():
            heard = HEARD if told_together(task.evidence, other.evidence) else 0.0
            named = NAMED if task.name.casefold() == other.name.casefold() else 0.0
            yield heard + named, task.id, other.id


def told_together(first: Collection[Evidence], second: Collection[Evidence]) -> bool:
    """Whether some words of both overlap; where an interview was corrected, the same place can hold other words."""
    return any(_overlap(a, b) for a in first for b in second)


def _overlap(first: Evidence, second: Evidence) -> bool:
    start, end = max(first.start, second.start), min(first.end, second.end)
    same_turn = (first.source, first.turn) == (second.source, second.turn)
    return same_turn and start < end and _part(first, start, end) == _part(second, start, end)


def _part(words: Evidence, start: int, end: int) -> str:
    return words.quote[start - words.start : end - words.start]
