"""Extractions written in a line, and the arrows of a drawn process read back through gateways and events."""

from __future__ import annotations

from interview2flow.assembly import Wording, assemble
from interview2flow.model import (
    END,
    START,
    Actor,
    Condition,
    Event,
    EventKind,
    Evidence,
    Extraction,
    Interviewee,
    Process,
    Relation,
    Step,
    Task,
    Transcript,
)

WORDING = Wording()


def step(step_id: str, label: str = "", actor: str | None = "clerk", *, source: str = "a.txt", **known: object) -> Step:
    label = label or f"do {step_id}"
    return Step(
        id=step_id,
        label=label,
        actor=Actor(name=actor) if actor else None,
        evidence=(Evidence(source, 0, 0, len(label), label),),
        terms=frozenset(label.split()),
        **known,  # type: ignore[arg-type]
    )


def relation(arrow: str) -> Relation:
    """`"s1 > s2: amount over 5,000"`"""
    ends, _, said = arrow.partition(":")
    source, target = (end.strip() for end in ends.split(">"))
    return Relation(source=source, target=target, condition=Condition(text=said.strip()) if said else None)


def extraction(*arrows: str, steps: tuple[Step, ...] | None = None, source: str = "a.txt") -> Extraction:
    relations = tuple(relation(arrow) for arrow in arrows)
    if steps is None:
        named = {end: None for r in relations for end in (r.source, r.target) if end not in {START, END}}
        steps = tuple(step(name) for name in named)
    return Extraction(source=source, language="en", steps=steps, relations=relations)


def transcript(name: str, interviewee: str | None = None) -> Transcript:
    return Transcript(name=name, turns=(), language="en", interviewee=Interviewee.parse(interviewee) if interviewee else None)


def assembled(*arrows: str, steps: tuple[Step, ...] | None = None) -> Process:
    return assemble([extraction(*arrows, steps=steps)], [transcript("a.txt")], wording=WORDING)


def arrows(process: Process) -> set[str]:
    """The arrows between steps as they were told, seen through gateways and events; steps by the last word of their name."""
    found = set()
    for node in process.nodes:
        if isinstance(node, Task) or (isinstance(node, Event) and node.kind is EventKind.START):
            found |= {_written(process, node.id, target, said) for target, said in _reached(process, node.id)}
    return found


def _reached(process: Process, source: str) -> set[tuple[str, str]]:
    found, trail = set(), [(flow, "") for flow in process.outgoing(source)]
    while trail:
        flow, said = trail.pop()
        heard = " ".join(filter(None, [said, flow.name]))
        target = process.node(flow.target)
        if isinstance(target, Task | Event):
            found.add((target.id, heard))
        else:
            trail += [(following, heard) for following in process.outgoing(target.id)]
    return found


def _written(process: Process, source: str, target: str, said: str) -> str:
    return f"{_name(process, source)} > {_name(process, target)}" + (f": {said}" if said else "")


def _name(process: Process, node_id: str) -> str:
    node = process.node(node_id)
    if isinstance(node, Task):
        return node.name.split()[-1]
    return START if isinstance(node, Event) and node.kind is EventKind.START else END
