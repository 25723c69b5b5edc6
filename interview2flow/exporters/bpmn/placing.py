"""Where children stand in an element: in the order that the OMG's schema asks for, beside those that are not ours."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import writable
from interview2flow.exporters.bpmn.evidence import evidence_in
from interview2flow.exporters.bpmn.vocabulary import BPMN, EXTENSION_ELEMENTS, I2F
from interview2flow.model import Evidence

DOCUMENTATION: Final = BPMN + "documentation"
FIRST: Final = (DOCUMENTATION, EXTENSION_ELEMENTS)
"""What any element begins with."""

BEFORE_FLOWS: Final = (*FIRST, BPMN + "auditing", BPMN + "monitoring", BPMN + "categoryValueRef")
"""What a node begins with, before it names its arrows."""


def behind(parent: etree._Element, tag: str, *, after: Collection[str]) -> etree._Element:
    """A new child, right behind the last one that has one of these tags."""
    child = etree.SubElement(parent, tag)
    places = [place for place, other in enumerate(parent) if other.tag in after and other is not child]
    parent.insert(places[-1] + 1 if places else 0, child)
    return child


def ours(element: etree._Element) -> etree._Element:
    """The place for our own data, emptied of what we wrote there before; what others keep there stays."""
    found = element.find(EXTENSION_ELEMENTS)
    if found is None:
        return behind(element, EXTENSION_ELEMENTS, after=(DOCUMENTATION,))
    for child in list(found.iterchildren(f"{I2F}*")):
        found.remove(child)
    return found


def quote(element: etree._Element, evidence: Iterable[Evidence]) -> None:
    """Puts quotes where any tool shows them, in place of those that we put there before."""
    before = {writable(said.quote) for said in evidence_in(element.find(EXTENSION_ELEMENTS))}
    quotes = [writable(said.quote) for said in evidence]
    for told in list(element.iterchildren(DOCUMENTATION)):
        if not told.attrib and not len(told) and (told.text or "") in before.union(quotes):
            element.remove(told)
    for place, words in enumerate(quotes):
        told = etree.SubElement(element, DOCUMENTATION)
        told.text = words
        element.insert(place, told)


def connect(element: etree._Element, *, incoming: Iterable[str], outgoing: Iterable[str]) -> None:
    """Names a node's arrows."""
    for old in list(element.iterchildren(BPMN + "incoming", BPMN + "outgoing")):
        element.remove(old)
    before: tuple[str, ...] = BEFORE_FLOWS
    for kind, flows in (("incoming", incoming), ("outgoing", outgoing)):
        before = (*before, BPMN + kind)
        for flow in flows:
            behind(element, BPMN + kind, after=before).text = flow
