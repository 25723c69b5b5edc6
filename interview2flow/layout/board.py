"""What already runs where on the drawing board, so that no flow runs on top of another one or through a node."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from interview2flow.layout.grid import Grid, Place, is_column

Path = tuple[Place, ...]
"""The corners of a flow on the board, from its source's place to its target's."""

RIGHT, DOWN, LEFT, UP = range(4)
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass
class Board:
    """The pieces of lines that are taken.

    Gaps hold any number of flows side by side. The middle of a row or column holds one; there a piece between two crossings
    (named by its upper left end) belongs to the flows of one source as they leave it, of one target as they reach it, or to
    a single flow.
    """

    grid: Grid
    level: dict[Place, str] = field(default_factory=dict)
    upright: dict[Place, str] = field(default_factory=dict)
    turns: dict[Place, str] = field(default_factory=dict)
    passed_level: Counter[Place] = field(default_factory=Counter)
    passed_upright: Counter[Place] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        rows = set(self.grid.row_lines)
        self.is_row = [line in rows for line in range(self.grid.height)]

    def owner(self, place: Place, direction: int) -> str | None:
        """Who holds the piece that leads from a place in a direction; None where it is free or lies in a gap."""
        column, line = place
        if direction in {RIGHT, LEFT}:
            return self.level.get((column - (direction == LEFT), line))
        return self.upright.get((column, line - (direction == UP)))

    def take(self, path: Path, *, source: str, target: str) -> None:
        """Notes the pieces, turns and passages of a new flow."""
        for index, (start, end) in enumerate(pairwise(path)):
            leaving = index == 0
            reaching = index == len(path) - 2
            self._take_leg(
                start, end, leaving=leaves(source) if leaving else None, reaching=reaches(target) if reaching else None
            )
        for place in path[1:-1]:
            if is_column(place[0]) and self.is_row[place[1]]:
                self.turns.setdefault(place, source)

    def _take_leg(self, start: Place, end: Place, *, leaving: str | None, reaching: str | None) -> None:
        flat = start[1] == end[1]
        pieces = self.level if flat else self.upright
        taken = self.is_row[start[1]] if flat else is_column(start[0])
        places = _between(start, end)
        if taken:
            keys = [min(pair) for pair in pairwise(places)]
            names = [leaving if leaving and (not flat or index == 0) else "one" for index in range(len(keys))]
            if reaching:
                names[-1] = reaching
            for key, name in zip(keys, names, strict=True):
                pieces.setdefault(key, name)
        (self.passed_level if flat else self.passed_upright).update(places[1:-1])


def leaves(node: str) -> str:
    """The name under which the flows out of a node hold the pieces next to it."""
    return f"from {node}"


def reaches(node: str) -> str:
    """The name under which the flows into a node hold the pieces next to it."""
    return f"to {node}"


def _between(start: Place, end: Place) -> list[Place]:
    """All crossings on a straight leg, both ends included."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        return [(x, y1) for x in range(x1, x2 + (1 if x2 > x1 else -1), 1 if x2 > x1 else -1)]
    return [(x1, y) for y in range(y1, y2 + (1 if y2 > y1 else -1), 1 if y2 > y1 else -1)]
