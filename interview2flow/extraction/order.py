"""Puts right what is told in the wrong order: "I print it … no, wait, first I check it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log1p
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction import judge
from interview2flow.extraction.judge import Judge
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread, spin

NAME: Final = "order"
KEY: Final = "i2f_thread"
BEFORE: Final = 0.45
"""From this probability on a step goes before the one told before it."""
KINDS: Final = (
    "repair",
    "before",
    "correct",
    "then",
    "when",
    "parallel",
    "back",
    "if",
    "next",
    "who",
    "return",
    "case",
    "direct",
)


def thread_of(doc: Doc) -> Thread:
    """The thread of an interview with its steps in the order of work, as far as corrections of the teller tell it; made once."""
    stored = doc.user_data.get(KEY)
    if stored is not None and stored[0] is doc._.mentions:
        kept: Thread = stored[1]
        return kept
    thread = spin(doc, doc._.clauses, doc._.mentions)
    judging = judge.trained(NAME)
    found = repaired(thread, judging) if judging else thread
    doc.user_data[KEY] = (doc._.mentions, found)
    return found


def repaired(thread: Thread, judging: Judge) -> Thread:
    """Each step that is judged to go before the one told before it is put there."""
    told = list(neighbours(thread))
    likely = judging.probabilities([features(thread, earlier, later) for earlier, later in told])
    return moved(thread, [later.step for (_, later), p in zip(told, likely, strict=True) if p >= BEFORE])


def neighbours(thread: Thread) -> Iterator[tuple[Telling, Telling]]:
    """Each two steps of which the one is first told right after the other."""
    return pairwise(telling for telling in thread.tellings if telling.first)


def moved(thread: Thread, early: Sequence[int]) -> Thread:
    """The thread with each of these steps before the one told before it; mentions and tellings are numbered anew."""
    order: list[Telling] = []
    previous: Telling | None = None
    for telling in thread.tellings:
        if telling.first and telling.step in early and previous is not None:
            order.insert(order.index(previous), telling)
        else:
            order.append(telling)
        previous = telling if telling.first else previous
    place = {step: i for i, step in enumerate(telling.step for telling in order if telling.first)}
    return replace(
        thread,
        mentions=tuple(thread.mentions[step] for step in place),
        tellings=tuple(replace(telling, number=i, step=place[telling.step]) for i, telling in enumerate(order)),
    )


def features(thread: Thread, earlier: Telling, later: Telling) -> dict[str, float]:
    """What speaks for the later told step going first."""
    clause, tree = later.clause, thread.tree
    sentence = max(tree.sent[clause.head], later.since)
    opening = thread.heard(min(sentence, clause.start), clause.head)
    gap = thread.heard(later.since, max(sentence, later.since))
    own = thread.heard(earlier.clause.start, earlier.clause.end)
    found = {f"opening {kind}": 1.0 for kind in KINDS if kind in opening}
    found |= {f"gap {kind}": 1.0 for kind in KINDS if kind in gap}
    found |= {f"earlier {kind}": 1.0 for kind in KINDS if kind in own}
    asked = any(thread.asked[i] for i in range(later.since, clause.head))
    named = thread.lemmas(earlier.clause.start, earlier.clause.end) & thread.lemmas(later.since, clause.start)
    return found | {
        "words between": log1p(max(clause.start - later.since, 0)),
        "same sentence": float(tree.sent[earlier.clause.head] == tree.sent[clause.head]),
        "same turn": float(thread.turn[earlier.clause.head] == thread.turn[clause.head]),
        "asked between": float(asked),
        "names it": float(len(named)),
        "subordinate": float(clause.mark is not None),
        "earlier subordinate": float(earlier.clause.mark is not None),
        "parent": float(clause.parent == earlier.clause.index),
        "child": float(earlier.clause.parent == clause.index),
        "number": float(later.number),
        "correction": float(bool({"repair", "correct"} & (opening | gap)) and bool({"before", "repair"} & opening)),
    }
