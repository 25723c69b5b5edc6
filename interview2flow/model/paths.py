"""What comes next, and what came before, as a reader sees it: from step to step, straight through the gateways between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview2flow.model.process import Gateway, GatewayKind, Node, Process, SequenceFlow

MOST_ARROWS: Final = 5_000
"""Arrows looked at for one node; a web of empty gateways has more ways through it than anybody could read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One way between two nodes: the arrows along it, in the order of the work, and the gateways passed."""

    source: Node
    target: Node
    flows: tuple[SequenceFlow, ...]
    gateways: tuple[Gateway, ...]

    @property
    def conditions(self) -> tuple[SequenceFlow, ...]:
        """The arrows on this way that are taken only under a condition."""
        return tuple(flow for flow in self.flows if flow.name)


def following(process: Process, node_id: str) -> tuple[Path, ...]:
    """The ways from a node to the next steps and events, in the process's order."""
    found: list[Path] = []
    waiting: list[tuple[SequenceFlow, ...]] = [(flow,) for flow in reversed(process.outgoing(node_id))]
    for _ in range(MOST_ARROWS):
        if not waiting:
            break
        walked = waiting.pop()
        here = process.node(walked[-1].target)
        if not isinstance(here, Gateway):
            found.append(_path(process, walked))
        elif all(flow.target != here.id for flow in walked[:-1]):
            waiting.extend((*walked, flow) for flow in reversed(process.outgoing(here.id)))
    return tuple(found)


def preceding(process: Process, node_id: str) -> tuple[Path, ...]:
    """The ways into a node from the steps and events before it, in the process's order."""
    found: list[Path] = []
    waiting: list[tuple[SequenceFlow, ...]] = [(flow,) for flow in reversed(process.incoming(node_id))]
    for _ in range(MOST_ARROWS):
        if not waiting:
            break
        walked = waiting.pop()
        here = process.node(walked[0].source)
        if not isinstance(here, Gateway):
            found.append(_path(process, walked))
        elif all(flow.source != here.id for flow in walked[1:]):
            waiting.extend((flow, *walked) for flow in reversed(process.incoming(here.id)))
    return tuple(found)


def splits(process: Process, gateway: Gateway) -> bool:
    """Whether paths part at a gateway; elsewhere they only meet."""
    return len(process.outgoing(gateway.id)) > 1


def parallel(process: Process, path: Path) -> bool:
    """Whether several things begin at the same time on this way."""
    return any(gateway.kind is GatewayKind.PARALLEL and splits(process, gateway) for gateway in path.gateways)


def _path(process: Process, flows: tuple[SequenceFlow, ...]) -> Path:
    between = (process.node(flow.target) for flow in flows[:-1])
    return Path(
        source=process.node(flows[0].source),
        target=process.node(flows[-1].target),
        flows=flows,
        gateways=tuple(node for node in between if isinstance(node, Gateway)),
    )
