"""The likeliest condition of each telling, and of what is said behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.extraction import artefacts, judge
from interview2flow.extraction.conditions.candidates import Candidate, after, before
from interview2flow.extraction.conditions.features import features
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.judge import Judge
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread

NAME: Final = "conditions"
MARKED, UNMARKED = 0.8, 0.05
"""Without a trained judge: how likely a passage is a condition that opens with "if", and one that does not."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A passage, how it reads on an arrow, and the probability that it belongs there."""

    candidate: Candidate
    probability: float
    text: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """By telling: the likeliest condition on the way `into` the step, and on the way `out_of` it to the end or back."""

    into: tuple[Heard | None, ...]
    out_of: tuple[Heard | None, ...]


def find_conditions(thread: Thread) -> Conditions:
    """The likeliest condition around each telling, however unlikely it is."""
    tables = artefacts.read(NAME)
    judging = judge.load(tables) if tables else None
    return likeliest(thread, judging)


def likeliest(thread: Thread, judging: Judge | None) -> Conditions:
    """The same by a given judge."""
    return Conditions(
        tuple(_best(thread, telling, before(thread, telling), judging, exit_=False) for telling in thread.tellings),
        tuple(_best(thread, telling, after(thread, telling), judging, exit_=True) for telling in thread.tellings),
    )


def _best(thread: Thread, telling: Telling, found: Sequence[Candidate], judging: Judge | None, *, exit_: bool) -> Heard | None:
    readable = [(candidate, text) for candidate in found if (text := wording(thread, candidate))]
    if not readable:
        return None
    described = [features(thread, telling, candidate, exit_=exit_) for candidate, _ in readable]
    if judging is None:
        likely = [MARKED if one.get("mark if") else UNMARKED for one in described]
    else:
        likely = judging.probabilities(described).tolist()
    best = max(range(len(readable)), key=likely.__getitem__)
    return Heard(readable[best][0], likely[best], readable[best][1])
