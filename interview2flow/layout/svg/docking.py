"""Where arrows meet their symbols: some tools lead them from middle to middle, where their heads could not be seen."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.model import Bounds, Point


def docked(route: Sequence[Point], source: Bounds | None, target: Bounds | None) -> tuple[Point, ...]:
    """The part of a route that lies between its two symbols."""
    return _beyond(_beyond(tuple(route), source)[::-1], target)[::-1]


def _beyond(route: tuple[Point, ...], symbol: Bounds | None) -> tuple[Point, ...]:
    """The route from where it leaves the symbol that it begins in; the whole route where it never does."""
    if symbol is None or not _within(route[0], _middle(symbol)):
        return route
    for place, point in enumerate(route):
        if not _within(point, symbol):
            return (_crossing(route[place - 1], point, symbol), *route[place:])
    return route


def _middle(symbol: Bounds) -> Bounds:
    """The half of a symbol around its middle: what is outside may lie on the border of a circle or a diamond."""
    return Bounds(symbol.x + symbol.width / 4, symbol.y + symbol.height / 4, symbol.width / 2, symbol.height / 2)


def _within(point: Point, symbol: Bounds) -> bool:
    return symbol.x < point.x < symbol.right and symbol.y < point.y < symbol.bottom


def _crossing(inner: Point, outer: Point, symbol: Bounds) -> Point:
    """Where the way from a point within a symbol to one outside crosses its border."""
    across, along = outer.x - inner.x, outer.y - inner.y
    sides = [
        (symbol.right if across > 0 else symbol.x, inner.x, across),
        (symbol.bottom if along > 0 else symbol.y, inner.y, along),
    ]
    share = min((side - start) / step for side, start, step in sides if step)
    return Point(inner.x + across * share, inner.y + along * share)
