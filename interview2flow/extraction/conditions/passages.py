"""What passages tell by themselves about being a condition, whichever step they are said with: each is looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import cues
from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.steps.columns import one_hot
from interview2flow.extraction.thread import Thread
from interview2flow.extraction.tree import Tree

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
NOTHING: Final = (False,) * len(OPENING)
COUNTED: Final = ("NOUN", "PROPN", "NUM", "VERB", "ADJ", "ADV", "PRON")
VERBS: Final = frozenset({"VERB", "AUX"})
JUST_BEFORE: Final = 3


def rows(thread: Thread, passages: Sequence[Candidate]) -> NDArray[np.float64]:
    """By passage, the columns of NAMES."""
    if not passages:
        return np.zeros((0, len(NAMES)))
    return np.hstack([_said(thread, passages), _shape(thread, passages), _clause(thread, passages)])


def _said(thread: Thread, passages: Sequence[Candidate]) -> NDArray[np.float64]:
    """The columns of SIGNALS and OPENING; the same signals are looked up once."""
    heard = [thread.heard(passage.start, passage.end) for passage in passages]
    known: dict[frozenset[str], int] = {}
    numbers = [known.setdefault(kinds, len(known)) for kinds in heard]
    table = np.array([[kind in kinds for kind in SIGNALS] for kinds in known], dtype=np.float64)
    opens = [_opens(thread, passage, kinds) for passage, kinds in zip(passages, heard, strict=True)]
    return np.hstack([table[numbers], np.array(opens, dtype=np.float64)])


def _opens(thread: Thread, passage: Candidate, heard: frozenset[str]) -> Sequence[bool]:
    if heard.isdisjoint(OPENING):
        return NOTHING
    text = thread.text(passage.start, passage.end)
    return [kind in heard and cues.opens_with(text, kind, thread.language) for kind in OPENING]


def _shape(thread: Thread, passages: Sequence[Candidate]) -> NDArray[np.float64]:
    """The columns of SHAPE."""
    tree, starts, ends = thread.tree, [passage.start for passage in passages], [passage.end for passage in passages]
    start, end = np.array(starts), np.array(ends)
    first, stop = np.array(tree.sent)[start], np.array(tree.sent_end)[end - 1]
    opens, closes = start - first <= 1, stop - end <= 1
    noun, name, number, verb, adjective, adverb, pronoun, speaker, addressed = _counted(tree, start, end).T
    following = [tree.text[place] if place < limit else "" for place, limit in zip(ends, stop.tolist(), strict=True)]
    columns = [
        [thread.asked[place] for place in starts],
        [tree.text[place - 1] == "?" for place in stop.tolist()],
        [passage.clause is None for passage in passages],
        [passage.opening for passage in passages],
        end - start,
        [passage.clause is not None and tree.pos[passage.start] in VERBS for passage in passages],
        opens,
        opens & closes,
        stop - first,
        ["if" in thread.heard(max(place - JUST_BEFORE, 0), place) for place in starts],
        noun + name,
        number > 0,
        speaker > 0,
        addressed > 0,
        noun + name + number + verb + adjective,
        pronoun,
        adjective,
        verb,
        adverb,
        [tree.pos[place] == "PRON" for place in starts],
        [word == "," for word in following],
        [word == "?" for word in following],
    ]
    return np.column_stack(columns).astype(np.float64)


def _counted(tree: Tree, start: NDArray[np.intp], end: NDArray[np.intp]) -> NDArray[np.float64]:
    """By passage, how many of its words are of each of COUNTED, and how many are in the first and in the second person."""
    persons = [tree.forms("Person=1"), tree.forms("Person=2")]
    words = np.column_stack([one_hot(tree.pos, COUNTED), *([morph in forms for morph in tree.morph] for forms in persons)])
    until = np.vstack([np.zeros_like(words[:1]), np.cumsum(words, axis=0)])
    counts: NDArray[np.float64] = until[end] - until[start]
    return counts


def _clause(thread: Thread, passages: Sequence[Candidate]) -> NDArray[np.float64]:
    """The columns of CLAUSE, MARKS and RELATIONS; zeros where a passage is no clause."""
    tree, language = thread.tree, thread.language
    clauses = [None if passage.opening else passage.clause for passage in passages]
    columns = [
        [clause is not None and clause.parent is not None for clause in clauses],
        [clause is not None and tree.pos[clause.head] == "VERB" for clause in clauses],
        [clause is not None and "Tense=Past" in tree.morph[clause.head] for clause in clauses],
        [clause is not None and "Tense=Pres" in tree.morph[clause.head] for clause in clauses],
    ]
    marks = one_hot((clause and _kind_of_mark(clause.mark, language) for clause in clauses), MARKS)
    relations = one_hot((clause and tree.rel[clause.head] for clause in clauses), RELATIONS)
    return np.hstack([np.array(columns, dtype=np.float64).T, marks, relations])


@cache
def _kind_of_mark(mark: str | None, language: str) -> str:
    if mark is None:
        return MARKS[0]
    heard = cues.heard(mark, language)
    return next((kind for kind in MARKS if kind in heard), MARKS[-1])
