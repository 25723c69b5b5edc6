"""What speaks for a passage being the condition of an arrow."""

from __future__ import annotations

from typing import Final

from interview2flow.extraction import cues
from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread

FAR: Final = 200
MANY: Final = 20
SIGNALS: Final = (
    "if",
    "when",
    "otherwise",
    "case",
    "then",
    "before",
    "negation",
    "positive",
    "rare",
    "normal",
    "parallel",
    "repair",
    "either",
    "yes",
    "no",
    "limit",
    "check",
    "back",
    "end",
    "who",
    "next",
    "direct",
)

OPENING: Final = ("if", "when", "otherwise", "question")


def features(thread: Thread, telling: Telling, candidate: Candidate, *, exit_: bool) -> dict[str, float]:
    """By name; 0 where nothing is said. `exit_`: for an arrow out of the step rather than into it."""
    clause, own, tree = candidate.clause, telling.clause, thread.tree
    heard = thread.heard(candidate.start, candidate.end)
    text = thread.text(candidate.start, candidate.end)
    asked = thread.asked[candidate.start]
    found = {f"says {kind}": 1.0 for kind in SIGNALS if kind in heard}
    found |= {f"opens {kind}": 1.0 for kind in OPENING if kind in heard and cues.opens_with(text, kind, thread.language)}
    found |= _shape(thread, candidate, asked=asked)
    found |= _place(thread, telling, candidate)
    if exit_:
        found["exit"] = 1.0
    if clause is not None and not candidate.opening:
        found["depends on it"] = float(_below(thread, candidate, own.index))
        found["it depends on this"] = float(own.parent == clause.index)
        found["subordinate"] = float(clause.parent is not None)
        found[f"mark {_kind_of_mark(thread, clause.mark)}"] = 1.0
        found[f"dep {tree.rel[clause.head]}"] = 1.0
        found["verb"] = float(tree.pos[clause.head] == "VERB")
        found["past"] = float("Tense=Past" in tree.morph[clause.head])
        found["present"] = float("Tense=Pres" in tree.morph[clause.head])
    return found


def _shape(thread: Thread, candidate: Candidate, *, asked: bool) -> dict[str, float]:
    tree = thread.tree
    stop = thread.sent_end[candidate.end - 1]
    first = tree.sent[candidate.start]
    return {
        "asked": float(asked),
        "question mark": float(tree.text[stop - 1] == "?"),
        "fragment": float(candidate.clause is None),
        "opening": float(candidate.opening),
        "words": float(candidate.end - candidate.start),
        "verb first": float(candidate.clause is not None and tree.pos[candidate.start] in {"VERB", "AUX"}),
        "sentence opens": float(candidate.start - first <= 1),
        "whole sentence": float(candidate.start - first <= 1 and stop - candidate.end <= 1),
        "sentence words": float(stop - first),
        "after if": float("if" in thread.heard(max(candidate.start - 3, 0), candidate.start)),
        "nouns": float(sum(tree.pos[i] in {"NOUN", "PROPN"} for i in range(candidate.start, candidate.end))),
        "number": float(any(tree.pos[i] == "NUM" for i in range(candidate.start, candidate.end))),
        "I": float(any("Person=1" in tree.morph[i] for i in range(candidate.start, candidate.end))),
    }


def _place(thread: Thread, telling: Telling, candidate: Candidate) -> dict[str, float]:
    head = telling.clause.head
    turns = thread.turn[head] - thread.turn[candidate.start]
    return {
        "distance": float(head - candidate.start),
        "near": float(abs(head - candidate.start)),
        "behind": float(candidate.start > head),
        "turns": float(turns),
        "same sentence": float(thread.tree.sent[head] == thread.tree.sent[candidate.start]),
        "sentences": float(_sentences(thread, min(head, candidate.start), max(head, candidate.start))),
        "lead": float(head - telling.since),
        "first telling": float(telling.first),
        "from lead start": float(candidate.start - telling.since),
    }


def _sentences(thread: Thread, start: int, end: int) -> int:
    """How many sentences begin between two tokens; many where they are far apart."""
    return len(set(thread.tree.sent[start:end])) if end - start < FAR else MANY


def _below(thread: Thread, candidate: Candidate, index: int) -> bool:
    clause = candidate.clause
    while clause is not None and clause.parent is not None:
        if clause.parent == index:
            return True
        clause = thread.clauses[clause.parent]
    return False


def _kind_of_mark(thread: Thread, mark: str | None) -> str:
    if mark is None:
        return "none"
    heard = cues.heard(mark, thread.language)
    return next((kind for kind in ("if", "when", "otherwise", "before", "back") if kind in heard), "other")
