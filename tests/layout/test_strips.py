from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from interview2flow.layout import arrange, strips
from interview2flow.layout.strips import _columns, _cut, _numbers, _part
from interview2flow.model import Bounds, Diagram, Lane, Process, Task
from tests.layout.faults import faults
from tests.layout.processes import processes, realistic
from tests.support.gold_process import gold_folders, gold_process


@pytest.mark.parametrize("count", [25, 60, 150])
def test_each_node_stands_in_exactly_one_strip(count: int) -> None:
    process = realistic(count)
    found = [node for strip in strips(process) for node in strip.nodes]
    assert sorted(found) == sorted(node.id for node in process.nodes)


def test_strips_hold_about_twenty_symbols_and_fit_the_page() -> None:
    parts = strips(realistic(150))
    assert all(len(part.nodes) <= 20 for part in parts)
    assert all(part.width <= 1300 * 1.15 for part in parts)
    assert sum(len(part.nodes) for part in parts) / len(parts) > 5


def test_strips_are_numbered_and_say_so() -> None:
    parts = strips(realistic(60))
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert {part.count for part in parts} == {len(parts)}
    assert f"part 2 of {len(parts)}" in parts[1].svg


@pytest.mark.parametrize("folder", gold_folders()[::6], ids=lambda folder: folder.name)
def test_flows_between_strips_leave_and_arrive_at_the_same_number(folder: Path) -> None:
    process = gold_process(folder)
    columns = _cut(process, _columns(process, arrange(process)), arrange(process), symbols=8, max_width=900)
    numbers = _numbers(process, columns)
    home = {node: index for index, part in enumerate(columns) for column in part for node in column}
    scenes = [_part(process, part, numbers, "") for part in columns]
    for index, scene in enumerate(scenes):
        leaving = sorted(scene.connectors[flow.target] for flow in scene.process.flows if flow.target in scene.connectors)
        cut = [flow for flow in process.flows if home[flow.source] == index and home[flow.target] != index]
        assert leaving == sorted(numbers[flow.target] for flow in cut)
        arriving = {scene.connectors[flow.source]: flow.target for flow in scene.process.flows if flow.source in scene.connectors}
        assert arriving == {number: target for target, number in numbers.items() if home[target] == index}
        assert faults(scene.process, scene.diagram) == []


def test_strips_show_only_the_lanes_they_need() -> None:
    process = realistic(60)
    for strip in strips(process):
        used = {process.node(node).lane for node in strip.nodes}
        words = {element.text for element in etree.fromstring(strip.svg).iter("{http://www.w3.org/2000/svg}text")}
        named = {lane.id for lane in process.lanes if set(lane.name.split()) & words or lane.name in words}
        assert used <= named


def test_a_short_process_is_one_strip_without_connectors() -> None:
    (strip,) = strips(realistic(6))
    assert (strip.number, strip.count) == (1, 1)
    assert "part 1" not in strip.svg


def test_an_edited_drawing_gives_the_order() -> None:
    nodes = tuple(Task(id=f"t{index}", name="check", lane="l") for index in range(4))
    shapes = {f"t{index}": Bounds(1000 * (4 - index), 0, 100, 80) for index in range(4)}
    drawn = Diagram({"l": Bounds(0, 0, 5000, 100), **shapes})
    process = Process(title="", language="en", lanes=(Lane(id="l", name="Clerk"),), nodes=nodes, diagram=drawn)
    assert [node for strip in strips(process) for node in strip.nodes] == ["t3", "t2", "t1", "t0"]


def test_an_empty_process_gives_no_strips() -> None:
    assert strips(Process(title="", language="en")) == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(processes())
def test_parts_of_any_process_are_drawn_without_fault(process: Process) -> None:
    diagram = arrange(process)
    parts = _cut(process, _columns(process, diagram), diagram, symbols=4, max_width=700)
    numbers = _numbers(process, parts)
    scenes = [_part(process, part, numbers, "") for part in parts]
    assert [fault for scene in scenes for fault in faults(scene.process, scene.diagram)] == []
