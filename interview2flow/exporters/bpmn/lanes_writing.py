"""Who does what, as lanes of a file. Lanes within lanes stay there; a new one stands beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import writable
from interview2flow.exporters.bpmn.frame import Frame
from interview2flow.exporters.bpmn.identifiers import legal, unprefixed
from interview2flow.exporters.bpmn.lanes import CHILD_LANE_SET, FLOW_NODE_REF, LANE, LANE_SET, named
from interview2flow.exporters.bpmn.origin import Origin, write_origin
from interview2flow.exporters.bpmn.placing import FIRST, behind, ours
from interview2flow.exporters.bpmn.vocabulary import BPMN
from interview2flow.model import Process

BEFORE_LANES: Final = (*FIRST, *(BPMN + kind for kind in ("auditing", "monitoring", "ioSpecification", "ioBinding", "property")))
BEFORE_NODES: Final = (*FIRST, BPMN + "partitionElement", FLOW_NODE_REF)


def write_lanes(frame: Frame, process: Process) -> None:
    """Brings the lanes up to date: their names, their order where none stands within another, and what stands in them."""
    read = {element.get("id"): name for element, name in named(frame.process)}
    made = []
    for lane in process.lanes:
        element = frame.known.get(lane.id)
        if element is None:
            element = etree.SubElement(_lane_set(frame), LANE, id=lane.id)
        if read.get(lane.id) != lane.name:
            element.set("name", writable(lane.name))
        write_origin(ours(element), Origin(provenance=lane.provenance, named=lane.named, name=lane.name))
        made.append(element)
    _remove_others(frame.process, kept={lane.id for lane in process.lanes})
    _order(made)
    _fill(frame.process, {node.id: node.lane for node in process.nodes}, former=frame.known)


def _lane_set(frame: Frame) -> etree._Element:
    found = frame.process.find(LANE_SET)
    if found is None:
        found = behind(frame.process, LANE_SET, after=BEFORE_LANES)
        found.set("id", frame.ids.free("LaneSet_1"))
    return found


def _remove_others(process: etree._Element, *, kept: set[str]) -> None:
    """Takes out innermost lanes that are gone, and what around them is left empty by that."""
    for element, _ in reversed(list(named(process))):
        if element.get("id") in kept or element.find(f"{CHILD_LANE_SET}/{LANE}") is not None:
            continue
        around = element.getparent()
        if around is not None:
            around.remove(element)
            beyond = around.getparent()
            if not len(around) and beyond is not None:
                beyond.remove(around)


def _order(made: list[etree._Element]) -> None:
    arounds = {element.getparent() for element in made}
    if len(arounds) == 1 and (around := arounds.pop()) is not None:
        around.extend(made)


def _fill(process: etree._Element, lane_of: Mapping[str, str | None], *, former: Mapping[str, etree._Element]) -> None:
    """Names the nodes in each lane; one in an inner lane may stand in the outer ones, too."""
    for element, _ in named(process):
        own = element.get("id")
        within = {own, *(inner.get("id") for inner in element.iter(LANE))}
        stay = set()
        for reference in list(element.iterchildren(FLOW_NODE_REF)):
            node = legal(unprefixed(reference.text or ""))
            if lane_of.get(node) in within or (node not in lane_of and node not in former):
                stay.add(node)
            else:
                element.remove(reference)
        for node in (node for node, lane in lane_of.items() if lane == own and node not in stay):
            behind(element, FLOW_NODE_REF, after=BEFORE_NODES).text = node
