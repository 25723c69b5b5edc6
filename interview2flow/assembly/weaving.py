"""What follows what, as two people tell it: the one who tells more closely is followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import networkx as nx

from interview2flow.model import END, START, Relation


def weave(known: Sequence[Relation], told: Sequence[Relation], *, shared: frozenset[str]) -> tuple[Relation, ...]:
    """Two people's arrows as one set. `shared` are the steps that both tell of.

    An arrow of the one gives way to a longer way of the other that fills in steps which the first one does not know of.
    """
    if not shared:
        return _one_after_the_other(known, told)
    kept = _refined(known, by=told, common=shared)
    added = _refined(told, by=known, common=shared)
    going_on = {r.source for r in added if r.target != END and not r.condition}
    kept = [r for r in kept if r.target != END or r.condition or r.source not in going_on]
    left = {r.source for r in kept if not r.condition}
    added = [r for r in added if r.condition or r.source not in left or not _both_know(r, shared)]
    return (*kept, *_new_ones(kept, added))


def _one_after_the_other(known: Sequence[Relation], told: Sequence[Relation]) -> tuple[Relation, ...]:
    """Nothing in common: the second interview is taken to go on where the first one ends."""
    last = next((r for r in reversed(known) if r.target == END and not r.condition), None)
    if last is None:
        return (*known, *told)
    followed = [replace(r, source=last.source) if r.source == START else r for r in told]
    return (*(r for r in known if r is not last), *followed)


def _refined(relations: Sequence[Relation], *, by: Sequence[Relation], common: frozenset[str]) -> list[Relation]:
    """The relations without those that the other one tells more closely."""
    other: nx.DiGraph[str] = nx.DiGraph((r.source, r.target) for r in by)
    ends = common | {START, END}
    return [r for r in relations if not _filled_in(r, other, ends)]


def _filled_in(relation: Relation, other: nx.DiGraph[str], common: frozenset[str]) -> bool:
    """Whether the other one goes the same way through steps of the own; to the start and the end through any steps."""
    source, target = relation.source, relation.target
    if relation.condition or source not in other or target not in other:
        return False
    if source == START or target == END:
        return not other.has_edge(source, target) and nx.has_path(other, source, target)
    between = other.subgraph((set(other) - common) | {source, target})
    return source != target and not other.has_edge(source, target) and nx.has_path(between, source, target)


def _both_know(relation: Relation, shared: frozenset[str]) -> bool:
    return {relation.source, relation.target} <= shared | {START, END}


def _new_ones(kept: Sequence[Relation], added: Sequence[Relation]) -> list[Relation]:
    known = {(r.source, r.target): r for r in kept}
    return [r for r in added if (r.source, r.target) not in known or (r.condition and not known[r.source, r.target].condition)]
