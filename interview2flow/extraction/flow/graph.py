"""The process as far as it is told: arrows between the places of mentions, kept while an interview is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

START: Final = -1
END: Final = -2
DEPTH: Final = 30
"""So many arrows far one looks up and down, that reading stays quick however long the interview is."""


@dataclass(slots=True)
class Growing:
    """Arrows drawn so far, by step: what it leads to, and what leads to it."""

    outs: dict[int, list[int]] = field(default_factory=lambda: {START: []})
    ins: dict[int, list[int]] = field(default_factory=lambda: {START: []})

    def add(self, step: int) -> None:
        """A step that is told for the first time."""
        self.outs.setdefault(step, [])
        self.ins.setdefault(step, [])

    def connect(self, source: int, target: int) -> None:
        """An arrow, once."""
        self.add(target)
        if target not in self.outs[source]:
            self.outs[source].append(target)
            self.ins[target].append(source)

    def disconnect(self, source: int, target: int) -> None:
        """Takes an arrow away."""
        self.outs[source].remove(target)
        self.ins[target].remove(source)

    def above(self, step: int) -> dict[int, int]:
        """What leads to a step, with the number of arrows to it; the step itself is 0 away."""
        return _reach(self.ins, step)

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
