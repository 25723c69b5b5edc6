"""Arrows that some tool led from middle to middle are drawn from border to border."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview2flow.layout.svg.docking import docked
from interview2flow.model import Bounds, Point

LEFT, RIGHT = Bounds(0, 0, 100, 80), Bounds(200, 0, 100, 80)


@pytest.mark.parametrize(
    ("route", "drawn"),
    [
        ([Point(50, 40), Point(250, 40)], [Point(100, 40), Point(200, 40)]),
        ([Point(50, 40), Point(60, 40), Point(240, 40), Point(250, 40)], [Point(100, 40), Point(200, 40)]),
        (
            [Point(50, 40), Point(50, 140), Point(250, 140), Point(250, 40)],
            [Point(50, 80), Point(50, 140), Point(250, 140), Point(250, 80)],
        ),
        ([Point(100, 40), Point(200, 40)], [Point(100, 40), Point(200, 40)]),
    ],
)
def test_what_lies_within_a_symbol_is_left_out(route: list[Point], drawn: list[Point]) -> None:
    assert docked(route, LEFT, RIGHT) == tuple(drawn)


def test_an_arrow_that_never_leaves_its_symbol_stays() -> None:
    route = (Point(50, 40), Point(60, 40))
    assert docked(route, LEFT, None) == route


def test_an_arrow_that_ends_on_the_border_of_a_circle_or_diamond_stays() -> None:
    route = (Point(85, 12), Point(215, 12))
    assert docked(route, LEFT, RIGHT) == route


@given(st.lists(st.builds(Point, st.floats(-300, 300), st.floats(-300, 300)), min_size=2, max_size=6))
def test_any_route_stays_one(route: list[Point]) -> None:
    assert len(docked(route, LEFT, RIGHT)) > 1
