"""The coarse drawing board: columns and rows of cells, with gaps between them in which lines run.

Lines are numbered. Upright line `2c + 1` is the middle of column `c`, `2c` the gap before it. Level lines are the middles of
the rows and the gaps above each row; each band (lane) has one gap more at its lower end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""An upright and a level line: where they cross."""


@dataclass(frozen=True)
class Grid:
    """Which node stands where, and which level lines are the middles of rows."""

    columns: int
    row_lines: tuple[int, ...]
    bands: tuple[tuple[int, int], ...]  # first and last level line of each band; both are gaps
    places: Mapping[str, Place]
    nodes: Mapping[Place, str]

    @property
    def width(self) -> int:
        """The number of upright lines."""
        return 2 * self.columns + 1

    @property
    def height(self) -> int:
        """The number of level lines."""
        return self.bands[-1][1] + 1 if self.bands else 0


def is_column(line: int) -> bool:
    """Whether an upright line is the middle of a column (else it is a gap)."""
    return line % 2 == 1


def build(*, ranks: Mapping[str, int], rows: Mapping[str, int], band: Mapping[str, int], bands: int) -> Grid:
    """The board for nodes with known columns and rows; each band has at least one row."""
    heights = _heights(rows, band, bands)
    lines: list[int] = []
    edges: list[tuple[int, int]] = []
    first_rows: list[int] = []
    line = 0
    for height in heights:
        first_rows.append(len(lines))
        lines.extend(line + 2 * row + 1 for row in range(height))
        edges.append((line, line + 2 * height))
        line += 2 * height + 1
    places = {node: (2 * ranks[node] + 1, lines[first_rows[band[node]] + rows[node]]) for node in ranks}
    return Grid(
        columns=max(ranks.values(), default=-1) + 1,
        row_lines=tuple(lines),
        bands=tuple(edges),
        places=places,
        nodes={place: node for node, place in places.items()},
    )


def _heights(rows: Mapping[str, int], band: Mapping[str, int], bands: int) -> Sequence[int]:
    heights = [1] * bands
    for node, row in rows.items():
        heights[band[node]] = max(heights[band[node]], row + 1)
    return heights
