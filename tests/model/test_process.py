from __future__ import annotations

import networkx as nx
import pytest

from interview2flow.errors import InvalidProcessError
from interview2flow.model import Event, EventKind, Lane, Process, SequenceFlow, Task


def process(**changes: object) -> Process:
    parts: dict[str, object] = {
        "title": "Invoices",
        "language": "en",
        "lanes": (Lane(id="Lane_1", name="clerk"),),
        "nodes": (
            Event(id="Event_1", kind=EventKind.START, lane="Lane_1"),
            Task(id="Activity_1", name="check the invoice", lane="Lane_1"),
            Event(id="Event_2", kind=EventKind.END, lane="Lane_1"),
        ),
        "flows": (
            SequenceFlow(id="Flow_1", source="Event_1", target="Activity_1"),
            SequenceFlow(id="Flow_2", source="Activity_1", target="Event_2", name="all is well"),
        ),
    }
    return Process(**(parts | changes))  # type: ignore[arg-type]


def test_the_graph_answers_graph_questions() -> None:
    graph = process().graph
    assert list(nx.topological_sort(graph)) == ["Event_1", "Activity_1", "Event_2"]
    assert graph.nodes["Activity_1"]["node"].name == "check the invoice"
    assert graph.edges["Activity_1", "Event_2", "Flow_2"]["flow"].name == "all is well"


def test_the_graph_cannot_be_changed_behind_the_process() -> None:
    with pytest.raises(nx.NetworkXError):
        process().graph.add_node("Activity_2")


def test_neighbours_and_lanes_are_found() -> None:
    invoices = process()
    (task,) = invoices.tasks
    lane = invoices.lane_of(task)
    assert lane is not None
    assert lane.name == "clerk"
    assert [flow.id for flow in invoices.outgoing("Activity_1")] == ["Flow_2"]
    assert [flow.id for flow in invoices.incoming("Activity_1")] == ["Flow_1"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"lanes": (Lane(id="Activity_1", name="clerk"),)}, "stands twice"),
        ({"flows": (SequenceFlow(id="Flow_1", source="Event_1", target="Nowhere"),)}, "Nowhere"),
        ({"lanes": ()}, "Lane_1"),
    ],
)
def test_contradictions_are_refused(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(InvalidProcessError, match=reason):
        process(**changes)
