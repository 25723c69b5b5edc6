"""What the drawing so far says of an arrow from a step told before to the one told now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import islice
from math import inf
from typing import Final, NamedTuple

from interview2flow.extraction.flow.graph import START, Growing
from interview2flow.extraction.flow.scene import Scene, overlap
from interview2flow.extraction.flow.sheet import Rows, Sheet, named
from interview2flow.extraction.flow.signals import Signals
from interview2flow.extraction.judge import Features
from interview2flow.extraction.tellings import Telling

YES, NO, LIMIT = "condition says yes", "condition says no", "condition says limit"
LIKELY: Final = 0.3
FAR: Final = 9.0
NEWEST: Final = 3
"""So many of the open ends told last are ranked."""


class Drawing(NamedTuple):
    """What is drawn around an arrow; the columns of what is told now and what was told before are the same for all sources."""

    leaves: float
    previous_leaf: float
    previous_conditioned: float
    is_start: float
    outs: float
    leaf: float
    leaf_rank: float
    conditioned_outs: float
    least_conditioned_out: float
    ins: float
    tellings_back: float
    is_previous: float
    above_previous: float
    is_opener: float
    below_opener: float
    parent_of_previous: float
    sibling_of_previous: float
    condition_at_previous: float
    condition_below_condition: float
    condition_at_split: float
    ways_told: float
    parallel_to_previous: float
    goes_before_previous: float


class Words(NamedTuple):
    """What the words around the step told now have in common with those around a source, and with what follows it already."""

    contrast: float = 0.0
    contrast_told: float = 0.0
    same_words: float = 0.0
    lead_names_it: float = 0.0
    condition_names_it: float = 0.0
    condition_like_siblings: float = 0.0
    lead_like_siblings: float = 0.0
    it_names_condition: float = 0.0


class Meeting(NamedTuple):
    """The source and the step told before end two branches of one split; under which conditions these began."""

    meets: float = 0.0
    meets_after: float = 0.0
    branch_conditioned: float = 0.0
    other_branch_conditioned: float = 0.0
    branches_parallel: float = 0.0
    all_meet: float = 0.0
    unconditioned_meeting: float = 0.0


COLUMNS: Final = (*Drawing._fields, *Words._fields, *Meeting._fields)
"""What is filled in for each arrow."""
SILENT, APART = Words(), Meeting()


def said(scene: Scene) -> dict[str, list[Features]]:
    """What the words tell: of each telling as the one `now`, of each step as the one `previous` to it and as its `source`."""
    return {
        "now": [{**signals.entry, **signals.own} for signals in scene.signals],
        "previous": [named("previous", signals.after) for signals in scene.told],
        "source": [_as_source(signals, likely) for signals, likely in zip(scene.told, scene.likely[:-1], strict=True)],
    }


def _as_source(signals: Signals, likely: float) -> Features:
    more = {"conditioned": likely, "coordinated": signals.entry.get("coordinated", 0.0)}
    return named("source", {**signals.own, **signals.after, **more})


class Moment:
    """The state of the drawing when a step is told for the first time; questions about it are answered once."""

    def __init__(self, scene: Scene, graph: Growing, telling: Telling) -> None:
        self.scene, self.graph, self.telling = scene, graph, telling
        self.now = scene.signals[telling.number]
        self.previous = scene.thread.tellings[telling.number - 1].step if telling.number else START
        graph.hear(scene.steps_told, telling.number)
        self.above = graph.above(self.previous)

    def rows(self, sheet: Sheet, sources: Sequence[int]) -> Rows:
        """A judge's rows for arrows from these steps to the one told now."""
        drawn = [(*self.drawing(source), *self.words(source), *self.meeting(source)) for source in sources]
        return sheet.rows(drawn, now=self.telling.number, previous=self.previous, source=sources)

    @cached_property
    def ranked_leaves(self) -> dict[int, int]:
        """By open leaf, of the ones told last, how many leaves were told after it."""
        return {step: rank for rank, step in enumerate(islice(reversed(self.graph.leaves), NEWEST))}

    @cached_property
    def parents(self) -> frozenset[int]:
        """What leads to the step told before."""
        return frozenset(self.graph.ins.get(self.previous, ()))

    @cached_property
    def siblings(self) -> frozenset[int]:
        """What follows the parents of the step told before, that step among it."""
        return frozenset(step for parent in self.parents for step in self.graph.outs[parent])

    @cached_property
    def nearest_opener(self) -> int | None:
        """On the way to the step told before, the nearest one whose follower has a condition."""
        likely, ins = self.scene.likely, self.graph.ins
        head = next((step for step in self.above if likely[step] > LIKELY), None)
        return ins[head][0] if head is not None and ins[head] else None

    @cached_property
    def _below_opener(self) -> Collection[int]:
        return () if self.nearest_opener is None else self.graph.below(self.nearest_opener)

    @cached_property
    def _told(self) -> float:
        """How likely the step told now has a condition."""
        return self.now.condition.probability if self.now.condition else 0.0

    @cached_property
    def _beside(self) -> tuple[float, float]:
        """Whether words hang the step told now beside the one told before, and whether they put it ahead."""
        entry, own = self.now.entry, self.now.own
        return (
            float("opening parallel" in entry or "own parallel" in own),
            float("opening repair" in entry or "gap repair" in entry),
        )

    def drawing(self, source: int) -> Drawing:
        """What is drawn around an arrow from a step told before, or from START."""
        graph, likely, previous = self.graph, self.scene.likely, self.previous
        ways = [likely[step] for step in graph.outs[source]]
        most = max(ways, default=0.0)
        told, here = self._told, float(source == previous)
        parent = source in self.parents
        return Drawing(
            len(graph.leaves),
            not graph.outs[previous],
            likely[previous],
            source == START,
            len(ways),
            not ways,
            self.ranked_leaves.get(source, -1),
            most,
            min(ways, default=0.0),
            len(graph.ins[source]),
            self.telling.number - graph.touched.get(source, -1),
            here,
            self.above.get(source, FAR),
            source == self.nearest_opener,
            source in self._below_opener,
            parent,
            source in self.siblings,
            told * here,
            told * here * likely[previous],
            told * most,
            sum(one > LIKELY for one in ways),
            self._beside[0] * parent,
            self._beside[1] * parent,
        )

    def words(self, source: int) -> Words:
        """What is said around a source and around the step told now."""
        now, said = self.now, self.scene.told
        condition, lead = now.condition_terms, now.lead_terms
        contrast = like_condition = like_lead = 0.0
        for follower in [said[step] for step in self.graph.outs[source]]:
            contrast = max(contrast, contrasted(now, follower))
            like_condition = max(like_condition, overlap(follower.condition_terms, condition))
            like_lead = max(like_lead, overlap(follower.condition_terms, lead))
        if source == START:
            return SILENT._replace(contrast=contrast, contrast_told=contrast * self._told)
        of = said[source]
        return Words(
            contrast,
            contrast * self._told,
            overlap(of.terms, now.terms),
            overlap(of.terms, lead),
            overlap(of.terms, condition),
            like_condition,
            like_lead,
            overlap(of.after_terms, condition),
        )

    def meeting(self, source: int) -> Meeting:
        """Whether two branches meet in the step told now."""
        if source == self.previous or self.graph.outs[source] or self.previous == START:
            return APART
        own = self.graph.above(source)
        common = nearest_common(own, self.above)
        if common is None:
            return APART
        mine, other = self._head(common, own), self._head(common, self.above)
        entry = self.now.entry
        together = entry.get("opening all", 0.0) or entry.get("gap all", 0.0) or entry.get("condition says all", 0.0)
        parallel, plain = float(max(mine, other) < LIKELY), float(self._told < LIKELY)
        return Meeting(1.0, float(own[common]), mine, other, parallel, together, plain)

    def _head(self, split: int, way: dict[int, int]) -> float:
        """How conditioned the branch is that leads from a split to where the way ends."""
        return max((self.scene.likely[step] for step in self.graph.outs[split] if step in way), default=0.0)


def nearest_common(one: dict[int, int], other: dict[int, int]) -> int | None:
    """Of the steps on two ways the one with the fewest arrows to both ends; each way has the nearest first."""
    found, fewest = None, inf
    for step, far in one.items():
        if far >= fewest:
            break
        if step in other and far + other[step] < fewest:
            found, fewest = step, far + other[step]
    return found


def contrasted(one: Signals, other: Signals) -> float:
    """How much two conditions look like the two sides of one decision: yes and no, the same amount, like words."""
    here, there = one.entry, other.entry
    opposed = any(a in here and b in there and b not in here for a, b in ((YES, NO), (NO, YES)))
    limits = LIMIT in here and LIMIT in there
    return opposed + limits + overlap(one.condition_terms, other.condition_terms)
