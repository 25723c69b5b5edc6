"""Which passages could say when a step is done: clauses, short sentences without a verb, and what a clause opens with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread

LONGEST: Final = 40
"""A passage of more words is no condition."""
MOST: Final = 12
"""So many passages are looked at on either side of a clause, the nearest ones."""
NEAR: Final = 40
"""No condition begins so many words from its step's predicate."""
CORE: Final = frozenset({"nsubj", "csubj", "aux", "expl", "cop"})
"""What belongs to the middle of a clause: words before it are fronted."""
NO_WORDS: Final = frozenset({"PUNCT", "INTJ", "CCONJ", "SPACE", "X"})


class Candidate(NamedTuple):
    """A passage: tokens `start` up to, not including, `end`. `clause` is None for a sentence without a predicate."""

    start: int
    end: int
    clause: Clause | None
    opening: bool = False
    """The words of the step's own clause that stand before its predicate."""


def before(thread: Thread, telling: Telling) -> list[Candidate]:
    """What may be the condition on the way into a step, in the order said: from the lead and the rest of the sentence."""
    clause = telling.clause
    last = max(clause.end, min(thread.sent_end[clause.head], telling.until))
    found = [*_clauses(thread, telling.since, last), *_fragments(thread, telling.since, clause.start)]
    if (stop := _fronted(thread, clause)) > clause.start:
        found.append(Candidate(clause.start, stop, clause, opening=True))
    return _nearest(found, clause.head)


def _fronted(thread: Thread, clause: Clause) -> int:
    """Where the words end that a clause puts before its subject and verb: "With a new one | I …", "Red, | I …"."""
    tree = thread.tree
    stop = clause.head
    for child in tree.children[clause.head]:
        if tree.rel[child] in CORE and child < stop:
            stop = tree.subtree(child)[0]
    return max(stop, clause.start)


def after(thread: Thread, telling: Telling) -> list[Candidate]:
    """What may be the condition on the way out of a step to the end, or back to an earlier one: from the aftermath."""
    start, end = telling.aftermath
    return _nearest([*_clauses(thread, start, end), *_fragments(thread, start, end)], telling.clause.head)


def _nearest(found: list[Candidate], head: int) -> list[Candidate]:
    found.sort(key=lambda candidate: (candidate.start, candidate.end))
    earlier = [candidate for candidate in found if head - NEAR <= candidate.start <= head]
    later = [candidate for candidate in found if head < candidate.start <= head + NEAR]
    return [*earlier[-MOST:], *later[:MOST]]


def _clauses(thread: Thread, start: int, end: int) -> Iterator[Candidate]:
    for clause in thread.clauses[bisect_left(thread.heads, start) : bisect_left(thread.heads, end)]:
        if clause.index not in thread.told and clause.end - clause.start <= LONGEST:
            yield Candidate(clause.start, clause.end, clause)


def _fragments(thread: Thread, start: int, end: int) -> Iterator[Candidate]:
    """Sentences without any predicate: "No order number."."""
    here = start
    while here < end:
        stop = min(thread.sent_end[here], end)
        inside = bisect_left(thread.heads, here) < bisect_left(thread.heads, stop)
        words = [i for i in range(here, stop) if thread.tree.pos[i] not in NO_WORDS]
        if words and not inside and len(words) <= LONGEST:
            yield Candidate(words[0], words[-1] + 1, None)
        here = stop
