"""Conditions on the arrows of decisions: as told, or as the opposite of what was told of the other way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview2flow.extraction import document
from interview2flow.extraction.conditions.finding import Heard
from interview2flow.extraction.conditions.opposite import otherwise
from interview2flow.extraction.conditions.reading import Reader
from interview2flow.extraction.flow.graph import END, START, Growing
from interview2flow.extraction.flow.scene import Scene
from interview2flow.model import Condition, Provenance

TOLD: Final = 0.15
"""From this probability on a passage is written on its arrow."""
AT_ALL: Final = 0.15
"""A decision whose likeliest condition is less likely than this one has no words for it."""
PARALLEL_BELOW: Final = 0.6
"""Ways of which one is more likely conditioned are no parallel work, even where it is said to go on at the same time."""
MEANWHILE: Final = tuple(f"{place} {kind}" for place in ("opening", "own") for kind in ("parallel", "meanwhile"))
ALONE: Final = 0.55
"""From this probability on a passage is written on the only way that is told: what else may happen was left open."""
TWO: Final = 2


@dataclass(frozen=True, slots=True)
class _Way:
    """A way out of a step, with what may be its condition."""

    target: int
    heard: Heard | None

    @property
    def likely(self) -> float:
        return self.heard.probability if self.heard else 0.0


def conditions_of(scene: Scene, graph: Growing) -> dict[tuple[int, int], Condition]:
    """By arrow, its condition, for the steps after which there is a choice, though only one side of it may be told."""
    found: dict[tuple[int, int], Condition] = {}
    for source, targets in graph.outs.items():
        ways = [_Way(target, _heard(scene, source, target)) for target in sorted(targets, key=lambda t: (t == END, t))]
        if len(ways) < TWO:
            found |= {(source, way.target): _stated(scene, way.heard) for way in ways if way.heard and _one_sided(source, way)}
        elif not _parallel(scene, ways):
            found |= {(source, target): said for target, said in _worded(scene, ways).items()}
    return found


def _one_sided(source: int, way: _Way) -> bool:
    """Whether the only way out of a step is surely taken under a condition."""
    return source != START and way.target != END and way.likely >= ALONE


def _heard(scene: Scene, source: int, target: int) -> Heard | None:
    """What is heard where the arrow is told: before the target, at its retelling, or behind the source."""
    if target == END:
        return scene.of(source).way_out if source != START else None
    if target > source:
        return scene.of(target).condition
    again = [t.number for t in scene.thread.tellings if t.step == target and t.number > scene.first[source]]
    options = [scene.signals[number].condition for number in again[:1]] + [scene.of(source).way_out]
    return max((heard for heard in options if heard), key=lambda heard: heard.probability, default=None)


def _parallel(scene: Scene, ways: list[_Way]) -> bool:
    """Work that goes on at the same time: no way leads back or ends, and a later one is told to be so."""
    if any(way.target == END for way in ways):
        return False
    later = [scene.of(way.target) for way in ways[1:]]
    said = any(name in signals.entry or name in signals.own for signals in later for name in MEANWHILE)
    return max(way.likely for way in ways) < (PARALLEL_BELOW if said else AT_ALL)


def _worded(scene: Scene, ways: list[_Way]) -> dict[int, Condition]:
    told = {way.target: way for way in ways if way.likely >= TOLD}
    if not told:
        best = max(ways, key=lambda way: way.likely)
        if best.likely < AT_ALL:
            return {}
        told = {best.target: best}
    found = {target: _stated(scene, way.heard) for target, way in told.items() if way.heard}
    inferred = _inferred(scene, ways, [way.heard for way in told.values() if way.heard])
    return {way.target: found.get(way.target, inferred) for way in ways}


def _stated(scene: Scene, heard: Heard) -> Condition:
    words = document.evidence(scene.thread.doc, heard.candidate.start, heard.candidate.end) if scene.thread.doc else None
    return Condition(text=heard.text, provenance=Provenance.STATED, evidence=words)


def _inferred(scene: Scene, ways: list[_Way], told: list[Heard]) -> Condition:
    """What holds on the ways of which no condition was told."""
    if len(ways) == TWO and told:
        other = Reader(scene.thread).opposite(told[0].candidate)
        words = _stated(scene, told[0]).evidence
        return Condition(text=other, provenance=Provenance.INFERRED, evidence=words)
    return Condition(text=otherwise(scene.thread.language), provenance=Provenance.INFERRED)
