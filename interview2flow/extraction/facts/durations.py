"""Durations, and what speaks for one being the work or the wait of a step."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.document import turn_bounds
from interview2flow.extraction.facts.story import Story
from interview2flow.extraction.tellings import Telling
from interview2flow.model import FactKind

KINDS: Final = (FactKind.WORK_TIME, FactKind.WAIT_TIME)
NEAR: Final = 50
"""Said so many words after a step, a duration no longer belongs to it."""
REACH: Final = 8
"""A duration is said with at most so many words before its unit."""
CONTEXT: Final = 4
FAR: Final = 99.0
PAST: Final = ("Tense=Past", "VerbForm=Fin")
DIGITS: Final = re.compile(r"\d")
PAIR: Final = (
    "in_clause", "in_sentence", "before", "distance", "same_turn", "first", "passive", "clause_subject_own", "words",
)  # fmt: skip
SAID: Final = (
    "unit", "second_unit", "work", "wait", "habit", "work_near", "wait_near", "habit_near", "asked_work", "asked_wait",
    "sentence_length", "opens_turn", "past", "own", "other", "inside", "alone", "following_is_next",
)  # fmt: skip
NAMES: Final = (*PAIR, *SAID)


@dataclass(frozen=True, slots=True)
class Duration:
    """The tokens from `start` up to `end`; `units` are the units named, as places in the catalogue's order."""

    start: int
    end: int
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """A duration that may belong to a step: the one that holds it or was told last before it."""

    step: int
    duration: Duration


def find_durations(story: Story) -> tuple[Duration, ...]:
    """All spans with a number and a unit of time, the interviewer's left out; ranges are one."""
    found: list[Duration] = []
    for token, form in enumerate(story.tree.lower):
        if form not in story.words.units or story.asked[token]:
            continue
        start = _start(story, token)
        if start == token and form not in story.words.single and not DIGITS.match(form):
            continue
        unit = story.words.units[form]
        if found and start <= found[-1].end + 1 and _joins(story, found[-1].end, start):
            found[-1] = Duration(found[-1].start, token + 1, (*found[-1].units, unit))
        else:
            found.append(Duration(start, token + 1, (unit,)))
    return tuple(found)


def _start(story: Story, unit: int) -> int:
    """Where the number before a unit begins."""
    tree, here, start = story.tree, unit - 1, unit
    while here >= max(tree.sent[unit], unit - REACH):
        if _counts(story, here):
            start = here
        elif tree.lower[here] not in story.words.joining:
            break
        here -= 1
    return start


def _counts(story: Story, token: int) -> bool:
    tree = story.tree
    return tree.lower[token] in story.words.numbers or tree.pos[token] == "NUM" or bool(DIGITS.search(tree.text[token]))


def _joins(story: Story, end: int, start: int) -> bool:
    between = story.tree.lower[end:start]
    return all(word in story.words.joining for word in between) and (
        start <= end or story.tree.sent[start] == story.tree.sent[end - 1]
    )


@dataclass(frozen=True)
class Durations:
    """All durations of an interview against its steps."""

    story: Story

    @cached_property
    def found(self) -> tuple[Duration, ...]:
        """All durations in order."""
        return find_durations(self.story)

    def rows(self) -> tuple[list[Timing], NDArray[np.float64]]:
        """Every duration with the step that it may belong to, and what speaks for that."""
        told, timings, table = self.story.told, [], []
        for duration in self.found:
            at = bisect_left(told, duration.end, key=lambda telling: telling.clause.start) - 1
            if at < 0 or duration.start - told[at].clause.end > NEAR:
                continue
            timings.append(Timing(told[at].step, duration))
            table.append([*self._row(duration, told[at]), *self._said(duration)])
        return timings, np.array(table, dtype=np.float64).reshape(len(table), len(NAMES))

    def _row(self, duration: Duration, telling: Telling) -> list[float]:
        tree, clause = self.story.tree, telling.clause
        frame = self.story.frames[clause.index]
        own = frame.subject is not None and tree.lower[frame.subject] in self.story.roles.own
        distance = max(clause.start - duration.end, duration.start - clause.end, 0)
        return [
            float(duration.start in clause.tokens),
            float(tree.sent[duration.start] == tree.sent[clause.head]),
            float(duration.start < clause.start),
            float(min(FAR, distance)),
            float(self.story.turn_of[duration.start] == clause.turn),
            float(telling.first),
            float(frame.passive),
            float(own or "Person=1" in tree.morph[clause.head]),
            float(len(clause.tokens)),
        ]

    def _said(self, duration: Duration) -> list[float]:
        story, tree = self.story, self.story.tree
        first, last = self.sentence(duration)
        turn = story.turn_of[duration.start]
        near = " ".join(tree.lower[max(first, duration.start - CONTEXT) : min(last, duration.end + CONTEXT)])
        lower, morphs, inside = tree.lower[first:last], tree.morph[first:last], tree.morph[duration.start : duration.end]
        sentence, question = " ".join(lower), self._question(turn, first)
        words = story.words
        prepositions = {tree.lower[child] for token in range(duration.start, duration.end) for child in tree.children[token]}
        return [
            float(duration.units[0]),
            float(duration.units[-1]),
            *(float(len(pattern.findall(sentence))) for pattern in (words.work, words.wait, words.habit)),
            *(float(pattern.search(near) is not None) for pattern in (words.work, words.wait, words.habit)),
            *(float(pattern.search(question) is not None) for pattern in (words.work, words.wait)),
            float(last - first),
            float(first == turn_bounds(story.doc)[turn][0]),
            float(not self._past.isdisjoint(morphs)),
            float(not story.roles.own.isdisjoint(lower)),
            float(not (story.roles.group.isdisjoint(lower) and story.roles.person.isdisjoint(lower))),
            float(bool(prepositions & words.inside) or any("Case=Ine" in morph for morph in inside)),
            float(sum(first <= other.start < last for other in self.found) == 1),
            float(last < len(tree.text) and story.turn_of[min(last, len(tree.text) - 1)] == turn),
        ]

    @cached_property
    def _past(self) -> frozenset[frozenset[str]]:
        """The forms that tell of the past."""
        return self.story.tree.forms(*PAST)

    def sentence(self, duration: Duration) -> tuple[int, int]:
        """The tokens of the sentence that holds a duration."""
        tree = self.story.tree
        return tree.sent[duration.start], tree.sent_end[duration.start]

    def _question(self, turn: int, first: int) -> str:
        bounds = turn_bounds(self.story.doc)
        opens = turn > 0 and self.story.questions[turn - 1] and bounds[turn][0] == first
        return self.story.tree.phrase(*bounds[turn - 1]).lower() if opens else ""

    def spoken(self, timings: Sequence[Timing]) -> list[list[str]]:
        """By timing, the words of its sentence for the model over words, told by where they stand."""
        found = []
        for timing in timings:
            first, last = self.sentence(timing.duration)
            language, tree = self.story.language, self.story.tree
            left = [f"{language}:<{tree.lemma[token]}" for token in range(first, timing.duration.start)]
            right = [f"{language}:>{tree.lemma[token]}" for token in range(timing.duration.end, last)]
            near = [
                f"{language}:={tree.lower[token]}"
                for token in range(max(first, timing.duration.start - 2), min(last, timing.duration.end + 2))
            ]
            found.append([*left, *right, *near, f"u{timing.duration.units[-1]}"])
        return found
