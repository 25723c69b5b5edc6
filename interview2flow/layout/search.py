"""The cheapest way of a flow over the drawing board: A* with a price on bends, crossings and unusual sides of a symbol."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final, NamedTuple

from interview2flow.layout.board import DOWN, LEFT, RIGHT, STEPS, UP, Board, Path, leaves, reaches
from interview2flow.layout.grid import Place, is_column
from interview2flow.model import Gateway, Node

_ACROSS: Final = 80  # pixels between two upright, two level lines, roughly
_ALONG: Final = 50
_BEND: Final = 50
_CROSSING: Final = 70
_IN_GAP: Final = 5  # gaps that flows run in must be wide
_UNUSUAL_SIDE: Final = 90  # a task or event left or reached through its upper or lower side
_GATEWAY_SIDE: Final = 10  # the same for a gateway, whose upper and lower corners are there for that
_NAMED_TOP: Final = 25  # the name of a gateway stands above it
_SHARED_EXIT: Final = 320  # two branches of a gateway through its right corner
_SHARED_SIDE: Final = 15  # two branches through its upper or lower corner
_SHARED_ENTRY: Final = 20


class _State(NamedTuple):
    estimate: float
    turn: int  # counts up, so that equal estimates are settled the same way each time
    cost: float
    place: Place
    direction: int
    leaving: bool  # still on the first straight leg


@dataclass(frozen=True)
class Search:
    """One flow's search; `find` gives its corners. There is always a way: through the gaps."""

    board: Board
    source: Node
    target: Node
    named: bool = False  # needs a level leg to carry its label
    again: bool = False  # another flow joins the same two nodes, and must not be hidden under this one

    def find(self) -> Path:
        """The corners from source to target."""
        start, goal = self.board.grid.places[self.source.id], self.board.grid.places[self.target.id]
        parents: dict[tuple[Place, int], tuple[Place, int] | None] = {}
        best: dict[tuple[Place, int], float] = {}
        queue: list[_State] = []
        self._open(queue, best, parents, start, goal)
        while queue:
            state = heappop(queue)
            key = (state.place, state.direction)
            if state.cost > best[key]:
                continue
            if state.place == goal:
                return _corners(start, key, parents)
            for place, direction, cost, leaving in self._moves(state, goal):
                after = (place, direction)
                if cost < best.get(after, cost + 1):
                    best[after], parents[after] = cost, key
                    heappush(
                        queue, _State(cost + _estimate(place, direction, goal), len(parents), cost, place, direction, leaving)
                    )
        message = f"no way from {self.source.id} to {self.target.id}"
        raise AssertionError(message)

    def _open(
        self,
        queue: list[_State],
        best: dict[tuple[Place, int], float],
        parents: dict[tuple[Place, int], tuple[Place, int] | None],
        start: Place,
        goal: Place,
    ) -> None:
        for direction in (RIGHT, DOWN, UP):
            place = _next(start, direction)
            if not self._free(start, place, direction, goal=goal, leaving=True):
                continue
            cost = self._exit(start, direction) + self._price(start, place, direction, goal)
            best[place, direction], parents[place, direction] = cost, None
            heappush(queue, _State(cost + _estimate(place, direction, goal), len(parents), cost, place, direction, True))  # noqa: FBT003

    def _moves(self, state: _State, goal: Place) -> Iterator[tuple[Place, int, float, bool]]:
        board, here = self.board, state.place
        in_cell = is_column(here[0]) and board.is_row[here[1]]
        for direction in range(4):
            straight = direction == state.direction
            if direction == (state.direction + 2) % 4:
                continue
            if not straight and in_cell and board.turns.get(here, self.source.id) != self.source.id:
                continue
            place = _next(here, direction)
            leaving = state.leaving and straight
            if not self._free(here, place, direction, goal=goal, leaving=leaving):
                continue
            cost = state.cost + self._price(here, place, direction, goal)
            if straight:
                crossed = board.passed_upright if direction in {LEFT, RIGHT} else board.passed_level
                cost += _CROSSING * crossed[here] if here in crossed else 0
            else:
                cost += _BEND
            yield place, direction, cost, leaving

    def _free(self, here: Place, place: Place, direction: int, *, goal: Place, leaving: bool) -> bool:
        grid = self.board.grid
        if not (0 <= place[0] < grid.width and 0 <= place[1] < grid.height):
            return False
        if place in grid.nodes and (place != goal or direction == LEFT):
            return False
        owner = self.board.owner(here, direction)
        if place == goal and leaving and ((self.named and direction != RIGHT) or (self.again and owner is not None)):
            return False
        if owner is None:
            return True
        return (leaving and owner == leaves(self.source.id)) or (place == goal and owner == reaches(self.target.id))

    def _price(self, here: Place, place: Place, direction: int, goal: Place) -> float:
        flat = direction in {LEFT, RIGHT}
        price: float = _ACROSS if flat else _ALONG
        if (not self.board.is_row[here[1]]) if flat else (not is_column(here[0])):
            price += _IN_GAP
        if place == goal:
            price += self._entry(here, direction)
        return price

    def _exit(self, start: Place, direction: int) -> float:
        shared = self.board.owner(start, direction) is not None
        if direction == RIGHT:
            return _SHARED_EXIT if shared else 0
        if not isinstance(self.source, Gateway):
            return _UNUSUAL_SIDE
        return _GATEWAY_SIDE + _SHARED_SIDE * shared + (_NAMED_TOP if direction == UP and self.source.name else 0)

    def _entry(self, here: Place, direction: int) -> float:
        shared = _SHARED_ENTRY if self.board.owner(here, direction) is not None else 0
        if direction == RIGHT:
            return shared
        return shared + (_GATEWAY_SIDE if isinstance(self.target, Gateway) else _UNUSUAL_SIDE)


def _next(place: Place, direction: int) -> Place:
    across, along = STEPS[direction]
    return place[0] + across, place[1] + along


def _estimate(place: Place, direction: int, goal: Place) -> float:
    across, along = goal[0] - place[0], goal[1] - place[1]
    bends = (
        (across != 0 and along != 0) or (across != 0 and direction in {UP, DOWN}) or (along != 0 and direction in {LEFT, RIGHT})
    )
    return _ACROSS * abs(across) + _ALONG * abs(along) + _BEND * bends


def _corners(start: Place, key: tuple[Place, int], parents: dict[tuple[Place, int], tuple[Place, int] | None]) -> Path:
    """The way walked back, with only the places where it turns."""
    corners = [key[0]]
    while (before := parents[key]) is not None:
        if before[1] != key[1]:
            corners.append(before[0])
        key = before
    return (start, *reversed(corners))
