"""What passages tell by themselves about being a condition, whichever step they are said with: each is looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import cues
from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.thread import CONTENT, Thread

SIGNALS: Final = (
    "if", "when", "otherwise", "case", "then", "before", "negation", "positive", "rare", "normal", "parallel", "repair", "either",
    "yes", "no", "limit", "check", "back", "end", "who", "next", "direct",
)  # fmt: skip
OPENING: Final = ("if", "when", "otherwise", "question")
MARKS: Final = ("none", "if", "when", "otherwise", "before", "back", "other")
RELATIONS: Final = (
    "ROOT", "acl", "advcl", "advmod", "amod", "appos", "ccomp", "conj", "dep", "nmod", "nsubj", "obj", "obl", "parataxis",
    "xcomp",
)  # fmt: skip
SHAPE: Final = (
    "asked", "question mark", "fragment", "opening", "words", "verb first", "sentence opens", "whole sentence", "sentence words",
    "after if", "nouns", "number", "I", "you", "content", "pronouns", "adjectives", "verbs", "adverbs", "opens with pronoun",
    "comma follows", "question mark follows",
)  # fmt: skip
CLAUSE: Final = ("subordinate", "verb", "past", "present")
NAMES: Final = (
    *(f"says {kind}" for kind in SIGNALS),
    *(f"opens {kind}" for kind in OPENING),
    *SHAPE,
    *CLAUSE,
    *(f"mark {kind}" for kind in MARKS),
    *(f"dep {relation}" for relation in RELATIONS),
)
NO_CLAUSE: Final = (0.0,) * (len(CLAUSE) + len(MARKS) + len(RELATIONS))
NAMING: Final = frozenset({"NOUN", "PROPN"})
VERBS: Final = frozenset({"VERB", "AUX"})
JUST_BEFORE: Final = 3


def rows(thread: Thread, passages: Sequence[Candidate]) -> NDArray[np.float64]:
    """By passage, the columns of NAMES."""
    described = [[*_said(thread, passage), *_shape(thread, passage), *_clause(thread, passage)] for passage in passages]
    return np.array(described, dtype=np.float64).reshape(len(passages), len(NAMES))


def _said(thread: Thread, passage: Candidate) -> list[bool]:
    heard = thread.heard(passage.start, passage.end)
    if not heard:
        return [False] * (len(SIGNALS) + len(OPENING))
    text = thread.text(passage.start, passage.end)
    opens = [kind in heard and cues.opens_with(text, kind, thread.language) for kind in OPENING]
    return [*(kind in heard for kind in SIGNALS), *opens]


def _shape(thread: Thread, passage: Candidate) -> list[float]:
    tree, start, end = thread.tree, passage.start, passage.end
    first, stop = tree.sent[start], thread.sent_end[end - 1]
    pos, morph = tree.pos[start:end], tree.morph[start:end]
    following = tree.text[end] if end < stop else ""
    return [
        thread.asked[start],
        tree.text[stop - 1] == "?",
        passage.clause is None,
        passage.opening,
        end - start,
        passage.clause is not None and pos[0] in VERBS,
        start - first <= 1,
        start - first <= 1 and stop - end <= 1,
        stop - first,
        "if" in thread.heard(max(start - JUST_BEFORE, 0), start),
        sum(map(NAMING.__contains__, pos)),
        "NUM" in pos,
        any("Person=1" in features for features in morph),
        any("Person=2" in features for features in morph),
        sum(map(CONTENT.__contains__, pos)),
        pos.count("PRON"),
        pos.count("ADJ"),
        pos.count("VERB"),
        pos.count("ADV"),
        pos[0] == "PRON",
        following == ",",
        following == "?",
    ]


def _clause(thread: Thread, passage: Candidate) -> Sequence[float]:
    clause, tree = passage.clause, thread.tree
    if clause is None or passage.opening:
        return NO_CLAUSE
    mark, relation, morph = _kind_of_mark(thread, clause.mark), tree.rel[clause.head], tree.morph[clause.head]
    return [
        clause.parent is not None,
        tree.pos[clause.head] == "VERB",
        "Tense=Past" in morph,
        "Tense=Pres" in morph,
        *(mark == kind for kind in MARKS),
        *(relation == known for known in RELATIONS),
    ]


def _kind_of_mark(thread: Thread, mark: str | None) -> str:
    if mark is None:
        return MARKS[0]
    heard = cues.heard(mark, thread.language)
    return next((kind for kind in MARKS if kind in heard), MARKS[-1])
