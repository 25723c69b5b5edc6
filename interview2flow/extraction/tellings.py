"""The thread of an interview: one telling of a step after the other, with the talk between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.steps.mention import Mention


@dataclass(frozen=True, slots=True)
class Telling:
    """A step is told. `step` is the place of its mention among the mentions; `first` is False where it was told before.

    The lead are the tokens from `since` to the clause, the aftermath those from the clause to `until`, where the next one
    is told.
    """

    number: int
    step: int
    clause: Clause
    first: bool
    since: int
    until: int

    @property
    def lead(self) -> tuple[int, int]:
        """What is said from the telling before on, the clause's own words included."""
        return self.since, max(self.clause.end, self.since)

    @property
    def aftermath(self) -> tuple[int, int]:
        """What is said after the clause until the next telling."""
        return self.clause.end, max(self.until, self.clause.end)


def tellings(clauses: Sequence[Clause], mentions: Sequence[Mention], *, length: int) -> tuple[Telling, ...]:
    """All tellings in the order told; `length` is the number of tokens."""
    told = sorted((clauses[index].head, index, step) for step, mention in enumerate(mentions) for index in mention.tellings)
    found: list[Telling] = []
    known: set[int] = set()
    since = 0
    for number, (head, index, step) in enumerate(told):
        clause = clauses[index]
        following = clauses[told[number + 1][1]] if number + 1 < len(told) else None
        until = max(min(following.start, following.head), head + 1) if following else length
        found.append(Telling(number, step, clause, step not in known, min(since, head), until))
        known.add(step)
        since = min(clause.end, following.head) if following else clause.end
    return tuple(found)
