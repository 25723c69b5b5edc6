"""Makes arrows well formed: every step can be reached from the start and leads to the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import networkx as nx

from interview2flow.assembly.draft import work_graph
from interview2flow.model import END, START, Provenance, Relation

GUESS: Final = 0.1
"""The confidence of an arrow that nobody told, drawn so that the process hangs together."""


def well_formed(step_ids: Sequence[str], relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations that can be drawn, one for each two steps, and inferred ones where the process would fall apart.

    `step_ids` stand in the order in which the steps were told.
    """
    sound = _sound(step_ids, relations)
    if not step_ids:
        return (Relation(source=START, target=END, confidence=GUESS),)
    sound += _ways_in(step_ids, sound)
    return (*sound, *_ways_out(step_ids, sound))


def _sound(step_ids: Sequence[str], relations: Iterable[Relation]) -> list[Relation]:
    """Drops arrows to and from nowhere; of two arrows between the same steps the surer one stays."""
    sources, targets = {START, *step_ids}, {END, *step_ids}
    kept: dict[tuple[str, str], Relation] = {}
    for relation in relations:
        ends = relation.source, relation.target
        possible = relation.source in sources and relation.target in targets and ends != (START, END)
        if possible and _says_more(relation, kept.get(ends)):
            kept[ends] = relation
    return [relation for relation in kept.values() if relation.source != relation.target or relation.condition]


def _says_more(relation: Relation, other: Relation | None) -> bool:
    return other is None or (relation.condition is not None, relation.confidence) > (
        other.condition is not None,
        other.confidence,
    )


def _ways_in(step_ids: Sequence[str], relations: Sequence[Relation]) -> list[Relation]:
    """An arrow to each part that cannot be reached: from the step told before it, the first one from the start."""
    graph, added = work_graph(step_ids, relations), list[Relation]()
    reached = {START, *nx.descendants(graph, START)}
    for place, step in enumerate(step_ids):
        if step in reached:
            continue
        before = next((s for s in reversed(step_ids[:place]) if s in reached and s not in _closed(graph)), START)
        added.append(_guess(before, step))
        graph.add_edge(before, step)
        reached |= {step, *nx.descendants(graph, step)}
    return added


def _closed(graph: nx.DiGraph[str]) -> set[str]:
    """Steps that one should not go on from: they end the work."""
    return {node for node in graph.predecessors(END) if graph.out_degree(node) == 1}


def _ways_out(step_ids: Sequence[str], relations: Sequence[Relation]) -> list[Relation]:
    """An arrow to the end from the last step of each part that never ends."""
    graph, added = work_graph(step_ids, relations), list[Relation]()
    ending = {END, *nx.ancestors(graph, END)}
    for step in reversed(step_ids):
        if step not in ending and not graph.out_degree(step):
            added.append(_guess(step, END))
            ending |= {step, *nx.ancestors(graph, step)}
    for step in reversed(step_ids):
        if step not in ending:  # a circle without a way out
            added.append(_guess(step, END))
            ending |= {step, *nx.ancestors(graph, step)}
    return added


def _guess(source: str, target: str) -> Relation:
    return Relation(source=source, target=target, provenance=Provenance.INFERRED, confidence=GUESS)
