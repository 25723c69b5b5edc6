"""The likeliest condition of each telling, and of what is said behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.extraction import judge
from interview2flow.extraction.conditions.candidates import Candidate, after, before
from interview2flow.extraction.conditions.features import features
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.judge import Features, Judge
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
    return likeliest(thread, judge.trained(NAME))


def likeliest(thread: Thread, judging: Judge | None) -> Conditions:
    """The same by a given judge, who is asked once about all passages of the interview."""
    sites = [(telling, exit_) for exit_ in (False, True) for telling in thread.tellings]
    found = [_readable(thread, (after if exit_ else before)(thread, telling)) for telling, exit_ in sites]
    described = [
        features(thread, telling, candidate, exit_=exit_)
        for (telling, exit_), passages in zip(sites, found, strict=True)
        for candidate, _ in passages
    ]
    likely = iter(_likely(described, judging))
    heard = [_best([Heard(candidate, next(likely), text) for candidate, text in passages]) for passages in found]
    return Conditions(tuple(heard[: len(thread.tellings)]), tuple(heard[len(thread.tellings) :]))


def _readable(thread: Thread, found: Sequence[Candidate]) -> list[tuple[Candidate, str]]:
    """The passages of which something is left to write on an arrow."""
    return [(candidate, text) for candidate in found if (text := wording(thread, candidate))]


def _likely(described: Sequence[Features], judging: Judge | None) -> list[float]:
    if judging is None:
        return [MARKED if one.get("mark if") else UNMARKED for one in described]
    likely: list[float] = judging.probabilities(described).tolist()
    return likely


def _best(heard: Sequence[Heard]) -> Heard | None:
    return max(heard, key=lambda one: one.probability, default=None)
