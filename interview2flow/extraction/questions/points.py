"""Doubts against the steps told near them, and what speaks for one leaving the other open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.document import TURNS
from interview2flow.extraction.doubts import Doubt, DoubtKind, doubts_of
from interview2flow.extraction.facts.story import Story
from interview2flow.extraction.tellings import Telling
from interview2flow.model import TurnKind

RANKS: Final = (0, 1, 2, -1)
"""The tellings that a doubt may be about: the one that comes last before it, two further back, the next."""
FAR: Final = 150.0
SOON_OVER: Final = 6
"""In so many last turns people take their leave."""
PAIR: Final = (
    "rank", "distance", "same_turn", "holds_clause", "shared_here", "shared_question", "unnamed",
)  # fmt: skip
SAID: Final = (
    *(f"kind_{kind.value}" for kind in DoubtKind), "who", "case", "length", "opens_turn", "after_question", "question_who",
    "past", "own", "note", "turn_length", "tellings_in_turn", "question_length",
    "numbers", "turns_to_come",
)  # fmt: skip
NAMES: Final = (*PAIR, *SAID)


@dataclass(frozen=True, slots=True)
class Point:
    """A doubt that may be about a step."""

    step: int
    doubt: Doubt
    rank: int


@dataclass(frozen=True)
class Points:
    """All doubts of an interview against its steps; `unnamed` are the ids of those that nobody is said to do."""

    story: Story
    unnamed: Container[str] = ()

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where something is said not to be known, in order."""
        return doubts_of(self.story.doc)

    @cached_property
    def _starts(self) -> list[int]:
        return [telling.clause.start for telling in self.story.told]

    def rows(self) -> tuple[list[Point], NDArray[np.float64]]:
        """Every doubt with every step told near it, and what speaks for their belonging together."""
        points, table = [], []
        for doubt in self.doubts:
            at = bisect_left(self._starts, doubt.end)
            said = self._said(doubt)
            for rank in RANKS:
                if 0 <= (number := at - 1 - rank) < len(self.story.told):
                    telling = self.story.told[number]
                    points.append(Point(telling.step, doubt, rank))
                    table.append([*self._pair(doubt, telling, rank), *said])
        return points, np.array(table, dtype=np.float64).reshape(len(table), len(NAMES))

    def question(self, doubt: Doubt) -> tuple[int, int]:
        """The tokens of the interviewer's question that the doubt answers; an empty span where it answers none."""
        spans, asked = self.story.doc.spans[TURNS], self.story.doc._.asked
        if doubt.turn and asked[doubt.turn - 1] and spans[doubt.turn].start == self.story.doc[doubt.start].sent.start:
            return spans[doubt.turn - 1].start, spans[doubt.turn - 1].end
        return doubt.start, doubt.start

    def _pair(self, doubt: Doubt, telling: Telling, rank: int) -> list[float]:
        clause = telling.clause
        return [
            float(rank),
            float(min(FAR, max(clause.start - doubt.end, doubt.start - clause.end, 0))),
            float(clause.turn == doubt.turn),
            float(doubt.start <= clause.head < doubt.end),
            float(self._shared(telling, doubt.start, doubt.end)),
            float(self._shared(telling, *self.question(doubt))),
            float(asks_who(doubt) and self.story.mentions[telling.step].id in self.unnamed),
        ]

    def _shared(self, telling: Telling, start: int, end: int) -> int:
        tree = self.story.tree
        words = {tree.lemma[token] for token in telling.clause.tokens if tree.pos[token] in {"NOUN", "PROPN", "VERB"}}
        return len(words & set(tree.lemma[start:end]))

    def _said(self, doubt: Doubt) -> list[float]:
        story, tree = self.story, self.story.tree
        tokens = range(doubt.start, doubt.end)
        turn = story.doc.spans[TURNS][doubt.turn]
        first, last = self.question(doubt)
        return [
            *(float(kind in doubt.kinds) for kind in DoubtKind),
            float(doubt.who),
            float(doubt.case),
            float(len(tokens)),
            float(doubt.start == turn.start),
            float(last > first),
            float(any(tree.lower[token] in story.roles.open for token in range(first, last))),
            float(any({"Tense=Past", "VerbForm=Fin"} <= tree.morph[token] for token in tokens)),
            float(any(tree.lower[token] in story.roles.own for token in tokens)),
            float(story.doc._.transcript.turns[doubt.turn].kind is TurnKind.NOTE),
            float(len(turn)),
            float(bisect_left(self._starts, turn.end) - bisect_left(self._starts, turn.start)),
            float(last - first),
            float(sum(tree.pos[token] == "NUM" for token in tokens)),
            float(min(SOON_OVER, len(story.doc.spans[TURNS]) - doubt.turn)),
        ]


def asks_who(doubt: Doubt) -> bool:
    """Whether it is a person that is not known."""
    return doubt.who or DoubtKind.DISPUTED in doubt.kinds or DoubtKind.UNRULED in doubt.kinds
