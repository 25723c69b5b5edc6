"""Everything that is known of the selected element, as HTML."""

from __future__ import annotations

from interview2flow.model import Event, Gateway, Lane, Process, Provenance, SequenceFlow, Task
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.panels.parts import NOTHING, Part, chip, doubts, heading, part, provenance_chip, quotes, section
from interview2flow.ui.panels.why import why
from interview2flow.ui.reading import Reading
from interview2flow.ui.texts import Words


def details(reading: Reading, element: str | None, words: Words) -> Markup:
    """The panel for an element; where nothing is selected, or it is gone, how to go about it."""
    process, selected = reading.process, part(reading.process, element)
    if selected is None:
        return _nothing_selected(words)
    open_points = doubts(reading.by_element.get(selected.id, ()), words)
    return joined([_described(selected, process, words), section(words("step.open"), open_points)])


def _described(selected: Part, process: Process, words: Words) -> Markup:
    match selected:
        case Task():
            return _task(selected, process, words)
        case Gateway() | Event():
            return _junction(selected, process, words)
        case SequenceFlow():
            return _flow(selected, process, words)
        case Lane():
            return _lane(selected, process, words)


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
    said = quotes(task.evidence, process, words) if task.evidence else _unsaid(task.provenance, words)
    return joined(
        [
            tag("div", provenance_chip(task.provenance, words), class_="i2f-chips"),
            section(words("step.quotes"), said),
            why(task, process, words),
        ]
    )


def _unsaid(provenance: Provenance, words: Words) -> Markup:
    text = words("step.drawn" if provenance is Provenance.EDITED else "step.no_quotes")
    return tag("p", text, class_="i2f-hint")


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
            why(flow, process, words),
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
