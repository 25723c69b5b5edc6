"""Boundary events: what may happen while a step is at work.

What one of them sets off is read as a way out of its step, on the condition that the event names; such a way is not in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import label
from interview2flow.exporters.bpmn.identifiers import identifier, reference
from interview2flow.exporters.bpmn.vocabulary import BOUNDARY_EVENT, BPMN
from interview2flow.model import Process, Provenance, SequenceFlow

ATTACHED: Final = ("attachedToRef", "cancelActivity")


def ways_in(process: etree._Element) -> Iterator[SequenceFlow]:
    """The ways from the steps of a file to their boundary events, in an order that does not depend on the file's."""
    for element in sorted(process.iterchildren(BOUNDARY_EVENT), key=identifier):
        event, host = identifier(element), reference(element, "attachedToRef")
        yield SequenceFlow(id=way_to(event), source=host, target=event, name=label(element), provenance=Provenance.EDITED)


def ways_of(process: Process, known: Mapping[str, etree._Element]) -> frozenset[str]:
    """The arrows of a process that are boundary events in its file and still can be."""
    events = {way_to(name): element for name, element in known.items() if element.tag == BOUNDARY_EVENT}
    return frozenset(flow.id for flow in process.flows if flow.id in events and _stands_for(flow, process, events[flow.id]))


def way_to(event: str) -> str:
    """The id of the way to a boundary event."""
    return f"{event}_way"


def detached(element: etree._Element) -> None:
    """Makes a boundary event one that stands by itself, on an arrow of its own."""
    defined = any(str(child.tag).endswith(("EventDefinition", "eventDefinitionRef")) for child in element)
    element.tag = BPMN + ("intermediateCatchEvent" if defined else "intermediateThrowEvent")
    for key in ATTACHED:
        element.attrib.pop(key, "")


def _stands_for(flow: SequenceFlow, process: Process, element: etree._Element) -> bool:
    same = flow.source == reference(element, "attachedToRef") and way_to(flow.target) == flow.id
    return same and not flow.evidence and flow.name == process.node(flow.target).name
