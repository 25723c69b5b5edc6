"""Files from other tools open as far as a Process can hold them, and say why where it cannot."""

from __future__ import annotations

import pytest

from interview2flow.errors import InvalidProcessError
from interview2flow.exporters import bpmn
from interview2flow.model import Bounds, Diagram, Event, EventKind, Gateway, GatewayKind, Lane, Point, Process, Provenance, Task

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI"'
    ' xmlns:other="urn:other" targetNamespace="urn:test">'
)


def read(body: str) -> Process:
    return bpmn.read(f"{HEAD}{body}</definitions>".encode(), name="orders.bpmn")


def in_process(body: str) -> Process:
    return read(f'<process id="p">{body}</process>')


def flow(source: str, target: str, name: str = "") -> str:
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}" name="{name}"/>'


def test_no_pool_no_lane_no_drawing_no_names() -> None:
    process = in_process(f'<startEvent id="s"/><task id="t"/><endEvent id="e"/>{flow("s", "t")}{flow("t", "e")}')
    assert (process.title, process.lanes, process.diagram) == ("orders", (), None)
    assert process.nodes == (
        Event(id="s", kind=EventKind.START, provenance=Provenance.EDITED),
        Task(id="t", name="", provenance=Provenance.EDITED, actor=Provenance.EDITED),
        Event(id="e", kind=EventKind.END, provenance=Provenance.EDITED),
    )


@pytest.mark.parametrize(
    "kind",
    [
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "sendTask",
        "receiveTask",
        "scriptTask",
        "businessRuleTask",
        "callActivity",
    ],
)
def test_every_kind_of_task(kind: str) -> None:
    (task,) = in_process(f'<{kind} id="t"/>').tasks
    assert task.id == "t"


@pytest.mark.parametrize("kind", ["subProcess", "adHocSubProcess", "transaction"])
def test_a_subprocess_is_one_step(kind: str) -> None:
    process = in_process(f'<{kind} id="t" name="pack"><task id="inner"/>{flow("inner", "inner")}</{kind}>')
    assert [task.id for task in process.nodes] == ["t"]
    assert process.flows == ()


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("exclusiveGateway", GatewayKind.EXCLUSIVE),
        ("eventBasedGateway", GatewayKind.EXCLUSIVE),
        ("parallelGateway", GatewayKind.PARALLEL),
        ("inclusiveGateway", GatewayKind.INCLUSIVE),
        ("complexGateway", GatewayKind.INCLUSIVE),
    ],
)
def test_every_kind_of_gateway(element: str, kind: GatewayKind) -> None:
    assert in_process(f'<{element} id="g"/>').nodes == (Gateway(id="g", kind=kind, provenance=Provenance.EDITED),)


@pytest.mark.parametrize("element", ["intermediateThrowEvent", "intermediateCatchEvent"])
def test_intermediate_events(element: str) -> None:
    body = f'<{element} id="e" name="a day later"><timerEventDefinition/></{element}>'
    (event,) = in_process(body).nodes
    assert event == Event(id="e", kind=EventKind.INTERMEDIATE, name="a day later", provenance=Provenance.EDITED)


def test_a_boundary_event_is_a_way_out_of_its_step() -> None:
    process = in_process('<task id="t"/><boundaryEvent id="b" attachedToRef="t" name="no answer"/>')
    (way,) = process.flows
    assert (way.source, way.target, way.name) == ("t", "b", "no answer")


def test_a_condition_without_a_name_is_shown() -> None:
    body = '<sequenceFlow id="f" sourceRef="a" targetRef="b"><conditionExpression>${ok}</conditionExpression></sequenceFlow>'
    (only,) = in_process(f'<task id="a"/><task id="b"/>{body}').flows
    assert only.name == "${ok}"


def test_data_and_annotations_are_passed_over() -> None:
    body = '<dataObject id="d"/><dataStoreReference id="s"/><textAnnotation id="a"><text>x</text></textAnnotation><task id="t"/>'
    assert [node.id for node in in_process(body).nodes] == ["t"]


def test_innermost_lanes_count_and_unnamed_ones_take_the_outer_name() -> None:
    inner = '<lane id="l2"><flowNodeRef>a</flowNodeRef></lane><lane id="l3" name="chef"><flowNodeRef>b</flowNodeRef></lane>'
    refs = "<flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef>"
    lanes = f'<laneSet><lane id="l1" name="kitchen">{refs}<childLaneSet>{inner}</childLaneSet></lane></laneSet>'
    process = in_process(f'{lanes}<task id="a"/><task id="b"/>')
    edited = {"provenance": Provenance.EDITED}
    assert process.lanes == (Lane(id="l2", name="kitchen", **edited), Lane(id="l3", name="chef", **edited))
    assert [task.lane for task in process.tasks] == ["l2", "l3"]


def test_the_pool_with_a_process_is_taken() -> None:
    pools = '<participant id="P1" name="Customer"/><participant id="P2" name="Bakery" processRef="other:q"/>'
    assert read(f'<collaboration>{pools}</collaboration><process id="q"><task id="t"/></process>').title == "Bakery"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "holds no process"),
        ('<choreography id="c"/>', "holds no process"),
        ('<process id="p"><task id="a"/></process><process id="q"><task id="b"/></process>', r"2 processes \(p, q\)"),
        ('<process id="p"><task id="a"/><task id="a"/></process>', "a stands twice"),
        ('<process id="p"><task id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/></process>', "f leads from or to b"),
        ('<process id="p"><task id="a"/><sequenceFlow id="f" sourceRef="a"/></process>', "f has no targetRef"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_reason(body: str, reason: str) -> None:
    with pytest.raises(InvalidProcessError, match=reason):
        read(body)


def test_ids_that_xml_forbids_or_that_are_missing_are_made_up() -> None:
    process = in_process('<task id="1 a"/><task/><sequenceFlow sourceRef="1 a" targetRef="1 a"/><task id="Participant_1"/>')
    assert {node.id for node in process.nodes} == {"_1_a", "task_1", "Participant_1_"}
    assert process.flows[0].id == "sequenceFlow_2"


def test_branches_are_told_one_after_the_other_wherever_they_stand_in_the_file() -> None:
    arrows = [flow("s", "g"), flow("g", "a"), flow("g", "b"), flow("a", "c"), flow("b", "c"), flow("c", "g"), flow("c", "e")]
    tasks = '<task id="c"/><task id="b"/><task id="a"/>'
    body = f'<endEvent id="e"/>{tasks}<exclusiveGateway id="g"/><startEvent id="s"/>{"".join(arrows)}'
    assert [node.id for node in in_process(body).nodes] == ["s", "g", "a", "b", "c", "e"]


def drawn(shapes: str, *, lanes: str = "") -> Process:
    plane = f'<di:BPMNDiagram><di:BPMNPlane bpmnElement="p">{shapes}</di:BPMNPlane></di:BPMNDiagram>'
    return read(f'<process id="p">{lanes}<task id="a"/><task id="b"/>{flow("a", "b")}</process>{plane}')


def shape(node: str, x: int, *, more: str = "") -> str:
    return f'<di:BPMNShape bpmnElement="{node}"{more}><dc:Bounds x="{x}" y="0" width="100" height="80"/></di:BPMNShape>'


EDGE = '<di:BPMNEdge bpmnElement="a-b"><dd:waypoint x="100" y="40"/><dd:waypoint x="150" y="40"/></di:BPMNEdge>'


def test_a_whole_drawing_is_kept() -> None:
    assert drawn(shape("a", 0) + shape("b", 150) + EDGE).diagram == Diagram(
        shapes={"a": Bounds(0, 0, 100, 80), "b": Bounds(150, 0, 100, 80)}, routes={"a-b": (Point(100, 40), Point(150, 40))}
    )


def test_lanes_without_a_pool_get_one() -> None:
    lanes = '<laneSet><lane id="l"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane></laneSet>'
    diagram = drawn(shape("l", -20) + shape("a", 0) + shape("b", 150) + EDGE, lanes=lanes).diagram
    assert diagram is not None
    pool = diagram.shapes["Participant_1"]
    assert (pool.x, pool.y, pool.right, pool.bottom) == (-80, -30, 280, 110)


@pytest.mark.parametrize(
    "shapes", [shape("a", 0) + EDGE, shape("a", 0) + shape("b", 150), shape("a", 0, more=' isHorizontal="false"')]
)
def test_a_drawing_with_gaps_or_upright_is_made_anew(shapes: str) -> None:
    assert drawn(shapes).diagram is None
