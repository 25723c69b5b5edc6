"""Where paths part: which arrows out of a step are alternatives, and which go on at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interview2flow.assembly.order import Course
from interview2flow.model import END, Relation


@dataclass(frozen=True, slots=True)
class Split:
    """What follows a step: one of the `alternatives`; the relations within an alternative go on at the same time."""

    source: str
    alternatives: tuple[tuple[Relation, ...], ...]

    @property
    def chooses(self) -> bool:
        """Whether a gateway is needed to choose: also for one way only, where it is told when it is taken."""
        return len(self.alternatives) > 1 or self.alternatives[0][0].condition is not None

    @property
    def parallel(self) -> tuple[tuple[str, ...], ...]:
        """The steps that are started together, a group each."""
        return tuple(tuple(r.target for r in group) for group in self.alternatives if len(group) > 1)


def splits(course: Course) -> dict[str, Split]:
    """The split after each node that anything follows, by node, in the order of work.

    Arrows under one and the same condition, or under none, start work that goes on at the same time, unless one of them
    only skips what another one does, leads back, or ends the work: then they are alternatives.
    """
    place = course.place
    found = {}
    for source in course.order:
        follow = course.graph.adj[source]
        relations: list[Relation] = [follow[target]["relation"] for target in sorted(follow, key=place.__getitem__)]
        if relations:
            groups = [part for group in _by_condition(relations) for part in _together(source, group, course)]
            found[source] = Split(source, tuple(sorted(groups, key=lambda group: place[group[0].target])))
    return found


def _by_condition(relations: Iterable[Relation]) -> Iterable[tuple[Relation, ...]]:
    groups: dict[str, list[Relation]] = {}
    for relation in relations:
        groups.setdefault(relation.condition.text.casefold() if relation.condition else "", []).append(relation)
    return (tuple(group) for group in groups.values())


def _together(source: str, group: Sequence[Relation], course: Course) -> list[tuple[Relation, ...]]:
    """The group as a whole where its targets can go on side by side, else each relation for itself."""
    targets = {relation.target for relation in group}
    side_by_side = (
        len(targets) > 1
        and END not in targets
        and targets.issubset(course.onward[source])
        and not any(course.reach(target, targets) for target in targets)
    )
    return [tuple(group)] if side_by_side else [(relation,) for relation in group]
