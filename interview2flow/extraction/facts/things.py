"""Nouns against the steps told near them: what speaks for one being a system or a document of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.facts import nouns as nouns_alone
from interview2flow.extraction.facts.nouns import NAMING, Nouns, nouns
from interview2flow.extraction.facts.story import Story
from interview2flow.extraction.tellings import Telling
from interview2flow.model import FactKind

BEFORE: Final = 10
AFTER: Final = 20
"""So many words before and after the clause may name what belongs to its step."""
FAR: Final = 99.0
KINDS: Final = (FactKind.SYSTEM, FactKind.DOCUMENT)
PAIR: Final = ("in_clause", "in_sentence", "before", "distance", "same_turn", "head_of_clause", "of_previous")
TOLD: Final = ("has_object", "object_is_pronoun", "subject_is_pronoun", "passive", "first", "words", "tellings")
NAMES: Final = (*PAIR, "tellings_in", *nouns_alone.NAMES, *TOLD)
WEIGHTS: Final = np.array([-2 * FAR, -FAR, 5, 1, 0, 0, 0])
"""How far a place is from a step: inside its clause is nearest, then its sentence; what follows is nearer than what precedes."""

Numbers = NDArray[np.intp]


class Thing(NamedTuple):
    """A noun that may belong to a step: `place` is where it is named nearest to it, `words` what the models over words read."""

    step: int
    place: int
    value: str
    words: list[str]


@dataclass(frozen=True)
class Things:
    """All nouns of an interview against its steps."""

    story: Story

    @cached_property
    def nouns(self) -> Nouns:
        """The nouns that may name things."""
        return nouns(self.story)

    def rows(self) -> tuple[list[Thing], NDArray[np.float64]]:
        """Every step with every thing named near it, at the place nearest to it, and what speaks for that."""
        noun, telling = self._near()
        if not len(noun):
            return [], np.zeros((0, len(NAMES)))
        pairs = self._pairs(noun, telling)
        chosen, times = self._nearest(noun, telling, pairs)
        noun, telling = noun[chosen], telling[chosen]
        used, which = np.unique(noun, return_inverse=True)
        alone = self.nouns.rows(used.tolist())[which]
        told = self.story.told
        things = [self._thing(told[t], n) for t, n in zip(telling.tolist(), noun.tolist(), strict=True)]
        return things, np.column_stack([pairs[chosen], times, alone, self._told()[telling]])

    def _near(self) -> tuple[Numbers, Numbers]:
        """The nouns around each telling, as far as nothing else is told between: pairs of their numbers."""
        told = [(telling.clause.start, telling.clause.end, telling.since, telling.until) for telling in self.story.told]
        start, end, since, until = np.array(told, dtype=np.intp).reshape(-1, 4).T
        low = np.maximum(start - BEFORE, np.minimum(since, start))
        high = np.minimum(end + AFTER, np.maximum(until, end))
        first, last = np.searchsorted(np.array(self.nouns.tokens, dtype=np.intp), [low, high])
        telling = np.repeat(np.arange(len(told)), last - first)
        noun = np.arange(len(telling)) + np.repeat(last - np.cumsum(last - first), last - first)
        return noun, telling

    def _pairs(self, noun: Numbers, telling: Numbers) -> NDArray[np.float64]:
        """The columns of PAIR."""
        tree, clauses = self.story.tree, [told.clause for told in self.story.told]
        place = np.array(self.nouns.tokens)[noun]
        start, end, head, turn = np.array([(clause.start, clause.end, clause.head, clause.turn) for clause in clauses])[telling].T
        sentence = np.array(tree.sent)
        return np.column_stack(
            [
                self._owner[noun] == telling,
                sentence[place] == sentence[head],
                place < start,
                np.minimum(FAR, np.maximum(np.maximum(start - place, place - end), 0)),
                np.array(self.story.turn_of)[place] == turn,
                np.array(tree.head)[place] == head,
                self._names(telling - 1, self.nouns.things[noun]),
            ]
        ).astype(np.float64)

    @cached_property
    def _owner(self) -> Numbers:
        """By noun, the telling whose clause holds it; below zero where none does."""
        return np.array([self.story.inside.get(token, -2) for token in self.nouns.tokens], dtype=np.intp)

    def _names(self, telling: Numbers, thing: Numbers) -> NDArray[np.bool_]:
        """Whether the telling's clause names the thing."""
        many = len(self.nouns.tokens)
        return np.isin(telling * many + thing, self._owner * many + self.nouns.things)

    def _nearest(self, noun: Numbers, telling: Numbers, pairs: NDArray[np.float64]) -> tuple[Numbers, Numbers]:
        """Of the pairs of each step and thing the nearest, and how many of its clauses name it."""
        step = np.array([told.step for told in self.story.told])[telling]
        both = step * len(self.nouns.tokens) + self.nouns.things[noun]
        order = np.lexsort((pairs @ WEIGHTS, both))
        _, first, group = np.unique(both[order], return_index=True, return_inverse=True)
        times = np.bincount(group, weights=pairs[order, PAIR.index("in_clause")]).astype(np.intp)
        return order[first], times

    def _told(self) -> NDArray[np.float64]:
        """By telling, the columns of TOLD."""
        return np.array([self._telling(telling) for telling in self.story.told], dtype=np.float64)

    def _telling(self, telling: Telling) -> tuple[float, ...]:
        pos, frame = self.story.tree.pos, self.story.frames[telling.clause.index]
        return (
            frame.object is not None and pos[frame.object] in NAMING,
            frame.object is not None and pos[frame.object] == "PRON",
            frame.subject is not None and pos[frame.subject] == "PRON",
            frame.passive,
            telling.first,
            len(telling.clause.tokens),
            len(self.story.mentions[telling.step].tellings),
        )

    def _thing(self, telling: Telling, noun: int) -> Thing:
        tree, place, language = self.story.tree, self.nouns.tokens[noun], self.story.language
        verb, value, lemma = tree.lemma[telling.clause.head], self.nouns.value(noun), self.nouns.lemmas[noun]
        relation = tree.rel[place] if self._owner[noun] == telling.number else ""
        words = [
            *lemma.words,
            f"{language}:n:{value}",
            f"{language}:v:{verb}:{relation}",
            f"{language}:vl:{verb}:{lemma.form}",
            f"r:{relation}",
        ]
        return Thing(telling.step, place, value, words)
