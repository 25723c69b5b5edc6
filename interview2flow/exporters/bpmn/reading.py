"""BPMN 2.0 XML as a Process: our own files, what bpmn-js made of them, and other tools' files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from interview2flow import languages
from interview2flow.exporters.bpmn.attributes import label
from interview2flow.exporters.bpmn.boundaries import ways_in
from interview2flow.exporters.bpmn.drawing import diagram_in
from interview2flow.exporters.bpmn.evidence import evidence_in, facts_in
from interview2flow.exporters.bpmn.identifiers import identifier, reference
from interview2flow.exporters.bpmn.interviews import (
    disagreements_in,
    dismissed_in,
    interviews_in,
    language_in,
    questions_in,
    settled_in,
)
from interview2flow.exporters.bpmn.kinds import EVENTS, GATEWAYS, NODES
from interview2flow.exporters.bpmn.lanes import lanes_in
from interview2flow.exporters.bpmn.order import in_order
from interview2flow.exporters.bpmn.origin import ORIGIN, origin_in
from interview2flow.exporters.bpmn.pools import the_pool
from interview2flow.exporters.bpmn.vocabulary import CONDITION, EXTENSION_ELEMENTS, SEQUENCE_FLOW
from interview2flow.languages import LANGUAGES
from interview2flow.model import Event, Gateway, Node, Process, SequenceFlow, Task


def process_of(definitions: etree._Element, *, name: str, called: str | None) -> Process:
    """The one process in the file, or the one in the pool that is `called` so.

    `name` is the file's, which lends the title where nothing else does.
    """
    pool = the_pool(definitions, name=name, nodes=NODES, called=called)
    extensions = pool.process.find(EXTENSION_ELEMENTS)
    lanes = lanes_in(pool.process)
    nodes = [_node(element, lanes.of_node.get(identifier(element))) for element in pool.process.iterchildren(*NODES)]
    flows = (*_flows(pool.process), *ways_in(pool.process))
    ours = f"{EXTENSION_ELEMENTS}/{ORIGIN}"
    placed = {identifier(element) for element in pool.process.iterchildren(*NODES) if element.find(ours) is not None}
    process = Process(
        title=pool.title,
        language=_language(language_in(extensions), nodes),
        lanes=lanes.lanes,
        nodes=tuple(nodes),
        flows=flows,
        interviews=interviews_in(extensions),
        questions=questions_in(extensions),
        disagreements=disagreements_in(extensions),
        settled=settled_in(extensions),
        dismissed=dismissed_in(extensions),
    )
    told = in_order(process.nodes, process.flows, placed=placed)
    return replace(process, nodes=told, diagram=diagram_in(definitions, process, pool=pool.id))


def _node(element: etree._Element, lane: str | None) -> Node:
    node_id, extensions = identifier(element), element.find(EXTENSION_ELEMENTS)
    origin = origin_in(extensions)
    name = label(element, known=origin.name)
    provenance = origin.now(name=name)
    if kind := GATEWAYS.get(element.tag):
        return Gateway(id=node_id, kind=kind, name=name, lane=lane, provenance=provenance)
    if event := EVENTS.get(element.tag):
        return Event(id=node_id, kind=event, name=name, lane=lane, provenance=provenance)
    return Task(
        id=node_id,
        name=name,
        lane=lane,
        evidence=evidence_in(extensions),
        facts=facts_in(extensions),
        provenance=provenance,
        actor=origin.actor_now(lane),
        confidence=origin.confidence,
    )


def _flows(process: etree._Element) -> Iterator[SequenceFlow]:
    for element in process.iterchildren(SEQUENCE_FLOW):
        extensions = element.find(EXTENSION_ELEMENTS)
        origin, source, target = origin_in(extensions), reference(element, "sourceRef"), reference(element, "targetRef")
        name = label(element, known=origin.name) or (element.findtext(CONDITION) or "").strip()
        yield SequenceFlow(
            id=identifier(element),
            source=source,
            target=target,
            name=name,
            evidence=evidence_in(extensions),
            provenance=origin.now(name=name, source=source, target=target),
            confidence=origin.confidence,
        )


def _language(known: str | None, nodes: Sequence[Node]) -> str:
    """The language that the file names, else the one that its labels are in."""
    words = " ".join(node.name for node in nodes).strip()
    if known in LANGUAGES:
        return known
    return languages.detect(words) if words else LANGUAGES[0]
