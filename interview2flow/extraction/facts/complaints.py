"""Sentences that may complain, and what speaks for one being about a step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.document import TURNS
from interview2flow.extraction.facts.story import Story
from interview2flow.extraction.tellings import Telling
from interview2flow.model import TurnKind

LONG: Final = 32
"""Longer sentences are taken clause by clause."""
SHORT: Final = 3
RANKS: Final = (0, 1, -1)
FAR: Final = 150.0
PAIR: Final = ("rank", "distance", "same_turn", "holds_clause", "shared_nouns", "first")
SAID: Final = (
    "length", "cues", "exclaims", "own", "other", "past", "present", "negated", "note", "opens_turn", "closes_turn", "asked_cues",
    "quoted", "tellings_in_turn",
)  # fmt: skip
NAMES: Final = (*PAIR, *SAID)
NEGATIONS: Final = frozenset({"Polarity=Neg"})


@dataclass(frozen=True, slots=True)
class Passage:
    """The tokens from `start` up to `end`, said by the interviewee."""

    start: int
    end: int
    turn: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """A passage that may complain of a step."""

    step: int
    passage: Passage
    rank: int


@dataclass(frozen=True)
class Complaints:
    """All passages of an interview against its steps."""

    story: Story

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What the interviewee says, sentence by sentence."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        story = self.story
        transcript = story.doc._.transcript
        for number, span in enumerate(story.doc.spans[TURNS]):
            if not len(span) or story.doc._.asked[number] or transcript.turns[number].kind is TurnKind.HEADING:
                continue
            for sentence in span.sents:
                if len(sentence) <= LONG:
                    yield Passage(sentence.start, sentence.end, number)
                    continue
                inside = self._clauses_between(sentence.start, sentence.end)
                yield from (Passage(story.clauses[i].start, story.clauses[i].end, number) for i in inside)

    @cached_property
    def _starts(self) -> list[int]:
        return [telling.clause.start for telling in self.story.told]

    @cached_property
    def _heads(self) -> list[int]:
        return [clause.head for clause in self.story.clauses]

    def _clauses_between(self, start: int, end: int) -> range:
        return range(bisect_left(self._heads, start), bisect_left(self._heads, end))

    def rows(self) -> tuple[list[Complaint], NDArray[np.float64]]:
        """Every passage with every step told near it, and what speaks for a complaint of it."""
        complaints, table = [], []
        for passage in self.passages:
            if passage.end - passage.start < SHORT:
                continue
            at = bisect_left(self._starts, passage.end)
            said = self._said(passage)
            for rank in RANKS:
                if 0 <= (number := at - 1 - rank) < len(self.story.told):
                    telling = self.story.told[number]
                    complaints.append(Complaint(telling.step, passage, rank))
                    table.append([*self._pair(passage, telling, rank), *said])
        return complaints, np.array(table, dtype=np.float64).reshape(len(table), len(NAMES))

    def _pair(self, passage: Passage, telling: Telling, rank: int) -> list[float]:
        clause = telling.clause
        distance = max(clause.start - passage.end, passage.start - clause.end, 0)
        return [
            float(rank),
            float(min(FAR, distance)),
            float(clause.turn == passage.turn),
            float(passage.start <= clause.head < passage.end),
            float(self._shared(passage, telling)),
            float(telling.first),
        ]

    def _shared(self, passage: Passage, telling: Telling) -> int:
        tree = self.story.tree
        nouns = {tree.lemma[token] for token in telling.clause.tokens if tree.pos[token] in {"NOUN", "PROPN"}}
        return len({tree.lemma[token] for token in range(passage.start, passage.end)} & nouns)

    def _said(self, passage: Passage) -> list[float]:
        story, tree = self.story, self.story.tree
        tokens = range(passage.start, passage.end)
        text = " ".join(tree.lower[passage.start : passage.end])
        span = story.doc.spans[TURNS][passage.turn]
        question = ""
        if passage.turn and story.doc._.asked[passage.turn - 1]:
            question = story.doc.spans[TURNS][passage.turn - 1].text.lower()
        told = bisect_left(self._starts, span.end) - bisect_left(self._starts, span.start)
        return [
            float(len(tokens)),
            float(len(story.words.complaint.findall(text))),
            float("!" in text),
            float(any(tree.lower[token] in story.roles.own for token in tokens)),
            float(any(tree.lower[token] in story.roles.group | story.roles.person for token in tokens)),
            float(any({"Tense=Past", "VerbForm=Fin"} <= tree.morph[token] for token in tokens)),
            float(any("Tense=Pres" in tree.morph[token] for token in tokens)),
            float(any(NEGATIONS & tree.morph[token] for token in tokens)),
            float(story.doc._.transcript.turns[passage.turn].kind is TurnKind.NOTE),
            float(passage.start == span.start),
            float(passage.end >= span.end - 1),
            float(len(story.words.complaint.findall(question))),
            float('"' in text or "“" in text or "”" in text),
            float(told),
        ]

    def spoken(self, complaints: Sequence[Complaint]) -> list[list[str]]:
        """By complaint, the passage's words for the model over words."""
        tree, language = self.story.tree, self.story.language
        found = []
        for complaint in complaints:
            lemmas = tree.lemma[complaint.passage.start : complaint.passage.end]
            pairs = [f"{one}_{other}" for one, other in pairwise(lemmas)]
            found.append([f"{language}:{word}" for word in (*lemmas, *pairs)])
        return found
