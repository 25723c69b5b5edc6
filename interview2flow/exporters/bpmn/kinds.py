"""Which elements of BPMN are read as which kind of node."""

from __future__ import annotations

from typing import Final

from interview2flow.exporters.bpmn.vocabulary import BOUNDARY_EVENT, BPMN
from interview2flow.model import Event, EventKind, Gateway, GatewayKind, Node, Task

TASKS: Final = frozenset(
    BPMN + kind
    for kind in (
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "sendTask",
        "receiveTask",
        "scriptTask",
        "businessRuleTask",
        "callActivity",
        "subProcess",
        "adHocSubProcess",
        "transaction",
    )
)
"""What is read as a task."""

GATEWAYS: Final = {
    BPMN + "exclusiveGateway": GatewayKind.EXCLUSIVE,
    BPMN + "parallelGateway": GatewayKind.PARALLEL,
    BPMN + "inclusiveGateway": GatewayKind.INCLUSIVE,
    BPMN + "eventBasedGateway": GatewayKind.EXCLUSIVE,  # one of several paths, whichever happens first
    BPMN + "complexGateway": GatewayKind.INCLUSIVE,  # some of several paths
}
EVENTS: Final = {
    BPMN + "startEvent": EventKind.START,
    BPMN + "endEvent": EventKind.END,
    BPMN + "intermediateThrowEvent": EventKind.INTERMEDIATE,
    BPMN + "intermediateCatchEvent": EventKind.INTERMEDIATE,
    BOUNDARY_EVENT: EventKind.INTERMEDIATE,
}
NODES: Final = TASKS | GATEWAYS.keys() | EVENTS.keys()


def kind_of(node: Node) -> str:
    """The element that a node is written as where nothing else is known."""
    match node:
        case Task():
            return f"{BPMN}task"
        case Gateway() | Event():
            return BPMN + node.kind.value


def is_kind_of(tag: str, node: Node) -> bool:
    """Whether a node can be read from this element."""
    match node:
        case Task():
            return tag in TASKS
        case Gateway():
            return GATEWAYS.get(tag) is node.kind
        case Event():
            return EVENTS.get(tag) is node.kind
