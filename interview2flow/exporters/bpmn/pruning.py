"""What refers to parts that are gone goes with them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.identifiers import is_reference, unprefixed
from interview2flow.exporters.bpmn.vocabulary import BPMN, BPMNDI

CONNECTIONS: Final = tuple(BPMN + kind for kind in ("association", "messageFlow", "conversationLink", "sequenceFlow"))
"""What is nothing without both its ends."""

ENDS: Final = ("sourceRef", "targetRef")
DRAWN: Final = (BPMNDI + "BPMNShape", BPMNDI + "BPMNEdge")


def prune(root: etree._Element, gone: Collection[str]) -> None:
    """Takes out lines to what is gone, references to it, and their drawing."""
    names = set(gone)
    while names:
        lines = [line for line in root.iter(*CONNECTIONS) if not names.isdisjoint(unprefixed(line.get(end, "")) for end in ENDS)]
        _forget(root, names)
        for line in lines:
            _remove(line)
        names = {name for line in lines if (name := line.get("id"))}


def _forget(root: etree._Element, gone: Collection[str]) -> None:
    for shape in list(root.iter(*DRAWN)):
        if unprefixed(shape.get("bpmnElement", "")) in gone:
            _remove(shape)
    for element in list(root.iter(f"{BPMN}*")):
        if is_reference(element) and unprefixed(element.text or "") in gone:
            _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
