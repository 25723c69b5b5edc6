"""Nodes and flows of the process: gateways where paths part and meet, events where they begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from interview2flow.assembly.draft import Draft, work_graph
from interview2flow.assembly.joins import Join, Joins
from interview2flow.assembly.lanes import Lanes
from interview2flow.assembly.order import Course
from interview2flow.assembly.splits import Split, splits
from interview2flow.model import (
    END,
    START,
    Event,
    EventKind,
    Gateway,
    GatewayKind,
    Node,
    Provenance,
    Relation,
    SequenceFlow,
    Step,
    Task,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and flows in the manual's order; `tasks` has the task's id for each step id."""

    nodes: tuple[Node, ...]
    flows: tuple[SequenceFlow, ...]
    tasks: dict[str, str]


def draw(draft: Draft, lanes: Lanes) -> Drawing:
    """The steps and relations of a well-formed draft as BPMN; each arrow of the drawing is one of the draft's relations."""
    course = Course.of(work_graph((step.id for step in draft.steps), draft.relations))
    parted = splits(course)
    joins = Joins(course, parted.values())
    pen = _Pen({step.id: step for step in draft.steps}, lanes)
    for place in course.order:
        if place == END:
            continue
        pen.place_node(place, joins.before(place), first=next(iter(course.graph.adj[START])))
        pen.place_split(parted[place])
    for split in parted.values():
        pen.connect(split)
    return Drawing(tuple(pen.nodes), tuple(pen.flows()), dict(pen.body))


@dataclass(slots=True)
class _Pen:
    """Puts nodes down one after the other, so that ids count in the manual's order; remembers where arrows leave and arrive."""

    steps: dict[str, Step]
    lanes: Lanes
    nodes: list[Node] = field(default_factory=list)
    body: dict[str, str] = field(default_factory=dict)
    arrivals: dict[tuple[str, str], str] = field(default_factory=dict)
    drawn: list[tuple[str, str, Relation | None]] = field(default_factory=list)
    _activities: count[int] = field(default_factory=lambda: count(1))
    _gateways: count[int] = field(default_factory=lambda: count(1))
    _events: count[int] = field(default_factory=lambda: count(1))
    _choices: dict[str, str] = field(default_factory=dict)
    _forks: dict[tuple[str, int], str] = field(default_factory=dict)

    def place_node(self, place: str, join: Join | str | None, *, first: str) -> None:
        """A step with the joins before it, or the start event in the lane of what comes first."""
        if place == START:
            self.body[START] = self._event(EventKind.START, self._lane(first))
            return
        lane = self._lane(place)
        entry = self._place_join(place, join, lane) if isinstance(join, Join) else None
        self.body[place] = self._task(self.steps[place], lane)
        if entry:
            self.drawn.append((entry, self.body[place], None))
        elif isinstance(join, str):
            self.arrivals[join, place] = self.body[place]

    def _place_join(self, place: str, join: Join, lane: str | None) -> str:
        """Puts down what stands before a join first, and gives the join's id."""
        inner = [self._place_join(place, member, lane) for member in join.members if isinstance(member, Join)]
        gateway = self._gateway(join.kind, lane)
        self.drawn += [(node, gateway, None) for node in inner]
        self.arrivals |= {(member, place): gateway for member in join.members if isinstance(member, str)}
        return gateway

    def place_split(self, split: Split) -> None:
        """The gateways after a step, and an end event where the work ends with it."""
        lane = self._lane_after(split)
        if split.chooses:
            self._choices[split.source] = self._gateway(GatewayKind.EXCLUSIVE, lane)
        for i, group in enumerate(split.alternatives):
            if len(group) > 1:
                self._forks[split.source, i] = self._gateway(GatewayKind.PARALLEL, lane)
            if group[0].target == END:
                self.arrivals[split.source, END] = self._event(EventKind.END, lane)

    def connect(self, split: Split) -> None:
        """The arrows out of a step; a condition stands where the ways part."""
        node = self.body[split.source]
        if choice := self._choices.get(split.source):
            self.drawn.append((node, choice, None))
            node = choice
        for i, group in enumerate(split.alternatives):
            if fork := self._forks.get((split.source, i)):
                self.drawn.append((node, fork, group[0] if split.chooses else None))
                self.drawn += [(fork, self.arrivals[split.source, r.target], _unconditioned(r)) for r in group]
            else:
                self.drawn.append((node, self.arrivals[split.source, group[0].target], group[0]))

    def flows(self) -> Sequence[SequenceFlow]:
        """All arrows, in the order of the nodes that they leave."""
        order = {node.id: i for i, node in enumerate(self.nodes)}
        drawn = sorted(self.drawn, key=lambda arrow: order[arrow[0]])
        return [_flow(f"Flow_{i}", source, target, relation) for i, (source, target, relation) in enumerate(drawn, 1)]

    def _lane(self, place: str) -> str | None:
        return self.lanes.of.get(place)

    def _lane_after(self, split: Split) -> str | None:
        return self._lane(split.source if split.source != START else split.alternatives[0][0].target)

    def _task(self, step: Step, lane: str | None) -> str:
        task = Task(
            id=f"Activity_{next(self._activities)}",
            name=step.label,
            lane=lane,
            evidence=step.evidence,
            facts=step.facts,
            provenance=step.provenance,
            actor=step.actor.provenance if step.actor else Provenance.INFERRED,
            confidence=step.confidence,
        )
        self.nodes.append(task)
        return task.id

    def _gateway(self, kind: GatewayKind, lane: str | None) -> str:
        gateway = Gateway(id=f"Gateway_{next(self._gateways)}", kind=kind, lane=lane)
        self.nodes.append(gateway)
        return gateway.id

    def _event(self, kind: EventKind, lane: str | None) -> str:
        event = Event(id=f"Event_{next(self._events)}", kind=kind, lane=lane)
        self.nodes.append(event)
        return event.id


def _unconditioned(relation: Relation) -> Relation:
    return Relation(
        source=relation.source, target=relation.target, provenance=relation.provenance, confidence=relation.confidence
    )


def _flow(flow_id: str, source: str, target: str, relation: Relation | None) -> SequenceFlow:
    if relation is None:
        return SequenceFlow(id=flow_id, source=source, target=target)
    said = relation.condition
    return SequenceFlow(
        id=flow_id,
        source=source,
        target=target,
        name=said.text if said else "",
        evidence=(said.evidence,) if said and said.evidence else (),
        provenance=said.provenance if said else relation.provenance,
        confidence=relation.confidence,
    )
