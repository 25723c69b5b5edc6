"""Processes drawn from the cases' gold: realistic ones, without any extraction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from interview2flow.model import (
    Event,
    EventKind,
    Fact,
    FactKind,
    Gateway,
    GatewayKind,
    Lane,
    Node,
    Process,
    Provenance,
    SequenceFlow,
    Task,
)

ROOT = Path(__file__).parents[1]


def gold_files() -> list[Path]:
    """The gold of all examples and cases at hand."""
    return sorted([*ROOT.glob("examples/*/gold.yaml"), *ROOT.glob("models/cases/*/gold.yaml")])


def process_of(path: Path) -> Process:
    """The process that a case's gold describes: tasks in lanes, arrows with conditions as decisions, other splits as parallel."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    arrows = [_arrow(text) for text in gold["flow"]]
    roles = list(dict.fromkeys(step["role"] for step in gold["steps"]))
    lanes = tuple(_lane(role, gold) for role in roles)
    tasks = {step["id"]: _task(step) for step in gold["steps"]}
    first = next(iter(tasks.values())).lane
    nodes: dict[str, Node] = {"start": Event(id="start", kind=EventKind.START, lane=first)}
    flows: list[SequenceFlow] = []
    for name in ("start", *tasks):
        if name in tasks:
            nodes[name] = tasks[name]
        for node, flow in _leave(name, [arrow for arrow in arrows if arrow[0] == name], nodes[name].lane):
            if node:
                nodes[node.id] = node
            flows.append(flow)
    last = next((arrow[0] for arrow in reversed(arrows) if arrow[1] == "end"), "start")
    nodes["end"] = Event(id="end", kind=EventKind.END, lane=nodes[last].lane)
    return Process(title=gold["title"], language=gold["language"], lanes=lanes, nodes=tuple(nodes.values()), flows=tuple(flows))


def _arrow(text: str) -> tuple[str, str, str]:
    ways, _, condition = text.partition(":")
    source, target = (part.strip() for part in ways.split(">"))
    return source, target, condition.strip()


def _lane(role: str, gold: dict[str, Any]) -> Lane:
    if role == "unknown":
        return Lane(id="Lane_unknown", name="Role not stated", named=False, provenance=Provenance.INFERRED)
    return Lane(id=f"Lane_{role}", name=gold["roles"][role][0].capitalize())


def _task(step: dict[str, Any]) -> Task:
    takes = step.get("takes", {})
    facts = [
        *(Fact(FactKind.WORK_TIME, str(takes[key])) for key in takes if key == "work"),
        *(Fact(FactKind.WAIT_TIME, str(takes[key])) for key in takes if key == "wait"),
        *(Fact(FactKind.SYSTEM, str(name)) for name in step.get("uses", [])),
        *(Fact(FactKind.DOCUMENT, str(name)) for name in step.get("documents", [])),
    ]
    return Task(id=step["id"], name=str(step["do"]).capitalize(), lane=f"Lane_{step['role']}", facts=tuple(facts))


def _leave(name: str, arrows: list[tuple[str, str, str]], lane: str | None) -> Iterator[tuple[Gateway | None, SequenceFlow]]:
    if len(arrows) < 2:
        yield from (
            (None, SequenceFlow(id=f"{name}_{target}", source=name, target=target, name=text)) for _, target, text in arrows
        )
        return
    decision = any(text for _, _, text in arrows)
    kind = GatewayKind.EXCLUSIVE if decision else GatewayKind.PARALLEL
    gateway = Gateway(id=f"{name}_gate", kind=kind, lane=lane, name="Which way?" if decision else "")
    yield gateway, SequenceFlow(id=f"{name}_out", source=name, target=gateway.id)
    for _, target, text in arrows:
        provenance = Provenance.STATED if text else Provenance.INFERRED
        yield None, SequenceFlow(id=f"{name}_{target}", source=gateway.id, target=target, name=text, provenance=provenance)
