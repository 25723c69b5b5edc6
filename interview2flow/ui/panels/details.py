"""Everything that is known of the selected element, as HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview2flow.model import Event, Fact, Gateway, Lane, Node, Process, Provenance, SequenceFlow, Task
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.panels.parts import NOTHING, chip, doubts, heading, provenance_chip, quotes, section
from interview2flow.ui.reading import Reading
from interview2flow.ui.texts import Words

LABEL: Final = "_label"
"""What bpmn-js adds to the id of an element for its label, when that is what one clicks."""


def details(reading: Reading, element: str | None, words: Words) -> Markup:
    """The panel for an element; where nothing is selected, or it is gone, how to go about it."""
    process, wanted = reading.process, (element or "").removesuffix(LABEL)
    for parts, describe in _describers(process):
        for part in parts:
            if part.id == wanted:
                found = reading.by_element.get(wanted, ())
                return joined([describe(part, process, words), section(words("step.open"), doubts(found, words))])
    return _nothing_selected(words)


def _describers(process: Process) -> tuple[tuple[tuple[Node | SequenceFlow | Lane, ...], Callable[..., Markup]], ...]:
    return (process.tasks, _task), (process.nodes, _junction), (process.flows, _flow), (process.lanes, _lane)


def _nothing_selected(words: Words) -> Markup:
    legend = [tag("li", words(f"step.legend_{mark}"), class_=f"i2f-legend-{mark}") for mark in ("inferred", "edited", "open")]
    return tag(
        "div",
        tag("p", words("step.nothing")),
        tag("p", words("step.nothing_more"), class_="i2f-hint"),
        tag("ul", *legend, class_="i2f-legend"),
        class_="i2f-nothing",
    )


def _task(task: Task, process: Process, words: Words) -> Markup:
    lane = process.lane_of(task)
    chips = [chip(lane.name, "role")] if lane else []
    said = quotes(task.evidence, process, words) if task.evidence else _unsaid(task.provenance, words)
    return joined(
        [
            heading(words("step.kind.task"), task.name),
            tag("div", *chips, provenance_chip(task.provenance, words), class_="i2f-chips"),
            section(words("step.facts"), _facts(task.facts, words)),
            section(words("step.quotes"), said),
        ]
    )


def _unsaid(provenance: Provenance, words: Words) -> Markup:
    text = words("step.drawn" if provenance is Provenance.EDITED else "step.no_quotes")
    return tag("p", text, class_="i2f-hint")


def _facts(facts: tuple[Fact, ...], words: Words) -> Markup:
    if not facts:
        return NOTHING
    rows = [joined([tag("dt", words(f"step.fact.{fact.kind.value}")), tag("dd", fact.value)]) for fact in facts]
    return tag("dl", *rows, class_="i2f-facts")


def _junction(node: Gateway | Event, process: Process, words: Words) -> Markup:
    lane = process.lane_of(node)
    ways = [_way(flow, process, words) for flow in process.outgoing(node.id)] if isinstance(node, Gateway) else []
    several = len(ways) > 1
    return joined(
        [
            heading(words(f"step.kind.{node.kind.value}"), node.name),
            tag("div", chip(lane.name, "role"), class_="i2f-chips") if lane else NOTHING,
            section(words("step.conditions"), *ways) if several else NOTHING,
        ]
    )


def _way(flow: SequenceFlow, process: Process, words: Words) -> Markup:
    target = words("step.goes_to", name=process.node(flow.target).name or "…")
    return joined(
        [tag("p", tag("b", flow.name or words("step.otherwise")), f" {target}", class_="i2f-way"), _said_of(flow, process, words)]
    )


def _said_of(flow: SequenceFlow, process: Process, words: Words) -> Markup:
    return quotes(flow.evidence, process, words)


def _flow(flow: SequenceFlow, process: Process, words: Words) -> Markup:
    ends = f"{process.node(flow.source).name or '…'} → {process.node(flow.target).name or '…'}"
    return joined(
        [
            heading(words("step.kind.flow"), flow.name or ends),
            tag("p", ends, class_="i2f-hint") if flow.name else NOTHING,
            tag("div", provenance_chip(flow.provenance, words), class_="i2f-chips"),
            section(words("step.quotes"), _said_of(flow, process, words)),
        ]
    )


def _lane(lane: Lane, process: Process, words: Words) -> Markup:
    steps = [tag("li", task.name) for task in process.tasks if task.lane == lane.id]
    return joined(
        [
            heading(words("step.kind.lane"), lane.name),
            tag("div", provenance_chip(lane.provenance, words), class_="i2f-chips"),
            section(words("step.steps"), tag("ul", *steps) if steps else NOTHING),
        ]
    )
