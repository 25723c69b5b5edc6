"""What the words around each telling say about order, by telling: computed once, used for every pair of steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from interview2flow.extraction.conditions.finding import Heard
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread

OPENING = (
    "all",
    "parallel",
    "repair",
    "either",
    "then",
    "before",
    "meanwhile",
    "otherwise",
    "case",
    "direct",
    "normal",
    "rare",
    "back",
    "if",
    "when",
    "correct",
)
GAP = (
    "all",
    "parallel",
    "repair",
    "either",
    "before",
    "meanwhile",
    "otherwise",
    "case",
    "back",
    "end",
    "if",
    "negation",
    "return",
    "next",
    "normal",
    "rare",
    "correct",
)
OWN = ("parallel", "repair", "back", "check", "negation", "meanwhile", "before", "then", "direct", "end", "positive", "case")
AFTER = ("end", "back", "if", "case", "otherwise", "negation", "meanwhile", "direct", "next", "then")


@dataclass(frozen=True, slots=True)
class Signals:
    """`entry` are features of how a step is entered upon, `own` of its clause, `after` of what is said behind it."""

    entry: dict[str, float]
    own: dict[str, float]
    after: dict[str, float]
    condition: Heard | None
    way_out: Heard | None
    terms: frozenset[str]
    lead_terms: frozenset[str]
    after_terms: frozenset[str]
    condition_terms: frozenset[str]


def signals(thread: Thread, heard: Sequence[Heard | None], ways_out: Sequence[Heard | None]) -> tuple[Signals, ...]:
    """By telling; `heard` has the likeliest condition of each, `ways_out` the likeliest of what is said behind it."""
    return tuple(_signals(thread, telling, heard[telling.number], ways_out[telling.number]) for telling in thread.tellings)


def _signals(thread: Thread, telling: Telling, condition: Heard | None, way_out: Heard | None) -> Signals:
    clause = telling.clause
    after = telling.aftermath
    return Signals(
        entry=_entry(thread, telling, condition),
        own=_own(thread, telling),
        after={f"after {kind}": 1.0 for kind in AFTER if kind in thread.heard(*after)}
        | {"after words": log1p(max(after[1] - after[0], 0)), "way out": way_out.probability if way_out else 0.0}
        | _after_question(thread, after),
        condition=condition,
        way_out=way_out,
        terms=thread.lemmas(clause.start, clause.end),
        lead_terms=thread.lemmas(telling.since, clause.start),
        after_terms=thread.lemmas(*after),
        condition_terms=thread.lemmas(condition.candidate.start, condition.candidate.end) if condition else frozenset(),
    )


def _entry(thread: Thread, telling: Telling, condition: Heard | None) -> dict[str, float]:
    clause = telling.clause
    sentence = max(thread.tree.sent[clause.head], telling.since)
    opening = thread.heard(min(sentence, clause.start), clause.head)
    gap = thread.heard(telling.since, max(sentence, telling.since))
    found = {f"opening {kind}": 1.0 for kind in OPENING if kind in opening}
    found |= {f"gap {kind}": 1.0 for kind in GAP if kind in gap}
    found |= _condition(condition, thread)
    found |= _question(thread, telling)
    previous = thread.tellings[telling.number - 1] if telling.number else None
    found |= {
        "gap words": log1p(max(clause.start - telling.since, 0)),
        "first telling": float(telling.first),
        "number": float(telling.number),
        "asked": float(clause.asked),
        "coordinated": float(
            previous is not None and clause.parent == previous.clause.index and thread.tree.rel[clause.head] == "conj"
        ),
        "same sentence as before": float(
            previous is not None and thread.tree.sent[previous.clause.head] == thread.tree.sent[clause.head]
        ),
        "subordinate": float(clause.mark is not None),
        "new turn": float(previous is not None and thread.turn[previous.clause.head] != thread.turn[clause.head]),
    }
    return found


def _condition(condition: Heard | None, thread: Thread) -> dict[str, float]:
    if condition is None:
        return {"condition": 0.0}
    said = thread.heard(condition.candidate.start, condition.candidate.end)
    clause = condition.candidate.clause
    found = {
        f"condition says {kind}": 1.0
        for kind in ("if", "when", "otherwise", "yes", "no", "limit", "either", "rare")
        if kind in said
    }
    return found | {
        "condition": condition.probability,
        "condition asked": float(thread.asked[condition.candidate.start]),
        "condition marked": float(clause is not None and clause.mark is not None),
    }


def _question(thread: Thread, telling: Telling) -> dict[str, float]:
    """The last thing that the interviewer said before the step was told."""
    asked = [i for i in range(telling.since, telling.clause.head) if thread.asked[i]]
    if not asked:
        return {"questions": 0.0}
    start = asked[-1]
    while start > telling.since and thread.turn[start - 1] == thread.turn[asked[-1]]:
        start -= 1
    said = thread.heard(start, asked[-1] + 1)
    turns = len({thread.turn[i] for i in asked})
    kinds = ("if", "question", "next", "who", "return", "otherwise", "before", "then", "when", "meanwhile", "negation", "case")
    return {"questions": float(turns)} | {f"question {kind}": 1.0 for kind in kinds if kind in said}


def _after_question(thread: Thread, after: tuple[int, int]) -> dict[str, float]:
    asked = next((i for i in range(*after) if thread.asked[i]), None)
    if asked is None:
        return {}
    stop = asked
    while stop < after[1] and thread.turn[stop] == thread.turn[asked]:
        stop += 1
    said = thread.heard(asked, stop)
    return {f"asked after {kind}": 1.0 for kind in ("if", "question", "next", "who", "negation", "back") if kind in said}


def _own(thread: Thread, telling: Telling) -> dict[str, float]:
    said = thread.heard(telling.clause.start, telling.clause.end)
    return {f"own {kind}": 1.0 for kind in OWN if kind in said}
