"""Single steps: what they are called, what is told with them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from interview2flow.editing.identifiers import fresh
from interview2flow.editing.ways import bridge, without_idle_gateways
from interview2flow.errors import InvalidProcessError
from interview2flow.model import Evidence, Fact, FactKind, Node, Process, Provenance, SequenceFlow, Task
from interview2flow.model.names import tidy


def rename(process: Process, node_id: str, name: str) -> Process:
    """Gives a step, decision or event another text.

    Raises:
        InvalidProcessError: a step would be left without one.
    """
    node, name = process.node(node_id), tidy(name)
    if isinstance(node, Task) and not name:
        raise InvalidProcessError("a step needs a name")
    return process if node.name == name else _changed(process, replace(node, name=name, provenance=Provenance.EDITED))


def tell(process: Process, task_id: str, kind: FactKind, values: Iterable[str]) -> Process:
    """Sets what is told with a step: its systems, documents, times or complaints. What was there keeps its quote."""
    task = _task(process, task_id)
    known = {fact.value: fact for fact in task.facts if fact.kind is kind}
    wanted = dict.fromkeys(value for value in map(tidy, values) if value)
    facts = tuple(known.get(value) or Fact(kind, value, provenance=Provenance.EDITED) for value in wanted)
    others = tuple(fact for fact in task.facts if fact.kind is not kind)
    return _changed(process, replace(task, facts=(*others, *facts)))


def cite(process: Process, task_id: str, words: Evidence) -> Process:
    """Adds a place where a step was told."""
    task = _task(process, task_id)
    return process if words in task.evidence else _changed(process, replace(task, evidence=(*task.evidence, words)))


def add_step(process: Process, name: str, *, after: str, evidence: Sequence[Evidence] = ()) -> Process:
    """A new step behind another node, in the same lane; what followed that node follows the new one.

    Behind a node that several ways leave, the new step takes them all over.
    """
    before, text = process.node(after), tidy(name)
    if not text:
        raise InvalidProcessError("a step needs a name")
    task = Task(
        id=fresh(process, "Activity", text),
        name=text,
        lane=before.lane,
        evidence=tuple(evidence),
        provenance=Provenance.EDITED,
        actor=Provenance.INFERRED,
    )
    arrow = SequenceFlow(id=fresh(process, "Flow"), source=after, target=task.id, provenance=Provenance.EDITED)
    flows = tuple(replace(flow, source=task.id) if flow.source == after else flow for flow in process.flows)
    place = process.nodes.index(before) + 1
    nodes = (*process.nodes[:place], task, *process.nodes[place:])
    return replace(process, nodes=nodes, flows=(*flows, arrow), diagram=None)


def remove(process: Process, node_id: str) -> Process:
    """Takes a node away; what led to it leads to what followed it."""
    flows = bridge(process, node_id)
    nodes = tuple(node for node in process.nodes if node.id != node_id)
    questions = tuple(replace(q, about=None) if q.about == node_id else q for q in process.questions)
    return without_idle_gateways(replace(process, nodes=nodes, flows=flows, questions=questions, diagram=None))


def dismiss(process: Process, task_id: str) -> Process:
    """Takes a step away and remembers its words as telling none, so that no later draft brings it back."""
    words = _task(process, task_id).evidence
    kept = tuple(dict.fromkeys((*process.dismissed, *words)))
    return replace(remove(process, task_id), dismissed=kept)


def _task(process: Process, task_id: str) -> Task:
    task = process.node(task_id)
    if not isinstance(task, Task):
        raise InvalidProcessError(f"{task_id} is no step")
    return task


def _changed(process: Process, node: Node) -> Process:
    return replace(process, nodes=tuple(node if other.id == node.id else other for other in process.nodes))
