"""Quotes and facts inside `bpmn:extensionElements`: `i2f:evidence` and `i2f:fact`.

Everything is in attributes, which editors keep letter by letter.
"""

from __future__ import annotations

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, choice, whole
from interview2flow.exporters.bpmn.vocabulary import I2F
from interview2flow.model import Evidence, Fact, FactKind, Provenance

EVIDENCE = I2F + "evidence"
FACT = I2F + "fact"


def write_evidence(parent: etree._Element, said: Evidence) -> None:
    """Adds the place where something was said, and the words."""
    place = {"turn": str(said.turn), "start": str(said.start), "end": str(said.end)}
    add(parent, EVIDENCE, source=said.source, **place, quote=said.quote)


def write_fact(parent: etree._Element, fact: Fact) -> None:
    """Adds a system, document, duration or complaint."""
    told = add(parent, FACT, kind=fact.kind, value=fact.value, provenance=fact.provenance)
    if fact.evidence:
        write_evidence(told, fact.evidence)


def evidence_in(parent: etree._Element | None) -> tuple[Evidence, ...]:
    """The places that an element names."""
    return () if parent is None else tuple(_evidence(element) for element in parent.iterchildren(EVIDENCE))


def facts_in(parent: etree._Element | None) -> tuple[Fact, ...]:
    """The facts that an element names."""
    return () if parent is None else tuple(_fact(element) for element in parent.iterchildren(FACT))


def _evidence(element: etree._Element) -> Evidence:
    turn, start, end = (whole(element, key) for key in ("turn", "start", "end"))
    return Evidence(element.get("source", ""), turn, start, end, element.get("quote", ""))


def _fact(element: etree._Element) -> Fact:
    return Fact(
        kind=choice(element, "kind", FactKind),
        value=element.get("value", ""),
        evidence=next(iter(evidence_in(element)), None),
        provenance=choice(element, "provenance", Provenance),
    )
