from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from interview2flow.layout import POOL, arrange
from interview2flow.model import Diagram, Event, EventKind, Lane, Process, SequenceFlow, Task
from tests.layout.faults import faults
from tests.layout.processes import processes, realistic
from tests.support.gold_process import gold_folders, gold_process


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(processes())
def test_nothing_stands_or_runs_on_anything_else_whatever_the_process(process: Process) -> None:
    assert faults(process, arrange(process)) == []


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_told_processes_are_drawn_without_fault(folder: Path) -> None:
    process = gold_process(folder)
    assert faults(process, arrange(process)) == []


@pytest.mark.parametrize("seed", range(12))
def test_long_processes_are_drawn_without_fault(seed: int) -> None:
    process = realistic(40 + 10 * seed, lanes=2 + seed % 6, seed=seed)
    assert faults(process, arrange(process)) == []


def test_same_process_gives_same_drawing() -> None:
    assert arrange(realistic(60)) == arrange(realistic(60))


def test_flows_lead_to_the_right_except_loops() -> None:
    diagram = arrange(_chain("a", "b", "c", back=("c", "b")))
    assert diagram.shapes["a"].right < diagram.shapes["b"].x < diagram.shapes["b"].right < diagram.shapes["c"].x
    assert diagram.routes["c>b"][0].x > diagram.routes["c>b"][-1].x


def test_a_main_path_in_one_lane_is_one_straight_line() -> None:
    diagram = arrange(_chain("a", "b", "c", "d"))
    assert {point.y for route in diagram.routes.values() for point in route} == {diagram.shapes["a"].centre.y}


def test_empty_process_gives_an_empty_drawing() -> None:
    assert arrange(Process(title="", language="en")) == Diagram()


def test_lanes_without_steps_are_drawn() -> None:
    lanes = (Lane(id="Lane_1", name="Clerk"), Lane(id="Lane_2", name="Head of the purchasing department of the region"))
    diagram = arrange(Process(title="", language="en", lanes=lanes))
    assert set(diagram.shapes) == {POOL, "Lane_1", "Lane_2"}
    assert diagram.shapes["Lane_2"].height > diagram.shapes["Lane_1"].height


def test_without_lanes_there_is_no_pool() -> None:
    assert POOL not in arrange(_chain("a", "b")).shapes


def test_lanes_keep_the_order_of_the_process() -> None:
    lanes = tuple(Lane(id=f"Lane_{name}", name=name) for name in ("z", "a", "m"))
    diagram = arrange(Process(title="", language="en", lanes=lanes))
    assert sorted(lanes, key=lambda lane: diagram.shapes[lane.id].y) == list(lanes)


def test_symbols_have_the_usual_sizes() -> None:
    nodes = (Event(id="s", kind=EventKind.START), Task(id="t", name="check"), Task(id="u", name="check " * 16))
    shapes = arrange(Process(title="", language="en", nodes=nodes)).shapes
    assert (shapes["s"].width, shapes["s"].height) == (36, 36)
    assert (shapes["t"].width, shapes["t"].height) == (100, 80)
    assert shapes["u"].width > 100


def _chain(*names: str, back: tuple[str, str] | None = None) -> Process:
    pairs = [*pairwise(names), *([back] if back else [])]
    return Process(
        title="",
        language="en",
        nodes=tuple(Task(id=name, name=name) for name in names),
        flows=tuple(SequenceFlow(id=f"{source}>{target}", source=source, target=target) for source, target in pairs),
    )
