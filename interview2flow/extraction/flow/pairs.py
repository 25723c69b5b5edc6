"""What speaks for an arrow between two steps, given the arrows drawn so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Final

from interview2flow.extraction.flow.graph import START, Growing
from interview2flow.extraction.flow.signals import Signals
from interview2flow.extraction.judge import Features
from interview2flow.extraction.tellings import Telling
from interview2flow.extraction.thread import Thread

LOOK_BACK: Final = 14
"""So many open ends, and so many steps with several ways out, are looked at besides the way to the step told last."""
LIKELY = 0.3
FAR = 9.0


@dataclass(frozen=True)
class Scene:
    """A thread with its signals by telling and `first`, by step the number of its first telling."""

    thread: Thread
    signals: Sequence[Signals]
    first: dict[int, int]

    def of(self, step: int) -> Signals:
        """What is said around the first telling of a step."""
        return self.signals[self.first[step]]

    def conditioned(self, step: int) -> float:
        """How likely the step is done under a condition only."""
        return self.likely[step]

    @cached_property
    def likely(self) -> dict[int, float]:
        """By step, how likely it is done under a condition only."""
        said = {step: self.of(step).condition for step in self.first}
        return {step: heard.probability if heard else 0.0 for step, heard in said.items()}

    @cached_property
    def steps_told(self) -> tuple[int, ...]:
        """By telling, its step."""
        return tuple(telling.step for telling in self.thread.tellings)

    @cached_property
    def named(self) -> Callable[[str, int], Features]:
        """The features of a step's first telling as those of what it is to another one; made once."""
        return cache(self._named)

    def _named(self, part: str, step: int) -> Features:
        said = self.of(step)
        if part == "previous":
            return {f"previous {name}": value for name, value in said.after.items()}
        if part == "target":
            return {f"target {name}": value for name, value in said.own.items()}
        return {f"source {name}": value for name, value in (said.own | said.after).items()} | {
            "source conditioned": self.conditioned(step),
            "source coordinated": said.entry.get("coordinated", 0.0),
        }


class Moment:
    """The state of the drawing when a telling is reached; questions about it are answered once."""

    def __init__(self, scene: Scene, graph: Growing, telling: Telling) -> None:
        self.scene, self.graph, self.telling = scene, graph, telling
        self.previous = scene.thread.tellings[telling.number - 1].step if telling.number else START
        graph.hear(scene.steps_told[: telling.number])
        self.above = graph.above(self.previous)

    @cached_property
    def ranked_leaves(self) -> dict[int, int]:
        """By open leaf, of the ones told last, how many leaves were told after it."""
        return {step: rank for rank, step in enumerate(islice(reversed(self.graph.leaves), LOOK_BACK))}

    @cached_property
    def below_opener(self) -> Collection[int]:
        """What the nearest opener leads to."""
        return () if self.nearest_opener is None else self.graph.below(self.nearest_opener)

    @cached_property
    def nearest_opener(self) -> int | None:
        """On the way to the step told before, the nearest one whose follower has a condition."""
        way = sorted(self.above.items(), key=lambda item: item[1])
        heads = [s for s, _ in way if s != START and self.scene.conditioned(s) > LIKELY]
        return self.graph.ins[heads[0]][0] if heads and self.graph.ins[heads[0]] else None

    def into(self, source: int) -> dict[str, float]:
        """Features of an arrow from a step told before (or START) to the one told now."""
        now = self.scene.signals[self.telling.number]
        return {**self._shared, **self._source(source), **self._relation(source, now)}

    @cached_property
    def _shared(self) -> dict[str, float]:
        """The features that all arrows to the step told now have in common."""
        now, previous = self.scene.signals[self.telling.number], self.previous
        return {
            **now.entry,
            **now.own,
            "leaves": float(len(self.graph.leaves)),
            "previous leaf": float(not self.graph.outs[previous]),
            "previous conditioned": self.scene.conditioned(previous) if previous != START else 0.0,
            **(self.scene.named("previous", previous) if previous != START else {}),
        }

    @cached_property
    def _parents(self) -> frozenset[int]:
        """What leads to the step told before."""
        return frozenset(self.graph.ins.get(self.previous, ()))

    @cached_property
    def _siblings(self) -> frozenset[int]:
        """What follows the parents of the step told before, that step among it."""
        return frozenset(step for parent in self._parents for step in self.graph.outs[parent])

    def _source(self, source: int) -> dict[str, float]:
        outs = self.graph.outs[source]
        likely = self._likely_after(source)
        found = {
            "is start": float(source == START),
            "outs": float(len(outs)),
            "leaf": float(not outs),
            "leaf rank": float(self.ranked_leaves.get(source, -1)),
            "conditioned outs": max(likely, default=0.0),
            "least conditioned out": min(likely, default=0.0),
            "ins": float(len(self.graph.ins[source])),
        }
        if source == START:
            return found
        return {**found, **self.scene.named("source", source)}

    def _likely_after(self, source: int) -> list[float]:
        """How conditioned the steps are that follow one."""
        return [self.scene.likely[step] for step in self.graph.outs[source] if step >= 0]

    def _relation(self, source: int, now: Signals) -> dict[str, float]:
        back = self.telling.number - self.graph.touched.get(source, -1)
        opener = self.nearest_opener
        found = {
            "tellings back": float(back),
            "is previous": float(source == self.previous),
            "above previous": float(self.above.get(source, FAR)),
            "is opener": float(source == opener),
            "below opener": float(source in self.below_opener),
            "parent of previous": float(source in self._parents),
            "sibling of previous": float(source in self._siblings),
        }
        if source == START:
            return found
        return {
            **found,
            **self._meeting(source, now),
            **self._decision(source, now),
            **self._words(source, now),
            **self._cues(source, now),
        }

    def _decision(self, source: int, now: Signals) -> dict[str, float]:
        """Whether the step told now looks like another side of a decision after the source."""
        told = self._told(now)
        outs = [step for step in self.graph.outs[source] if step >= 0]
        contrast = max((self._contrast(now, self.scene.of(step)) for step in outs), default=0.0)
        conditioned = self._likely_after(source)
        here = source == self.previous
        return {
            "contrast": contrast,
            "contrast told": contrast * told,
            "condition at previous": told * here,
            "condition below condition": told * here * self.scene.conditioned(self.previous) if here else 0.0,
            "condition at split": told * max(conditioned, default=0.0),
            "ways told": float(sum(likely > LIKELY for likely in conditioned)),
        }

    def _cues(self, source: int, now: Signals) -> dict[str, float]:
        """Words that hang the step beside the one told before, or ahead of it."""
        parent = source in self._parents
        said = now.entry
        return {
            "parallel to previous": float(parent and bool(said.get("opening parallel") or now.own.get("own parallel"))),
            "goes before previous": float(parent and bool(said.get("opening repair") or said.get("gap repair"))),
        }

    def _words(self, source: int, now: Signals) -> dict[str, float]:
        """What the words around both steps have in common."""
        said, condition = self.scene.of(source), now.condition_terms
        followers = (self.scene.of(step) for step in self.graph.outs[source] if step >= 0)
        siblings = frozenset[str]().union(*(follower.condition_terms for follower in followers))
        return {
            "same words": overlap(said.terms, now.terms),
            "lead names it": overlap(said.terms, now.lead_terms),
            "condition names it": overlap(said.terms, condition),
            "condition like sibling's": overlap(siblings, condition),
            "lead like sibling's": overlap(siblings, now.lead_terms),
            "it names condition": overlap(said.after_terms, condition),
        }

    def _meeting(self, source: int, now: Signals) -> dict[str, float]:
        """Whether the source and the step told before end two branches of one split, and under which conditions these began."""
        if source == self.previous or self.graph.outs[source] or self.previous == START:
            return {}
        own = self.graph.above(source)
        common = min((step for step in own if step in self.above), key=lambda step: own[step] + self.above[step], default=None)
        if common is None:
            return {}
        mine = self._head(common, own)
        other = self._head(common, self.above)
        joined = now.entry.get("opening all", 0.0) or now.entry.get("gap all", 0.0) or now.entry.get("condition says all", 0.0)
        return {
            "meets": 1.0,
            "meets after": float(own[common]),
            "branch conditioned": mine,
            "other branch conditioned": other,
            "branches parallel": float(max(mine, other) < LIKELY),
            "all meet": joined,
            "unconditioned meeting": float(self._told(now) < LIKELY),
        }

    def _head(self, split: int, way: dict[int, int]) -> float:
        """How conditioned the branch is that leads from a split to where the way ends."""
        heads = [step for step in self.graph.outs[split] if step in way and step >= 0]
        return max((self.scene.conditioned(step) for step in heads), default=0.0)

    @staticmethod
    def _told(now: Signals) -> float:
        return now.condition.probability if now.condition else 0.0

    def _contrast(self, one: Signals, other: Signals) -> float:
        """How much two conditions look like the two sides of one decision: yes and no, the same amount, like words."""
        here, there = one.entry, other.entry
        opposed = any(
            here.get(f"condition says {a}") and there.get(f"condition says {b}") and not here.get(f"condition says {b}")
            for a, b in (("yes", "no"), ("no", "yes"))
        )
        limits = bool(here.get("condition says limit") and there.get("condition says limit"))
        return opposed + limits + overlap(one.condition_terms, other.condition_terms)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two passages have in common, of the shorter one's."""
    return 0.0 if one.isdisjoint(other) else len(one & other) / min(len(one), len(other))
