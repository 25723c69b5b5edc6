"""Who does what: the lanes of a file. Lanes within lanes are read as the innermost ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import label
from interview2flow.exporters.bpmn.identifiers import identifier, legal, unprefixed
from interview2flow.exporters.bpmn.origin import FOREIGN, origin_in
from interview2flow.exporters.bpmn.vocabulary import BPMN, EXTENSION_ELEMENTS
from interview2flow.model import Lane

LANE: Final = BPMN + "lane"
LANE_SET: Final = BPMN + "laneSet"
CHILD_LANE_SET: Final = BPMN + "childLaneSet"
FLOW_NODE_REF: Final = BPMN + "flowNodeRef"


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from top to bottom, and each node's lane, by ids."""

    lanes: tuple[Lane, ...]
    of_node: Mapping[str, str]


def lanes_in(process: etree._Element) -> Lanes:
    """The lanes of a process element."""
    found = list(named(process))
    of_node = {
        legal(unprefixed(reference.text or "")): identifier(element)
        for element, _ in found  # outer lanes come first: the innermost lane that claims a node keeps it
        for reference in element.iterchildren(FLOW_NODE_REF)
    }
    used = set(of_node.values())
    kept = (
        _lane(element, name) for element, name in found if element.find(CHILD_LANE_SET) is None or identifier(element) in used
    )
    return Lanes(tuple(kept), of_node)


def named(process: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Each lane, outer ones first, with its name, or where it has none the name of the one around it."""
    return _walk(process, LANE_SET, name="")


def _walk(parent: etree._Element, tag: str, *, name: str) -> Iterator[tuple[etree._Element, str]]:
    for lane_set in parent.iterchildren(tag):
        for lane in lane_set.iterchildren(LANE):
            own = label(lane, known=origin_in(lane.find(EXTENSION_ELEMENTS)).name) or name
            yield lane, own
            yield from _walk(lane, CHILD_LANE_SET, name=own)


def _lane(element: etree._Element, name: str) -> Lane:
    origin = origin_in(element.find(EXTENSION_ELEMENTS))
    same = origin is not FOREIGN and name == origin.name
    return Lane(id=identifier(element), name=name, named=origin.named if same else bool(name), provenance=origin.now(name=name))
