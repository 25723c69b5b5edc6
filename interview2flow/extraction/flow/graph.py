"""The process as far as it is told: arrows between the places of mentions, kept while an interview is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

START: Final = -1
END: Final = -2
DEPTH: Final = 30
"""So many arrows far one looks up and down, that reading stays quick however long the interview is."""


@dataclass(slots=True)
class Growing:
    """Arrows drawn so far, by step: what it leads to, and what leads to it.

    `touched` has the number of each step's latest telling, the latest one last; `leaves` are the steps that nothing follows,
    in the same order.
    """

    outs: dict[int, list[int]] = field(default_factory=lambda: {START: []})
    ins: dict[int, list[int]] = field(default_factory=lambda: {START: []})
    touched: dict[int, int] = field(default_factory=dict)
    leaves: dict[int, None] = field(default_factory=lambda: {START: None})
    splits: set[int] = field(default_factory=set)
    _heard: int = 0
    _above: dict[int, dict[int, int]] = field(default_factory=dict)

    def hear(self, steps: Sequence[int], count: int) -> None:
        """The first `count` tellings have been told; `steps` has the step of each."""
        for number in range(self._heard, count):
            step = steps[number]
            self.touched.pop(step, None)
            self.touched[step] = number
            if step in self.leaves:
                del self.leaves[step]
                self.leaves[step] = None
        self._heard = count

    def add(self, step: int) -> None:
        """A step that is told for the first time."""
        if step not in self.outs:
            self.outs[step], self.ins[step] = [], []
            self.leaves[step] = None

    def connect(self, source: int, target: int) -> None:
        """An arrow, once."""
        self.add(target)
        if target in self.outs[source]:
            return
        if self.outs[source]:
            self.splits.add(source)
        self.outs[source].append(target)
        self.ins[target].append(source)
        self.leaves.pop(source, None)
        if self.outs[target]:
            self._above.clear()
        else:
            self._above.pop(target, None)

    def above(self, step: int) -> dict[int, int]:
        """What leads to a step, with the number of arrows to it; the step itself is 0 away. Not to be changed."""
        if step not in self._above:
            self._above[step] = _reach(self.ins, step)
        return self._above[step]

    def below(self, step: int) -> dict[int, int]:
        """What a step leads to, likewise."""
        return _reach(self.outs, step)


def _reach(arrows: dict[int, list[int]], step: int) -> dict[int, int]:
    found, trail = {step: 0}, [step]
    for node in trail:
        if found[node] == DEPTH:
            break
        for following in arrows.get(node, ()):
            if following not in found:
                found[following] = found[node] + 1
                trail.append(following)
    return found
