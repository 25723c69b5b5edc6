"""What differs between two versions of a process, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from interview2flow.model.evidence import FactKind
from interview2flow.model.paths import following
from interview2flow.model.process import Event, Gateway, Lane, Node, Process, SequenceFlow, Task

UNNAMED: Final = "◉"
"""What an end or a decision without a name reads as where something leads to it."""


class Kind(StrEnum):
    """What happened to a part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Aspect(StrEnum):
    """What of a part changed."""

    NAME = "name"
    ROLE = "role"
    FACTS = "facts"
    NEXT = "next"
    CONDITION = "condition"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Way:
    """Where the work goes on: the id of the next step or event, and on which condition, if any."""

    target: str
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part that differs. `before` and `after` say how it reads, empty where there is nothing; `fact` which kind of fact.

    Of what comes next they name what does not come any more, and what comes now; `gone` and `come` are these ways.

    `element` is the id in the version that has it (the later one where both do), `name` what the part is called there.
    """

    kind: Kind
    element: str
    name: str
    aspect: Aspect | None = None
    fact: FactKind | None = None
    before: str = ""
    after: str = ""
    gone: tuple[Way, ...] = ()
    come: tuple[Way, ...] = ()


def compare(before: Process, after: Process) -> tuple[Difference, ...]:
    """What differs, parts being the same where their ids are: roles, then steps, decisions and events, then arrows."""
    return (
        *_lanes(before.lanes, after.lanes),
        *_nodes(before, after),
        *_arrows(before, after),
    )


def _lanes(before: Sequence[Lane], after: Sequence[Lane]) -> Iterator[Difference]:
    """The lane of what nobody is said to do is no role."""
    old, new = ({lane.id: lane for lane in lanes if lane.named} for lanes in (before, after))
    yield from (Difference(kind=Kind.REMOVED, element=id_, name=lane.name) for id_, lane in old.items() if id_ not in new)
    for id_, lane in new.items():
        if id_ not in old:
            yield Difference(kind=Kind.ADDED, element=id_, name=lane.name)
        elif old[id_].name != lane.name:
            yield _changed(id_, lane.name, Aspect.NAME, old[id_].name, lane.name)


def _nodes(before: Process, after: Process) -> Iterator[Difference]:
    old, new = {node.id: node for node in before.nodes}, {node.id: node for node in after.nodes}
    yield from (_gone(Kind.REMOVED, node) for id_, node in old.items() if id_ not in new and _is_told(node))
    for id_, node in new.items():
        if id_ not in old:
            if _is_told(node):
                yield _gone(Kind.ADDED, node)
            continue
        yield from _node(old[id_], node, before, after)


def _is_told(node: Node) -> bool:
    """Gateways without a question come and go with the arrows."""
    return bool(node.name) or isinstance(node, Event)


def _gone(kind: Kind, node: Node) -> Difference:
    return Difference(kind=kind, element=node.id, name=node.name)


def _node(old: Node, new: Node, before: Process, after: Process) -> Iterator[Difference]:
    if old.name != new.name:
        yield _changed(new.id, new.name, Aspect.NAME, old.name, new.name)
    if isinstance(new, Gateway):
        return
    was, now = _role(before, old), _role(after, new)
    if _name(was) != _name(now) and not (was and now and was.id == now.id):
        yield _changed(new.id, new.name, Aspect.ROLE, _name(was), _name(now))
    if isinstance(old, Task) and isinstance(new, Task):
        yield from _facts(old, new)


def _role(process: Process, node: Node) -> Lane | None:
    lane = process.lane_of(node)
    return lane if lane and lane.named else None


def _name(role: Lane | None) -> str:
    return role.name if role else ""


def _facts(old: Task, new: Task) -> Iterator[Difference]:
    for kind in FactKind:
        was, now = (", ".join(fact.value for fact in task.facts if fact.kind is kind) for task in (old, new))
        if was != now:
            yield Difference(
                kind=Kind.CHANGED, element=new.id, name=new.name, aspect=Aspect.FACTS, fact=kind, before=was, after=now
            )


def _changed(element: str, name: str, aspect: Aspect, before: str, after: str) -> Difference:
    return Difference(kind=Kind.CHANGED, element=element, name=name, aspect=aspect, before=before, after=after)


def _arrows(before: Process, after: Process) -> Iterator[Difference]:
    """Where the work goes on from each step, straight through gateways: what a reader sees, however it is drawn."""
    both = {node.id for node in before.nodes} & {node.id for node in after.nodes}
    for node in after.nodes:
        if node.id in both and not isinstance(node, Gateway):
            was, now = _onward(before, node.id), _onward(after, node.id)
            gone, come = (tuple(way for way in ways if way not in others) for ways, others in ((was, now), (now, was)))
            if gone or come:
                yield Difference(
                    kind=Kind.CHANGED,
                    element=node.id,
                    name=node.name,
                    aspect=Aspect.NEXT,
                    before=_read(before, gone),
                    after=_read(after, come),
                    gone=gone,
                    come=come,
                )


def _onward(process: Process, node_id: str) -> tuple[Way, ...]:
    """The ways out of a node, each once."""
    ways = (Way(path.target.id, _condition(path.conditions)) for path in following(process, node_id))
    return tuple(dict.fromkeys(ways))


def _condition(flows: Sequence[SequenceFlow]) -> str:
    return ", ".join(flow.name for flow in flows)


def _read(process: Process, ways: Iterable[Way]) -> str:
    named = sorted((process.node(way.target).name or UNNAMED, way.condition) for way in ways)
    return "; ".join(f"{name} ({when})" if when else name for name, when in named)
