"""A Process as BPMN 2.0 XML, its elements in the order that the OMG's schema asks for."""

from __future__ import annotations

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, writable
from interview2flow.exporters.bpmn.drawing import write_diagram
from interview2flow.exporters.bpmn.evidence import write_evidence, write_fact
from interview2flow.exporters.bpmn.identifiers import Identifiers
from interview2flow.exporters.bpmn.interviews import write_process
from interview2flow.exporters.bpmn.origin import Origin, write_origin
from interview2flow.exporters.bpmn.vocabulary import BPMN, EXTENSION_ELEMENTS, POOL, PREFIXES, PROCESS, SEQUENCE_FLOW
from interview2flow.model import Diagram, Event, Evidence, Gateway, Lane, Node, Process, SequenceFlow, Task


def definitions_of(process: Process, diagram: Diagram) -> etree._Element:
    """The whole file: a pool around the process where one is drawn, the process, the drawing."""
    ids = Identifiers(part.id for part in (*process.lanes, *process.nodes, *process.flows))
    root = etree.Element(BPMN + "definitions", nsmap=PREFIXES)
    root.set("id", ids.free("Definitions_1"))
    root.set("targetNamespace", PREFIXES["i2f"])
    root.set("exporter", "interview2flow")
    plane_of = process_id = ids.free("Process_1")
    title: str | None = process.title
    if POOL in diagram.shapes:
        plane_of, title = ids.free("Collaboration_1"), None
        around = add(root, BPMN + "collaboration", id=plane_of)
        add(around, BPMN + "participant", id=ids.free(POOL), name=process.title, processRef=process_id)
    _process(add(root, PROCESS, id=process_id, name=title, isExecutable="false"), process, ids=ids)
    write_diagram(root, process, diagram, plane_of=plane_of, ids=ids)
    return root


def _process(element: etree._Element, process: Process, *, ids: Identifiers) -> None:
    write_process(add(element, EXTENSION_ELEMENTS), process)
    if process.lanes:
        lanes = add(element, BPMN + "laneSet", id=ids.free("LaneSet_1"))
        for lane in process.lanes:
            _lane(lanes, lane, process)
    for node in process.nodes:
        _node(element, node, process)
    for flow in process.flows:
        _flow(element, flow)


def _lane(parent: etree._Element, lane: Lane, process: Process) -> None:
    element = add(parent, BPMN + "lane", id=lane.id, name=lane.name)
    origin = Origin(provenance=lane.provenance, named=lane.named, name=lane.name)
    write_origin(add(element, EXTENSION_ELEMENTS), origin)
    for node in process.nodes:
        if node.lane == lane.id:
            add(element, BPMN + "flowNodeRef").text = node.id


def _node(parent: etree._Element, node: Node, process: Process) -> None:
    element = add(parent, BPMN + _kind(node), id=node.id, name=node.name or None)
    if isinstance(node, Task):
        _quotes(element, node.evidence)
        extensions = add(element, EXTENSION_ELEMENTS)
        known = Origin(provenance=node.provenance, actor=node.actor, confidence=node.confidence, name=node.name, lane=node.lane)
        write_origin(extensions, known)
        for said in node.evidence:
            write_evidence(extensions, said)
        for fact in node.facts:
            write_fact(extensions, fact)
    else:
        write_origin(add(element, EXTENSION_ELEMENTS), Origin(provenance=node.provenance, name=node.name))
    for flow in process.incoming(node.id):
        add(element, BPMN + "incoming").text = flow.id
    for flow in process.outgoing(node.id):
        add(element, BPMN + "outgoing").text = flow.id


def _kind(node: Node) -> str:
    match node:
        case Task():
            return "task"
        case Gateway() | Event():
            return node.kind.value


def _flow(parent: etree._Element, flow: SequenceFlow) -> None:
    ends = {"sourceRef": flow.source, "targetRef": flow.target}
    element = add(parent, SEQUENCE_FLOW, id=flow.id, name=flow.name or None, **ends)
    _quotes(element, flow.evidence)
    extensions = add(element, EXTENSION_ELEMENTS)
    known = Origin(provenance=flow.provenance, confidence=flow.confidence, name=flow.name, source=flow.source, target=flow.target)
    write_origin(extensions, known)
    for said in flow.evidence:
        write_evidence(extensions, said)


def _quotes(element: etree._Element, evidence: tuple[Evidence, ...]) -> None:
    for said in evidence:
        add(element, BPMN + "documentation").text = writable(said.quote)
