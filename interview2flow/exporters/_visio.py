"""A process as the table that Visio's Data Visualizer draws a cross-functional flowchart from.

The headings and the names of shapes are Visio's own and stay English in every language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._tables import Sheet
from interview2flow.model import Event, EventKind, Gateway, GatewayKind, Node, Process, Task
from interview2flow.model.paths import splits

NAME: Final = "Visio"
COLUMNS: Final = (
    "Process Step ID",
    "Process Step Description",
    "Next Step ID",
    "Connector Label",
    "Shape Type",
    "Function",
    "Phase",
)
SHAPES: Final = {EventKind.START: "Start", EventKind.INTERMEDIATE: "Process", EventKind.END: "End"}
COMMA: Final = str.maketrans({",": "\u201a"})
"""Visio parts labels at commas; this sign looks like one and stays in its label."""


def sheet(process: Process) -> Sheet:
    """A row for each step, decision and event; `P4` is step 4 of the manual. There are no phases.

    Visio knows no joins and no forks: their arrows lead on to what comes next.
    """
    ids = _ids(process)
    drawn = (node for node in process.nodes if node.id in ids)
    return Sheet(name=NAME, columns=COLUMNS, rows=tuple(_row(process, node, ids) for node in drawn))


def _ids(process: Process) -> dict[str, str]:
    counts: Counter[str] = Counter()
    ids = {}
    for node in process.nodes:
        if not isinstance(node, Gateway) or _decides(process, node):
            letter = "P" if isinstance(node, Task) else "D" if isinstance(node, Gateway) else "E"
            counts[letter] += 1
            ids[node.id] = f"{letter}{counts[letter]}"
    return ids


def _decides(process: Process, gateway: Gateway) -> bool:
    return gateway.kind is not GatewayKind.PARALLEL and splits(process, gateway)


def _row(process: Process, node: Node, ids: dict[str, str]) -> tuple[tuple[str], ...]:
    ways = tuple(_ways(process, node.id, ids, set()))
    lane = process.lane_of(node)
    name = _words(node.name)
    values = (
        ids[node.id],
        name[:1].upper() + name[1:],
        ",".join(step for step, _ in ways),
        ",".join(label for _, label in ways) if any(label for _, label in ways) else "",
        _shape(node),
        _words(lane.name) if lane else "",
        "",
    )
    return tuple((value,) for value in values)


def _ways(process: Process, node_id: str, ids: dict[str, str], passed: set[str]) -> Iterator[tuple[str, str]]:
    """What comes next, with the condition; a join or fork on the way is passed once."""
    for flow in process.outgoing(node_id):
        label = _words(flow.name).translate(COMMA)
        if flow.target in ids:
            yield ids[flow.target], label
        elif flow.target not in passed:
            passed.add(flow.target)
            for step, beyond in _ways(process, flow.target, ids, passed):
                yield step, " ".join(part for part in (label, beyond) if part)


def _shape(node: Node) -> str:
    match node:
        case Event():
            return SHAPES[node.kind]
        case Gateway():
            return "Decision"
        case _:
            return "Process"


def _words(text: str) -> str:
    return " ".join(clean(text).split())
