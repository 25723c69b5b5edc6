"""Makes arrows well formed: every step can be reached from the start and leads to the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

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
    graph, added, reached = work_graph(step_ids, relations), list[Relation](), set[str]()
    _flood(START, graph.succ, reached)
    for place, step in enumerate(step_ids):
        if step not in reached:
            told_before = (step_ids[i] for i in range(place - 1, -1, -1))
            before = next((s for s in told_before if s in reached and set(graph.succ[s]) != {END}), START)
            added.append(_guess(before, step))
            graph.add_edge(before, step)
            _flood(step, graph.succ, reached)
    return added


def _ways_out(step_ids: Sequence[str], relations: Sequence[Relation]) -> list[Relation]:
    """An arrow to the end from the last step of each part that never ends."""
    graph, added, ending = work_graph(step_ids, relations), list[Relation](), set[str]()
    _flood(END, graph.pred, ending)
    last = [step for step in reversed(step_ids) if not graph.succ[step]]
    for step in (*last, *reversed(step_ids)):  # what is left after the last steps is a circle without a way out
        if step not in ending:
            added.append(_guess(step, END))
            _flood(step, graph.pred, ending)
    return added


def _flood(source: str, neighbours: Mapping[str, Iterable[str]], reached: set[str]) -> None:
    """Adds the source and all that hangs on it; what is reached already is not walked again."""
    reached.add(source)
    trail = [source]
    while trail:
        for node in neighbours[trail.pop()]:
            if node not in reached:
                reached.add(node)
                trail.append(node)


def _guess(source: str, target: str) -> Relation:
    return Relation(source=source, target=target, provenance=Provenance.INFERRED, confidence=GUESS)
