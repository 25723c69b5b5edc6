"""When all is told: which steps lead back to an earlier told one, and where the work ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Final

from interview2flow.extraction.flow.graph import START, Growing
from interview2flow.extraction.flow.pairs import FAR, Scene, overlap
from interview2flow.extraction.tellings import Telling

REACH: Final = 20
"""How many steps a way back may run in the telling."""
AT_ONCE: Final = 2
"""Further back only to a step that is told again within so many tellings."""


class Closing:
    """The drawing after attachment; questions about ways back and ends."""

    def __init__(self, scene: Scene, graph: Growing, likely: dict[tuple[int, int], float]) -> None:
        self.scene, self.graph, self.likely = scene, graph, likely
        self.steps = sorted(step for step in graph.outs if step >= 0)

    @cached_property
    def retold(self) -> dict[int, list[Telling]]:
        """By step, the tellings after its first."""
        found: dict[int, list[Telling]] = {step: [] for step in self.steps}
        for telling in self.scene.thread.tellings:
            if not telling.first:
                found[telling.step].append(telling)
        return found

    @cached_property
    def leaves(self) -> list[int]:
        """The steps that nothing follows, as the drawing is found."""
        return [step for step in self.steps if not self.graph.outs[step]]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every possible way back: from a step to one told before it."""
        for source in self.steps:
            for target in range(max(0, source - REACH), source):
                yield source, target
            for target in self._again:
                if target < source - REACH and any(self._since(source, t) <= AT_ONCE for t in self.retold[target]):
                    yield source, target

    @cached_property
    def _again(self) -> list[int]:
        return [step for step in self.steps if self.retold[step]]

    def _since(self, source: int, telling: Telling) -> float:
        """How many tellings lie between the source and a retelling; far where it is told before the source."""
        numbers = self._numbers[source]
        before = bisect_left(numbers, telling.number)
        return telling.number - numbers[before - 1] if before else FAR

    @cached_property
    def _numbers(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {step: [] for step in self.steps}
        for telling in self.scene.thread.tellings:
            found[telling.step].append(telling.number)
        return found

    @cached_property
    def _below(self) -> Callable[[int], dict[int, int]]:
        """What a step leads to, as the drawing is found; looked up once."""
        return cache(self.graph.below)

    @cached_property
    def _from(self) -> Callable[[int], dict[str, float]]:
        """The features of a step that something may follow; made once."""
        return cache(self._told_and_drawn)

    def _told_and_drawn(self, step: int) -> dict[str, float]:
        said = self.scene.of(step)
        entry = {f"entry {name}": value for name, value in said.entry.items()}
        return {**said.own, **said.after, **self._state(step), **entry}

    def back(self, source: int, target: int) -> dict[str, float]:
        """What speaks for an arrow back."""
        said, aim = self.scene.of(source), self.scene.of(target)
        found = {**self._from(source), **self.scene.named("target", target), **self._retelling(source, target)}
        above = self.graph.above(source)
        parents = set(self.graph.ins[source])
        return found | {
            "back": float(source - target),
            "above": float(above.get(target, FAR)),
            "is above": float(target in above),
            "below": float(self._below(source).get(target, FAR)),
            "target outs": float(len(self.graph.outs[target])),
            "target ins": float(len(self.graph.ins[target])),
            "target first": float(START in self.graph.ins[target]),
            "same parent": float(bool(parents & set(self.graph.ins[target]))),
            "likely the other way": self.likely.get((target, source), 0.0),
            "target conditioned": self.scene.conditioned(target),
            "words": overlap(said.terms, aim.terms),
            "after names it": overlap(aim.terms, said.after_terms),
            "lead names it": overlap(aim.terms, said.lead_terms),
            "siblings": float(len(self.graph.outs[next(iter(parents))]) if parents else 0),
        }

    def _retelling(self, source: int, target: int) -> dict[str, float]:
        """Whether the target is told again after the source, and how."""
        again = min(self.retold[target], key=lambda telling: self._since(source, telling), default=None)
        if again is None or self._since(source, again) >= FAR:
            return {"retold": 0.0, "since": FAR}
        entry = self.scene.signals[again.number].entry
        return {"retold": 1.0, "since": self._since(source, again)} | {f"again {name}": value for name, value in entry.items()}

    def _state(self, step: int) -> dict[str, float]:
        outs = self.graph.outs[step]
        leaves = self.leaves
        return {
            "leaf": float(not outs),
            "outs": float(len(outs)),
            "ins": float(len(self.graph.ins[step])),
            "conditioned": self.scene.conditioned(step),
            "last": float(step == self.steps[-1]),
            "last leaf": float(bool(leaves) and step == leaves[-1]),
            "from last": float(len(self.steps) - step),
            "share": step / len(self.steps),
            "leaves": float(len(leaves)),
            "follower conditioned": max((self.scene.conditioned(s) for s in outs if s >= 0), default=0.0),
            "parent splits": float(any(len(self.graph.outs[p]) > 1 for p in self.graph.ins[step])),
        }

    def ending(self, step: int) -> dict[str, float]:
        """What speaks for the work ending after a step."""
        found = dict(self._from(step))
        number = self.scene.first[step] + 1
        if number < len(self.scene.signals):
            found |= {f"next {name}": value for name, value in self.scene.signals[number].entry.items()}
        follower = step + 1
        return found | {"next is likely": self.likely.get((step, follower), 0.0)}
