"""Where and how each clause is told, in numbers: who speaks, what it holds, what stands around it, how often its words occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import turn_bounds
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.steps.columns import Column, Words, counted, flags, numbers, one_hot, so_far
from interview2flow.extraction.steps.words import object_word
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind

ANSWER: Final = 2
"""So many first words of a turn confirm or deny what was asked."""
COUNTED: Final = ("NOUN", "PROPN", "NUM")
YEARS: Final = (1900, 2100)
FAR: Final = 40
DEEP: Final = 6
"""Neither a farther question mark nor a deeper clause makes a difference."""
TOLD: Final = ("asked", "marked", "mark condition", "question", "note")
HELD: Final = ("shared subject", "passive", "helpers", "obliques", "particles", "adverbs", "nouns", "names", "numbers", "tokens")
PLACED: Final = ("clause in turn", "turn clauses", "position", "turn tokens")
REPEATED: Final = ("object frequency", "subject frequency", "verb frequency", "said before")
AROUND: Final = ("previous turn asks", "depth", "first in sentence", "has clause below", "year")
ANSWERED: Final = ("next turn affirms", "next turn denies", "turn affirms", "turn denies")
NAMES: Final = (*TOLD, *HELD, *PLACED, *REPEATED, *AROUND, *ANSWERED)


def surroundings(doc: Doc, clauses: Sequence[Clause], frames: Sequence[Frame], words: Words) -> Column:
    """One row per clause, columns as in NAMES."""
    tree = tree_of(doc)
    columns = [
        *_told(doc, clauses),
        *_held(tree, frames, words),
        *_placed(doc, clauses),
        *_repeated(tree, frames),
        *_around(doc, clauses, words),
        *_answered(doc, clauses),
    ]
    return np.column_stack(columns)


def _told(doc: Doc, clauses: Sequence[Clause]) -> list[Column]:
    transcript: Transcript = doc._.transcript
    notes = [turn.kind is TurnKind.NOTE for turn in transcript.turns]
    conditions = frozenset(texts(doc.vocab.lang, "clauses")["cues"]["condition"])
    return [
        flags(clause.asked for clause in clauses),
        flags(clause.mark is not None for clause in clauses),
        flags(clause.mark in conditions for clause in clauses),
        _ends_asking(tree_of(doc), clauses),
        flags(notes[clause.turn] for clause in clauses),
    ]


def _ends_asking(tree: Tree, clauses: Sequence[Clause]) -> Column:
    """Whether a question mark closes the clause's sentence."""
    marks = np.array([token for token, word in enumerate(tree.text) if "?" in word] + [len(tree.text) + FAR])
    ends = np.array([clause.end for clause in clauses])
    following = marks[np.searchsorted(marks, ends)]
    return flags(following < np.minimum(ends + FAR, [tree.sent_end[clause.head] for clause in clauses]))


def _depth(clauses: Sequence[Clause]) -> Column:
    """How many clauses stand above each one."""
    parent = np.array([-1 if clause.parent is None else clause.parent for clause in clauses] + [-1])
    here, depth = parent[:-1], np.zeros(len(clauses))
    for _ in range(DEEP):
        depth += here >= 0
        here = parent[here]
    return depth


def _held(tree: Tree, frames: Sequence[Frame], words: Words) -> list[Column]:
    return [
        flags(frame.shared for frame in frames),
        flags(frame.passive for frame in frames),
        numbers(len(frame.helpers) for frame in frames),
        numbers(len(frame.obliques) for frame in frames),
        numbers(len(frame.particles) for frame in frames),
        numbers(len(frame.adverbs) for frame in frames),
        *words.total(one_hot(tree.pos, COUNTED)).T,
        np.diff(words.first, append=len(words.token)),
    ]


def _years(tree: Tree) -> Column:
    years = {word for word in set(tree.text) if word.isdigit() and YEARS[0] < int(word) < YEARS[1]}
    return flags(word in years for word in tree.text)


def _placed(doc: Doc, clauses: Sequence[Clause]) -> list[Column]:
    turns = [clause.turn for clause in clauses]
    lengths = [end - start for start, end in turn_bounds(doc)]
    return [
        so_far(turns),
        counted(turns),
        numbers(clause.head for clause in clauses) / max(1, len(doc)),
        numbers(lengths[turn] for turn in turns),
    ]


def _around(doc: Doc, clauses: Sequence[Clause], words: Words) -> list[Column]:
    transcript: Transcript = doc._.transcript
    tree = tree_of(doc)
    asks = [False, *(turn.text.rstrip().endswith("?") for turn in transcript.turns)]
    below = Counter(clause.parent for clause in clauses)
    return [
        flags(asks[clause.turn] for clause in clauses),
        _depth(clauses),
        flags(clause.start <= tree.sent[clause.head] for clause in clauses),
        numbers(below[clause.index] for clause in clauses),
        flags(words.total(_years(tree))),
    ]


def _answered(doc: Doc, clauses: Sequence[Clause]) -> list[Column]:
    """Whether the first words of the next turn, and those of its own one, say yes or no."""
    lower, (yes, no) = tree_of(doc).lower, _answers(doc.vocab.lang)
    openings = [lower[start : min(end, start + ANSWER)] for start, end in turn_bounds(doc)] + [[]]
    affirms, denies = (flags(not said.isdisjoint(words) for words in openings) for said in (yes, no))
    turn = np.array([clause.turn for clause in clauses])
    return [affirms[turn + 1], denies[turn + 1], affirms[turn], denies[turn]]


@cache
def _answers(language: str) -> tuple[frozenset[str], frozenset[str]]:
    catalogue = texts(language, "clauses")
    return frozenset(catalogue["affirming"]), frozenset(catalogue["denying"])


def _repeated(tree: Tree, frames: Sequence[Frame]) -> list[Column]:
    """How often the clause's object, subject and verb occur, and how often verb and object stood together before."""
    verbs = [tree.lemma[frame.head] for frame in frames]
    things = [object_word(tree, frame) for frame in frames]
    nouns = Counter(lemma for lemma, pos in zip(tree.lemma, tree.pos, strict=True) if pos in {"NOUN", "PROPN"})
    subjects = [None if frame.subject is None else tree.lemma[frame.subject] for frame in frames]
    return [
        counted([thing or None for thing in things]),
        numbers(0 if subject is None else nouns[subject] for subject in subjects),
        counted(verbs),
        so_far(zip(verbs, things, strict=True)),
    ]
