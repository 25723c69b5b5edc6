"""What is known before there are lanes and gateways: the steps of all interviews, and the arrows between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from interview2flow.model import END, START, Disagreement, Question, Relation, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Steps with ids that are unique over all interviews, relations over these ids, what is open, contradicted, denied."""

    steps: tuple[Step, ...]
    relations: tuple[Relation, ...]
    questions: tuple[Question, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    denied: tuple[Step, ...] = ()


def work_graph(step_ids: Iterable[str], relations: Sequence[Relation]) -> nx.DiGraph[str]:
    """Steps, START and END as nodes in the order given; each edge carries its `relation`."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((START, *step_ids, END))
    graph.add_edges_from((relation.source, relation.target, {"relation": relation}) for relation in relations)
    return graph
