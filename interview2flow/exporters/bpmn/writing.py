"""A Process as BPMN 2.0 XML, its elements in the order that the OMG's schema asks for.

Where it was read from a file, that file is brought up to date: what a Process does not speak of (kinds of tasks, data,
annotations, messages, other tools' extensions) stays in it as it was.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import label, writable
from interview2flow.exporters.bpmn.boundaries import detached, way_to, ways_of
from interview2flow.exporters.bpmn.evidence import write_evidence, write_fact
from interview2flow.exporters.bpmn.frame import Frame, frame_of
from interview2flow.exporters.bpmn.interviews import write_process
from interview2flow.exporters.bpmn.kinds import NODES, is_kind_of, kind_of
from interview2flow.exporters.bpmn.lanes_writing import write_lanes
from interview2flow.exporters.bpmn.origin import Origin, origin_in, write_origin
from interview2flow.exporters.bpmn.placing import FIRST, connect, ours, quote
from interview2flow.exporters.bpmn.pruning import prune
from interview2flow.exporters.bpmn.redrawing import write_diagram
from interview2flow.exporters.bpmn.vocabulary import BOUNDARY_EVENT, BPMN, CONDITION, EXTENSION_ELEMENTS, POOL, SEQUENCE_FLOW
from interview2flow.model import Diagram, Node, Process, SequenceFlow, Task

LAST: Final = tuple(
    BPMN + kind
    for kind in (
        *("textAnnotation", "association", "group"),
        *("resourceRole", "performer", "humanPerformer", "potentialOwner", "correlationSubscription", "supports"),
    )
)
"""What stands behind the nodes and arrows of a process."""


def definitions_of(process: Process, diagram: Diagram) -> etree._Element:
    """The whole file: a pool around the process where one is drawn, the process, the drawing."""
    frame = frame_of(process, pooled=POOL in diagram.shapes)
    before = _ids(frame.root)
    write_process(ours(frame.process), process)
    write_lanes(frame, process)
    _write_parts(frame, process)
    prune(frame.root, before - _ids(frame.root))
    write_diagram(frame, process, diagram)
    return frame.root


def _ids(root: etree._Element) -> set[str]:
    return {name for element in root.iter(f"{BPMN}*") if (name := element.get("id"))}


def _write_parts(frame: Frame, process: Process) -> None:
    """Nodes and arrows in the manual's order; those that are not in the process any more go."""
    undrawn = ways_of(process, frame.known)
    made = [_node(frame, node, process, undrawn) for node in process.nodes]
    made += [_flow(frame, flow) for flow in process.flows if flow.id not in undrawn]
    for old in list(frame.process.iterchildren(*NODES, SEQUENCE_FLOW)):
        frame.process.remove(old)
    behind = next((place for place, child in enumerate(frame.process) if child.tag in LAST), len(frame.process))
    for place, element in enumerate(made, behind):
        frame.process.insert(place, element)


def _node(frame: Frame, node: Node, process: Process, undrawn: frozenset[str]) -> etree._Element:
    element = _element(frame, node, undrawn)
    known = origin_in(element.find(EXTENSION_ELEMENTS)).name
    _name(element, node.name, known=known)
    if isinstance(node, Task):
        quote(element, node.evidence)
        extensions = ours(element)
        origin = Origin(provenance=node.provenance, actor=node.actor, confidence=node.confidence, name=node.name, lane=node.lane)
        write_origin(extensions, origin)
        for said in node.evidence:
            write_evidence(extensions, said)
        for fact in node.facts:
            write_fact(extensions, fact)
    else:
        write_origin(ours(element), Origin(provenance=node.provenance, name=node.name))
    incoming, outgoing = (
        [flow.id for flow in flows if flow.id not in undrawn] for flows in (process.incoming(node.id), process.outgoing(node.id))
    )
    connect(element, incoming=incoming, outgoing=outgoing)
    if element.get("default") not in {None, *outgoing}:
        del element.attrib["default"]
    return element


def _element(frame: Frame, node: Node, undrawn: frozenset[str]) -> etree._Element:
    """The element that the node was read from; one that is of another kind now keeps what was noted in it."""
    element = frame.known.get(node.id)
    if element is None:
        return etree.SubElement(frame.process, kind_of(node), id=node.id)
    if not is_kind_of(element.tag, node):
        another = etree.SubElement(frame.process, kind_of(node), id=node.id)
        another.extend(list(element.iterchildren(*FIRST)))
        return another
    if element.tag == BOUNDARY_EVENT and way_to(node.id) not in undrawn:
        detached(element)
    return element


def _flow(frame: Frame, flow: SequenceFlow) -> etree._Element:
    element = frame.known.get(flow.id)
    if element is None:
        element = etree.SubElement(frame.process, SEQUENCE_FLOW, id=flow.id)
    condition = element.find(CONDITION)
    formula = "" if condition is None else (condition.text or "").strip()
    if condition is not None and formula and not flow.name:
        element.remove(condition)
    elif not formula or flow.name != formula:
        _name(element, flow.name, known=origin_in(element.find(EXTENSION_ELEMENTS)).name)
    element.set("sourceRef", flow.source)
    element.set("targetRef", flow.target)
    quote(element, flow.evidence)
    extensions = ours(element)
    write_origin(
        extensions,
        Origin(provenance=flow.provenance, confidence=flow.confidence, name=flow.name, source=flow.source, target=flow.target),
    )
    for said in flow.evidence:
        write_evidence(extensions, said)
    return element


def _name(element: etree._Element, name: str, *, known: str) -> None:
    """Names an element, unless the name that it has reads the same."""
    if label(element, known=known) == name:
        return
    if name:
        element.set("name", writable(name))
    else:
        element.attrib.pop("name", "")
