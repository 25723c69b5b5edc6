"""The process: tasks, gateways and events in lanes, joined by sequence flows. BPMN 2.0's terms, NetworkX's graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import networkx as nx

from interview2flow.errors import InvalidProcessError
from interview2flow.model.diagram import Diagram
from interview2flow.model.disagreement import Disagreement
from interview2flow.model.evidence import Evidence, Fact, Provenance
from interview2flow.model.extraction import Question
from interview2flow.model.transcript import Interviewee


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """An interview that the process was drawn from; `name` is what evidence calls its source."""

    name: str
    interviewee: Interviewee | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A role. `named` is False for the lane that collects what nobody is said to do; its `name` says so in words."""

    id: str
    name: str
    named: bool = True
    provenance: Provenance = Provenance.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A step of the work. `lane` is a lane's id, None where the process has no lanes. `actor` says how the lane is known."""

    id: str
    name: str
    lane: str | None = None
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[Fact, ...] = ()
    provenance: Provenance = Provenance.STATED
    actor: Provenance = Provenance.STATED
    confidence: float = 1.0


class GatewayKind(StrEnum):
    """How a gateway chooses or waits; the values are BPMN's element names."""

    EXCLUSIVE = "exclusiveGateway"
    PARALLEL = "parallelGateway"
    INCLUSIVE = "inclusiveGateway"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """A place where paths part or meet. `name` is the question a decision asks; empty for a join."""

    id: str
    kind: GatewayKind = GatewayKind.EXCLUSIVE
    name: str = ""
    lane: str | None = None
    provenance: Provenance = Provenance.INFERRED


class EventKind(StrEnum):
    """Where an event stands; the values are BPMN's element names."""

    START = "startEvent"
    INTERMEDIATE = "intermediateThrowEvent"
    END = "endEvent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What sets the process off, or how it ends."""

    id: str
    kind: EventKind
    name: str = ""
    lane: str | None = None
    provenance: Provenance = Provenance.INFERRED


Node = Task | Gateway | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFlow:
    """An arrow. `name` is its condition, empty where it is always taken."""

    id: str
    source: str
    target: str
    name: str = ""
    evidence: tuple[Evidence, ...] = ()
    provenance: Provenance = Provenance.INFERRED
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Process:
    """A whole process, unchangeable: edits make a new one (`dataclasses.replace`).

    `nodes` stand in the order in which they are told in the manual, `lanes` from top to bottom. `settled` has
    the keys of the findings and proposals that the coordinator is done with, `dismissed` the words that tell no step after all.
    `diagram` holds the drawing where one is known, `file` the BPMN file that it was read from: what a Process does not speak of
    is kept there. Ask graph questions of `graph`.

    Raises:
        InvalidProcessError: an id stands twice, or a flow or node refers to one that does not exist.
    """

    title: str
    language: str
    lanes: tuple[Lane, ...] = ()
    nodes: tuple[Node, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    interviews: tuple[Interview, ...] = ()
    questions: tuple[Question, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    settled: frozenset[str] = frozenset()
    dismissed: tuple[Evidence, ...] = ()
    diagram: Diagram | None = field(default=None, compare=False)
    file: bytes | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        counts = Counter(part.id for part in (*self.lanes, *self.nodes, *self.flows))
        if twice := sorted(name for name, count in counts.items() if count > 1):
            raise InvalidProcessError(f"the id {twice[0]} stands twice")
        nodes, lanes = {node.id for node in self.nodes}, {lane.id for lane in self.lanes}
        for flow in self.flows:
            if missing := {flow.source, flow.target} - nodes:
                raise InvalidProcessError(f"{flow.id} leads from or to {min(missing)}, which does not exist")
        for node in self.nodes:
            if node.lane is not None and node.lane not in lanes:
                raise InvalidProcessError(f"{node.id} stands in the lane {node.lane}, which does not exist")

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The frozen graph: nodes carry `node=Node`, edges are keyed by flow id and carry `flow=SequenceFlow`."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from((node.id, {"node": node}) for node in self.nodes)
        for flow in self.flows:
            graph.add_edge(flow.source, flow.target, key=flow.id, flow=flow)
        nx.freeze(graph)
        return graph

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The steps, in the manual's order."""
        return tuple(node for node in self.nodes if isinstance(node, Task))

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _lanes_by_id(self) -> dict[str, Lane]:
        return {lane.id: lane for lane in self.lanes}

    def node(self, node_id: str) -> Node:
        """The node with this id; KeyError where there is none."""
        return self._by_id[node_id]

    def lane_of(self, node: Node) -> Lane | None:
        """The role in whose lane a node stands."""
        return None if node.lane is None else self._lanes_by_id[node.lane]

    def first_interview(self, source: str) -> str:
        """The first interview with whoever was interviewed there: somebody who is asked again is the same person still."""
        who = {interview.name: interview.interviewee for interview in self.interviews}
        known = who.get(source)
        return next((name for name, other in who.items() if known and str(known) and other == known), source)

    def outgoing(self, node_id: str) -> tuple[SequenceFlow, ...]:
        """The arrows out of a node, in the process's order."""
        return tuple(data["flow"] for _, _, data in self.graph.out_edges(node_id, data=True))

    def incoming(self, node_id: str) -> tuple[SequenceFlow, ...]:
        """The arrows into a node, in the process's order."""
        return tuple(data["flow"] for _, _, data in self.graph.in_edges(node_id, data=True))
