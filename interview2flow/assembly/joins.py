"""Where paths meet: which of them to wait for, and which are alternatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from interview2flow.assembly.meetings import Meetings
from interview2flow.assembly.order import Course
from interview2flow.assembly.splits import Split
from interview2flow.model import END, GatewayKind


@dataclass(frozen=True, slots=True)
class Join:
    """How a step is reached: from steps directly, or from joins further up."""

    kind: GatewayKind
    members: tuple[str | Join, ...]


class Joins:
    """Finds the join before each step; a parallel one stands only where all branches of a parallel split end up there."""

    def __init__(self, course: Course, splits: Iterable[Split]) -> None:
        self._course = course
        self._endings: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        if groups := [heads for split in splits for heads in split.parallel]:
            meetings = Meetings(course.graph, course.order)
            for heads in groups:
                for target in meetings.of(heads):
                    self._endings[target].append(heads)

    def before(self, target: str) -> Join | str | None:
        """The join before a step, the only step that leads to it, or None for the start."""
        sources = sorted(self._course.graph.pred[target], key=self._course.place.__getitem__)
        return self._meeting(target, sources, self._endings.get(target, ())) if sources else None

    def _meeting(self, target: str, sources: Sequence[str], groups: Sequence[tuple[str, ...]]) -> Join | str:
        """`groups` are the parallel splits that may end here, the outermost first."""
        if len(sources) == 1:
            return sources[0]
        for i, heads in enumerate(groups):
            arrivals = [found for branch in self._branches(heads, target) if (found := [s for s in sources if s in branch])]
            if len(arrivals) > 1:
                waited_for = Join(GatewayKind.PARALLEL, tuple(self._meeting(target, a, groups[i + 1 :]) for a in arrivals))
                others = [s for s in sources if not any(s in arrival for arrival in arrivals)]
                return Join(GatewayKind.EXCLUSIVE, (waited_for, *others)) if others else waited_for
        return Join(GatewayKind.EXCLUSIVE, tuple(sources))

    def _branches(self, heads: Sequence[str], target: str) -> list[set[str]]:
        """The branches that lead to the target and nowhere else, those that share steps as one."""
        branches: list[set[str]] = []
        for head in heads:
            region = self._region(head, target)
            if not region or not self._closes(region, target):
                continue
            shared = [branch for branch in branches if branch & region]
            branches = [branch for branch in branches if not branch & region]
            branches.append(region.union(*shared))
        return branches

    def _region(self, head: str, target: str) -> set[str]:
        """The steps from the head on that come before the target, the head included; none where one of them ends the work."""
        seen, trail = {head}, [head]
        while trail:
            for follower in self._course.onward[trail.pop()]:
                if follower == END != target:
                    return set()
                if follower not in seen and follower != target:
                    seen.add(follower)
                    trail.append(follower)
        return seen

    def _closes(self, region: Collection[str], target: str) -> bool:
        return target not in region and all(
            next_ in region or next_ == target for s in region for next_ in self._course.graph.adj[s]
        )
