"""What an explanation consists of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Influence:
    """How one thing that was looked at moved a decision.

    `change` is what it adds to the log odds beside its `usual` value, the median of all that the decision was taken among.
    """

    name: str
    value: float
    usual: float
    change: float


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers that were weighed, 0..1."""

    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Part:
    """One decision: what was asked, the answer, the answers weighed, the likeliest first, and what moved it."""

    question: str
    answer: str
    options: tuple[Option, ...] = ()
    influences: tuple[Influence, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """All decisions about one clause; `turn` counts from 1, `words` are the clause's own."""

    turn: int
    words: str
    parts: tuple[Part, ...]
