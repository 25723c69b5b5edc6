"""Where things stand in the drawing, in pixels, y downward; the process itself does not know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing, in pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """An upright rectangle, in pixels; `x`, `y` is its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class Diagram:
    """The drawing of a process: `shapes` by id of node, lane or pool, `routes` by id of flow, `labels` by id of either."""

    shapes: Mapping[str, Bounds] = field(default_factory=dict)
    routes: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)
    labels: Mapping[str, Bounds] = field(default_factory=dict)
