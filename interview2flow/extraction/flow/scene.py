"""What is known before anything is drawn: the thread of an interview with the signals around each telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from interview2flow.extraction.flow.signals import Signals
from interview2flow.extraction.thread import Thread


@dataclass(frozen=True)
class Scene:
    """A thread with its signals by telling and `first`, by step the number of its first telling."""

    thread: Thread
    signals: Sequence[Signals]
    first: dict[int, int]

    def of(self, step: int) -> Signals:
        """What is said around the first telling of a step."""
        return self.told[step]

    def conditioned(self, step: int) -> float:
        """How likely the step is done under a condition only; 0 for START."""
        return self.likely[step]

    @cached_property
    def told(self) -> list[Signals]:
        """By step, what is said around its first telling."""
        return [self.signals[self.first[step]] for step in range(len(self.first))]

    @cached_property
    def likely(self) -> list[float]:
        """By step, how likely it is done under a condition only; for START, the last one, not at all."""
        return [said.condition.probability if said.condition else 0.0 for said in self.told] + [0.0]

    @cached_property
    def steps_told(self) -> tuple[int, ...]:
        """By telling, its step."""
        return tuple(telling.step for telling in self.thread.tellings)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two passages have in common, of the shorter one's."""
    return 0.0 if one.isdisjoint(other) else len(one & other) / min(len(one), len(other))
