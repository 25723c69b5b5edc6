"""When all is told: which steps lead back to an earlier told one, and where the work ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from interview2flow.extraction.flow.graph import START, Growing
from interview2flow.extraction.flow.moment import FAR
from interview2flow.extraction.flow.scene import Scene, overlap
from interview2flow.extraction.flow.sheet import Rows, Sheet, named
from interview2flow.extraction.judge import Features

NEAR: Final = 4
"""A way back may run to each of so many steps told just before."""
UP: Final = 8
"""Or so many arrows up."""
AGAIN: Final = 3
"""Or to a step that is told again within so many tellings."""
HEARD: Final = 8
"""A telling further away is none that goes on from a step."""


class Back(NamedTuple):
    """The columns that are filled in for an arrow from a step to one told before it."""

    back: float
    above: float
    is_above: float
    below: float
    same_parent: float
    likely_the_other_way: float
    words: float
    after_names_it: float
    lead_names_it: float
    retold: float
    since: float


class Ending(NamedTuple):
    """The columns that are filled in for an arrow from a step to the end."""

    next_is_likely: float


class Closing:
    """The drawing after attachment; questions about ways back and ends."""

    def __init__(self, scene: Scene, graph: Growing, likely: dict[tuple[int, int], float]) -> None:
        self.scene, self.graph, self.likely = scene, graph, likely
        self.steps = sorted(step for step in graph.outs if step >= 0)

    @cached_property
    def leaves(self) -> list[int]:
        """The steps that nothing follows, as the drawing is found."""
        return [step for step in self.steps if not self.graph.outs[step]]

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Every possible way back: from a step to one told before it."""
        return list(self._pairs())

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """To what was told just before, to what leads to the step, and to what is told again right after it."""
        for source in self.steps:
            near = set(range(max(0, source - NEAR), source))
            near |= {step for step, far in self.graph.above(source).items() if far <= UP and 0 <= step < source}
            near |= {step for step, telling in self.again[source].items() if self._since[source, step] <= AGAIN}
            for target in sorted(near):
                yield source, target

    @cached_property
    def again(self) -> list[dict[int, int]]:
        """By step, which ones told before it are told again soon after it, each with the number of that telling."""
        found: list[dict[int, int]] = [{} for _ in self.steps]
        for (source, target), (_, number) in self._retellings.items():
            found[source][target] = number
        return found

    @cached_property
    def _since(self) -> dict[tuple[int, int], float]:
        return {pair: float(since) for pair, (since, _) in self._retellings.items()}

    @cached_property
    def _retellings(self) -> dict[tuple[int, int], tuple[int, int]]:
        """By source and target, how many tellings after the source the target is told again, and the number of that telling."""
        tellings = self.scene.thread.tellings
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for again in tellings:
            if not again.first:
                for earlier in tellings[max(0, again.number - HEARD) : again.number]:
                    if earlier.step > again.step:
                        told = (again.number - earlier.number, again.number)
                        pair = earlier.step, again.step
                        found[pair] = min(found.get(pair, told), told)
        return found

    def said(self) -> dict[str, list[Features]]:
        """What is known of each step as `source` and `target` of an arrow back, and of each telling as `again` of a target."""
        entries: list[Features] = [
            {f"again {name}": value for name, value in signals.entry.items()} for signals in self.scene.signals
        ]
        return {"source": self._sources, "target": [self._target(step) for step in self.steps], "again": entries}

    def said_of_ends(self) -> dict[str, list[Features]]:
        """What is known of each step, and of each telling as that which comes `next`."""
        entries: list[Features] = [
            {f"next {name}": value for name, value in signals.entry.items()} for signals in self.scene.signals
        ]
        return {"source": self._sources, "next": entries}

    @cached_property
    def _sources(self) -> list[Features]:
        return [self._source(step) for step in self.steps]

    def _source(self, step: int) -> Features:
        said = self.scene.told[step]
        return {**said.own, **said.after, **named("entry", said.entry), **self._state(step)}

    def _target(self, step: int) -> Features:
        return {
            **named("target", self.scene.told[step].own),
            "target outs": float(len(self.graph.outs[step])),
            "target ins": float(len(self.graph.ins[step])),
            "target first": float(START in self.graph.ins[step]),
            "target conditioned": self.scene.likely[step],
        }

    def _state(self, step: int) -> Features:
        outs, ins, leaves = self.graph.outs[step], self.graph.ins[step], self.leaves
        return {
            "leaf": float(not outs),
            "outs": float(len(outs)),
            "ins": float(len(ins)),
            "conditioned": self.scene.likely[step],
            "last": float(step == self.steps[-1]),
            "last leaf": float(bool(leaves) and step == leaves[-1]),
            "from last": float(len(self.steps) - step),
            "share": step / len(self.steps),
            "leaves": float(len(leaves)),
            "follower conditioned": max((self.scene.likely[follower] for follower in outs), default=0.0),
            "parent splits": float(any(len(self.graph.outs[parent]) > 1 for parent in ins)),
            "siblings": float(len(self.graph.outs[ins[0]]) if ins else 0),
        }

    def back(self, source: int, target: int) -> Back:
        """What the drawing says of an arrow back."""
        graph, said, aim = self.graph, self.scene.told[source], self.scene.told[target]
        above = graph.above(source)
        since = self._since.get((source, target))
        return Back(
            source - target,
            above.get(target, FAR),
            target in above,
            graph.above(target).get(source, FAR),
            any(step in graph.ins[target] for step in graph.ins[source]),
            self.likely.get((target, source), 0.0),
            overlap(said.terms, aim.terms),
            overlap(aim.terms, said.after_terms),
            overlap(aim.terms, said.lead_terms),
            since is not None,
            FAR if since is None else since,
        )

    def back_rows(self, sheet: Sheet) -> Rows:
        """A judge's rows for all `pairs`."""
        sources, targets = [source for source, _ in self.pairs], [target for _, target in self.pairs]
        again = [self.again[source].get(target, -1) for source, target in self.pairs]
        return sheet.rows([self.back(*pair) for pair in self.pairs], source=sources, target=targets, again=again)

    def ending_rows(self, sheet: Sheet) -> Rows:
        """A judge's rows for the ends after all `steps`."""
        numbers = [self.scene.first[step] + 1 for step in self.steps]
        following = [number if number < len(self.scene.signals) else -1 for number in numbers]
        drawn = [Ending(self.likely.get((step, step + 1), 0.0)) for step in self.steps]
        return sheet.rows(drawn, source=self.steps, next=following)
