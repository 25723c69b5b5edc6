from __future__ import annotations

import pytest

from interview2flow.assembly.draft import work_graph
from interview2flow.assembly.meetings import Meetings
from interview2flow.assembly.order import Course
from tests.assembly.assembly_builders import relation


def course(*arrows: str) -> Course:
    relations = [relation(arrow) for arrow in arrows]
    return Course.of(work_graph(dict.fromkeys(r.source for r in relations if r.source != "start"), relations))


def meetings(heads: str, *arrows: str) -> set[str]:
    way = course(*arrows)
    return Meetings(way.graph, way.order).of(heads.split())


@pytest.mark.parametrize(
    ("heads", "told", "expected"),
    [
        ("b c", "start > a, a > b, a > c, b > d, c > d, d > e, e > end", {"d"}),
        ("b c", "start > a, a > b, a > c, b > end, c > d, d > end", {"end"}),
        ("b d", "start > a, a > b, a > d, b > c, c > d, d > end", {"d"}),
        ("b c d", "start > a, a > b, a > c, a > d, b > e, c > e, e > f, d > f, f > end", {"e", "f"}),
        ("b c", "start > a, a > b, a > c, b > d, d > b, d > e, c > e, e > end", {"e"}),
    ],
    ids=["side by side", "only at the end", "one after the other", "two first, then the third", "with a loop"],
)
def test_where_ways_meet(heads: str, told: str, expected: set[str]) -> None:
    assert meetings(heads, *told.split(", ")) == expected


def test_work_runs_downwards_in_the_order_told() -> None:
    way = course("start > b", "start > a", "b > d", "d > b", "a > c", "c > d", "d > end")
    assert way.order == ("start", "b", "a", "c", "d", "end")
    assert way.onward["d"] == ("end",)


def test_whether_work_runs_on_to_a_step() -> None:
    way = course("start > a", "a > b", "b > c", "c > a", "a > d", "c > end", "d > end")
    assert way.reach("a", {"c"})
    assert not way.reach("d", {"c"})
    assert not way.reach("c", {"a"})
