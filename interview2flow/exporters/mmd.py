"""The flowchart in Mermaid's language, for wikis and Markdown: a subgraph for each role, steps with the manual's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from interview2flow.exporters._manual.clean import clean
from interview2flow.model import Event, EventKind, Finding, Gateway, GatewayKind, Node, Process

PLAIN: Final = frozenset(" .,!?()-–—'’/%€§+")
"""Signs that mean nothing to Mermaid within quotation marks, like letters and digits; all others are written by their number."""

SIGNS: Final = {GatewayKind.EXCLUSIVE: "", GatewayKind.PARALLEL: "+", GatewayKind.INCLUSIVE: "o"}
"""What stands in a gateway that asks nothing: as in BPMN."""

ROUND: Final = {EventKind.START: ('(("', '"))'), EventKind.INTERMEDIATE: ('(("', '"))'), EventKind.END: ('((("', '")))')}
"""What an event without a name looks like: a circle, a double one at the end."""


def render(process: Process, findings: Sequence[Finding]) -> bytes:  # noqa: ARG001
    """The whole flowchart; findings are not drawn."""
    return ("\n".join(lines(process)) + "\n").encode()


def lines(process: Process) -> Iterator[str]:
    """The drawing, line by line. Names of our own stand for ids, so that no id can be a word of the language."""
    names = {node.id: f"n{number}" for number, node in enumerate(process.nodes, 1)}
    numbers = {task.id: number for number, task in enumerate(process.tasks, 1)}
    drawn = {node.id: names[node.id] + _shape(node, numbers.get(node.id)) for node in process.nodes}
    yield "flowchart LR"
    yield f"    accTitle: {_title(process.title)}"
    for number, lane in enumerate(process.lanes, 1):
        if inside := [node for node in process.nodes if node.lane == lane.id]:
            yield f'    subgraph lane{number} ["{_safe(lane.name)}"]'
            yield from (f"        {drawn[node.id]}" for node in inside)
            yield "    end"
    yield from (f"    {drawn[node.id]}" for node in process.nodes if node.lane is None)
    for flow in process.flows:
        label = f'|"{_safe(flow.name)}"|' if clean(flow.name).strip() else ""
        yield f"    {names[flow.source]} -->{label} {names[flow.target]}"


def _shape(node: Node, number: int | None) -> str:
    text = _safe(node.name)
    match node:
        case Gateway():
            return f'{{"{text if node.name.strip() else SIGNS[node.kind] or " "}"}}'
        case Event():
            left, right = ('(["', '"])') if node.name.strip() else ROUND[node.kind]
            return left + text + right
        case _:
            return f'["{number} {text}"]'


def _title(text: str) -> str:
    """The title as a line of its own, where no quotation marks protect it."""
    return "".join(sign if sign.isalnum() or sign in " ,.-–" else " " for sign in clean(text)).strip() or "-"


def _safe(text: str) -> str:
    """Text that stays text within quotation marks; never empty, which Mermaid would not read."""
    words = " ".join(clean(text).split())
    return "".join(sign if sign.isalnum() or sign in PLAIN else f"#{ord(sign)};" for sign in words) or " "
