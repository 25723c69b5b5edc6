"""Sentences that may complain, and what speaks for one being about a step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.document import turn_bounds
from interview2flow.extraction.facts.story import Story
from interview2flow.extraction.tellings import Telling
from interview2flow.model import TurnKind

LONG: Final = 32
"""Longer sentences are taken clause by clause."""
SHORT: Final = 3
NEAR: Final = 60
"""Said so many words after a step, a complaint is no longer about it."""
PAIR: Final = ("distance", "same_turn", "holds_clause", "shared_nouns", "first")
SAID: Final = (
    "length", "cues", "exclaims", "own", "other", "past", "present", "negated", "note", "opens_turn", "closes_turn", "asked_cues",
    "quoted", "tellings_in_turn",
)  # fmt: skip
NAMES: Final = (*PAIR, *SAID)
PAST: Final = ("Tense=Past", "VerbForm=Fin")
PRESENT: Final = ("Tense=Pres",)
NEGATION: Final = ("Polarity=Neg",)
NAMING: Final = frozenset({"NOUN", "PROPN"})


class Passage(NamedTuple):
    """The tokens from `start` up to `end`, said by the interviewee."""

    start: int
    end: int
    turn: int


class Complaint(NamedTuple):
    """A passage that may complain of a step: the one that it tells or that was told last before it."""

    step: int
    passage: Passage


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
        turns, asked = story.turns, story.questions
        for number, (first, last) in enumerate(turn_bounds(story.doc)):
            if asked[number] or turns[number].kind is TurnKind.HEADING:
                continue
            for start, end in story.tree.sentences(first, last):
                if end - start <= LONG:
                    yield Passage(start, end, number)
                    continue
                inside = self._clauses_between(start, end)
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
        """Every passage with the step that it may be about, and what speaks for a complaint of it."""
        complaints, table = [], []
        for passage in self.passages:
            at = bisect_left(self._starts, passage.end) - 1
            if passage.end - passage.start < SHORT or at < 0:
                continue
            telling = self.story.told[at]
            if passage.start - telling.clause.end <= NEAR:
                complaints.append(Complaint(telling.step, passage))
                table.append([*self._pair(passage, telling), *self._said(passage)])
        return complaints, np.array(table, dtype=np.float64).reshape(len(table), len(NAMES))

    def _pair(self, passage: Passage, telling: Telling) -> list[float]:
        clause = telling.clause
        return [
            float(max(passage.start - clause.end, 0)),
            float(clause.turn == passage.turn),
            float(passage.start <= clause.head < passage.end),
            float(self._shared(passage, telling)),
            float(telling.first),
        ]

    def _shared(self, passage: Passage, telling: Telling) -> int:
        return len(self._nouns(telling.number).intersection(self.story.tree.lemma[passage.start : passage.end]))

    @cached_property
    def _nouns(self) -> Callable[[int], frozenset[str]]:
        """By telling, the nouns of its clause; looked up once."""
        tree, told = self.story.tree, self.story.told
        return cache(lambda n: frozenset(tree.lemma[t] for t in told[n].clause.tokens if tree.pos[t] in NAMING))

    @cached_property
    def _asked_cues(self) -> Callable[[int], int]:
        """By turn, how many words of complaint a question holds; counted once."""
        bounds, tree, cues = turn_bounds(self.story.doc), self.story.tree, self.story.words.complaint
        return cache(lambda turn: len(cues.findall(tree.phrase(*bounds[turn]).lower())))

    @cached_property
    def _forms(self) -> tuple[frozenset[frozenset[str]], ...]:
        """The forms that tell of the past, of the present, and that deny."""
        return tuple(self.story.tree.forms(*features) for features in (PAST, PRESENT, NEGATION))

    def _said(self, passage: Passage) -> list[float]:
        story, tree = self.story, self.story.tree
        lower, morphs = tree.lower[passage.start : passage.end], tree.morph[passage.start : passage.end]
        text = " ".join(lower)
        first, last = turn_bounds(story.doc)[passage.turn]
        answers = passage.turn and story.questions[passage.turn - 1]
        told = bisect_left(self._starts, last) - bisect_left(self._starts, first)
        return [
            float(len(lower)),
            float(len(story.words.complaint.findall(text))),
            float("!" in text),
            float(not story.roles.own.isdisjoint(lower)),
            float(not (story.roles.group.isdisjoint(lower) and story.roles.person.isdisjoint(lower))),
            *(float(not forms.isdisjoint(morphs)) for forms in self._forms),
            float(story.turns[passage.turn].kind is TurnKind.NOTE),
            float(passage.start == first),
            float(passage.end >= last - 1),
            float(self._asked_cues(passage.turn - 1) if answers else 0),
            float('"' in text or "“" in text or "”" in text),
            float(told),
        ]

    def spoken(self, complaints: Sequence[Complaint]) -> list[list[str]]:
        """By complaint, the passage's words for the model over words."""
        words, pairs = self._words
        said = [complaint.passage for complaint in complaints]
        return [[*words[start:end], *pairs[start : end - 1]] for start, end, _ in said]

    @cached_property
    def _words(self) -> tuple[list[str], list[str]]:
        """By token, its dictionary form, and this with that of the next one."""
        language, lemmas = self.story.language, self.story.tree.lemma
        known = {lemma: f"{language}:{lemma}" for lemma in set(lemmas)}
        words = [known[lemma] for lemma in lemmas]
        return words, [f"{word}_{following}" for word, following in zip(words, lemmas[1:], strict=False)]
