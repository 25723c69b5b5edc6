from __future__ import annotations

import pytest

from interview2flow.model import Event, EventKind, Gateway, GatewayKind, Process, Task
from tests.assembly.assembly_builders import arrows, assembled


def gateways(process: Process) -> list[tuple[str, int, int]]:
    """Each gateway as (kind, ways in, ways out), in the process's order."""
    return [
        (node.kind.name, len(process.incoming(node.id)), len(process.outgoing(node.id)))
        for node in process.nodes
        if isinstance(node, Gateway)
    ]


ROUND = {
    "a line": ["start > a", "a > b", "b > end"],
    "a decision that meets again": ["start > a", "a > b: large", "a > c: small", "b > d", "c > d", "d > end"],
    "a shortcut": ["start > a", "a > b: new", "a > c: known", "b > c", "c > end"],
    "parallel work": ["start > a", "a > b", "a > c", "b > d", "c > d", "d > end"],
    "a loop": ["start > a", "a > b", "b > a: wrong", "b > c: right", "c > end"],
    "one side told": ["start > a", "a > b: signed", "b > end"],
    "an end in the middle": ["start > a", "a > end: refused", "a > b: granted", "b > end"],
    "two ways to begin": ["start > a: by mail", "start > b: on paper", "a > c", "b > c", "c > end"],
    "a default way": ["start > a", "a > b: large", "a > c", "b > c", "c > end"],
    "two at once under one condition": ["start > a", "a > b: yes", "a > c: yes", "a > d: no", "b > d", "c > d", "d > end"],
}


@pytest.mark.parametrize("told", ROUND.values(), ids=ROUND.keys())
def test_the_drawing_has_exactly_the_arrows_that_were_told(told: list[str]) -> None:
    assert arrows(assembled(*told)) == set(told)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("a line", []),
        ("a decision that meets again", [("EXCLUSIVE", 1, 2), ("EXCLUSIVE", 2, 1)]),
        ("parallel work", [("PARALLEL", 1, 2), ("PARALLEL", 2, 1)]),
        ("a loop", [("EXCLUSIVE", 2, 1), ("EXCLUSIVE", 1, 2)]),
        ("one side told", [("EXCLUSIVE", 1, 1)]),
        ("two at once under one condition", [("EXCLUSIVE", 1, 2), ("PARALLEL", 1, 2), ("PARALLEL", 2, 1), ("EXCLUSIVE", 2, 1)]),
    ],
)
def test_gateways(told: str, expected: list[tuple[str, int, int]]) -> None:
    assert gateways(assembled(*ROUND[told])) == expected


def test_a_branch_that_ends_is_not_waited_for() -> None:
    process = assembled("start > a", "a > b", "a > c", "b > d: good", "b > end: bad", "c > d", "d > end")
    assert ("PARALLEL", 2, 1) not in gateways(process)


def test_parallel_work_within_parallel_work_is_joined_twice() -> None:
    process = assembled("start > a", "a > b", "a > c", "b > d", "b > e", "c > z", "d > z", "e > z", "z > end")
    assert [g for g in gateways(process) if g[1] > 1] == [("PARALLEL", 2, 1), ("PARALLEL", 2, 1)]


def test_a_way_back_into_a_parallel_join_does_not_hold_it_up() -> None:
    process = assembled("start > a", "a > b", "a > c", "b > d", "c > d", "d > e", "e > d: wrong", "e > end: right")
    assert ("PARALLEL", 2, 1) in gateways(process)
    assert ("EXCLUSIVE", 2, 1) in gateways(process)


def test_skipping_a_step_is_a_choice_even_where_nobody_says_when() -> None:
    process = assembled("start > a", "a > b", "a > c", "b > c", "c > end")
    assert {node.kind for node in process.nodes if isinstance(node, Gateway)} == {GatewayKind.EXCLUSIVE}


def test_ids_count_in_the_order_of_work() -> None:
    process = assembled("start > b", "b > c: yes", "b > a: no", "a > d", "c > d", "d > end")
    assert [node.id for node in process.nodes] == [
        "Event_1", "Activity_1", "Gateway_1", "Activity_2", "Activity_3", "Gateway_2", "Activity_4", "Event_2",
    ]  # fmt: skip
    assert [flow.id for flow in process.flows] == [f"Flow_{i}" for i in range(1, len(process.flows) + 1)]


def test_each_way_out_has_its_own_end() -> None:
    process = assembled("start > a", "a > end: refused", "a > b: granted", "b > end")
    ends = [node for node in process.nodes if isinstance(node, Event) and node.kind is EventKind.END]
    assert len(ends) == 2


def test_gateways_stand_in_the_lane_of_the_step_they_belong_to() -> None:
    process = assembled("start > a", "a > b: yes", "a > c: no", "b > d", "c > d", "d > end")
    assert {node.lane for node in process.nodes} == {"Lane_1"}


def test_a_long_way_needs_no_deep_stack() -> None:
    told = ["start > s0", *(f"s{i} > s{i + 1}" for i in range(3000)), "s3000 > end"]
    assert sum(isinstance(node, Task) for node in assembled(*told).nodes) == 3001
