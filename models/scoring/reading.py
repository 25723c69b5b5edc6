"""A process to be compared, from a gold.yaml or from a BPMN file with the JSON beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import yaml
from lxml import etree

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


@dataclass
class Step:
    """One task: its label and other accepted wordings, its lane's names and its quotes."""

    wordings: list[str]
    roles: tuple[str, ...]  # the lane's names; empty where nobody is named
    quotes: list[str] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)  # ("uses", "SAP"), ("work", "5 minutes"), …
    optional: bool = False  # a named event may stand for a step; unmatched, it counts for nothing


@dataclass
class Process:
    """Steps by id, and arrows between ids ("start" and "end" included) with their conditions."""

    steps: dict[str, Step]
    arrows: dict[tuple[str, str], str]
    parallel: set[frozenset[str]] = field(default_factory=set)
    questions: list[tuple[str, str]] = field(default_factory=list)  # (step id or "", question)


def read_yaml(path: Path) -> tuple[Process, dict[str, Any]]:
    """A process in the shape of gold.yaml, and the whole document."""
    doc = yaml.safe_load(path.read_text(encoding="utf-8"))
    roles = doc.get("roles") or {}
    steps = {
        str(s["id"]): Step(
            [s["do"], *as_list(s.get("also"))],
            () if s.get("role") in (None, "unknown") else tuple(map(str, as_list(roles.get(s["role"])) or [s["role"]])),
            [str(q) for q in as_list(s.get("quote"))],
            facts(s),
        )
        for s in doc["steps"]
    }
    arrows = {}
    for arrow in doc["flow"]:
        if isinstance(arrow, dict):  # `- s1 > s2: condition` without quotes is a YAML mapping
            ((ends, condition),) = arrow.items()
        else:
            ends, _, condition = arrow.partition(":")
        source, target = (end.strip() for end in ends.split(">"))
        arrows[source, target] = str(condition or "").strip()
    return Process(steps, arrows, parallel_starts(arrows), questions(doc)), doc


def parallel_starts(arrows: dict[tuple[str, str], str]) -> set[frozenset[str]]:
    """Pairs of steps that start at the same time: arrows out of one step under the same condition, or under none."""
    branches = defaultdict(set)
    for (source, target), condition in arrows.items():
        branches[source, condition].add(target)
    return {frozenset(pair) for targets in branches.values() for pair in combinations(targets - {"end"}, 2)}


def facts(step: dict[str, Any]) -> list[tuple[str, str]]:
    """What is told with a step, as (kind, value)."""
    said = [(kind, str(v)) for kind in ("uses", "documents", "pain") for v in as_list(step.get(kind))]
    return said + [(kind, str(v)) for kind, v in (step.get("takes") or {}).items()]


def questions(doc: dict[str, Any]) -> list[tuple[str, str]]:
    """Open questions, as (step id or "", question)."""
    return [(str(q.get("about") or ""), str(q.get("ask") or "")) for q in doc.get("open_questions") or []]


def as_list(value: Any) -> list[Any]:
    """A value, several, or none, as a list."""
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def read_bpmn(path: Path) -> Process:  # noqa: C901, PLR0912  one case per kind of element
    """A process from BPMN 2.0 XML, with the facts and questions of the .json beside it."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    lane_of, steps, gateways, graph = {}, {}, {}, nx.MultiDiGraph()
    for lane in root.iter(f"{BPMN}lane"):
        if lane.find(f"{BPMN}childLaneSet") is None:
            for ref in lane.iter(f"{BPMN}flowNodeRef"):
                lane_of[(ref.text or "").strip()] = lane.get("name") or ""
    for process in root.iter(f"{BPMN}process"):
        for node in process.iter():
            kind, node_id, name = node.tag.removeprefix(BPMN), node.get("id"), (node.get("name") or "").strip()
            quotes = [d.text for d in node.findall(f"{BPMN}documentation") if d.text]
            role = (lane_of[node_id],) if lane_of.get(node_id) else ()
            if kind.endswith(("task", "Task")) or kind == "callActivity":
                steps[node_id] = Step([name], role, quotes)
            elif kind.endswith("Event") and kind != "boundaryEvent" and name:
                steps[node_id] = Step([name], role, quotes, optional=True)
            elif kind.endswith("Gateway"):
                gateways[node_id] = (kind, name)
            elif kind == "boundaryEvent":
                graph.add_edge(node.get("attachedToRef"), node_id, condition=name)
            elif kind == "sequenceFlow":
                graph.add_edge(node.get("sourceRef"), node.get("targetRef"), condition=name)
            if kind == "startEvent":
                graph.add_edge("start", node_id, condition="")
            elif kind == "endEvent":
                graph.add_edge(node_id, "end", condition="")
    beside = path.with_suffix(".json")
    extra = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    for step in extra.get("steps") or []:
        if step.get("id") in steps:
            steps[step["id"]].facts = facts(step)
    return Process(steps, between_steps(graph, set(steps), gateways), concurrent(graph, set(steps), gateways), questions(extra))


def between_steps(graph: nx.MultiDiGraph, kept: set[str], gateways: dict[str, tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Arrows between kept nodes, through any other node; conditions met on the way are joined."""
    arrows = {}
    for source in (kept | {"start"}) & set(graph):
        trail, seen = [(source, "")], {source}
        while trail:
            node, said = trail.pop()
            for _, target, data in graph.out_edges(node, data=True):
                kind, name = gateways.get(node, ("", ""))
                condition = data.get("condition") or ""
                here = " ".join(filter(None, [name if condition and "arallel" not in kind else "", condition]))
                heard = " ".join(filter(None, [said, here]))
                if target in kept or target == "end":
                    arrows.setdefault((source, target), heard)
                elif target not in seen:
                    seen.add(target)
                    trail.append((target, heard))
    return arrows


def concurrent(graph: nx.MultiDiGraph, kept: set[str], gateways: dict[str, tuple[str, str]]) -> set[frozenset[str]]:
    """Pairs of steps that start on different branches of a parallel gateway, or of a step with several plain flows out."""
    pairs = set()
    for node in graph:
        kind, _ = gateways.get(node, ("", ""))
        plain = not kind and not any(data.get("condition") for *_, data in graph.out_edges(node, data=True))
        if graph.out_degree(node) > 1 and (plain or "arallel" in kind):
            branches = [first_steps(graph, branch, kept) for branch in graph.successors(node)]
            pairs |= {frozenset((a, b)) for one, other in combinations(branches, 2) for a in one - other for b in other - one}
    return pairs


def first_steps(graph: nx.MultiDiGraph, node: str, kept: set[str]) -> set[str]:
    """The steps that come first on the way from a node, itself included."""
    found, trail, seen = set(), [node], set()
    while trail:
        here = trail.pop()
        if here in kept:
            found.add(here)
        elif here not in seen:
            seen.add(here)
            trail.extend(graph.successors(here))
    return found
