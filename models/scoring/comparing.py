"""How much of the gold a predicted process holds: steps, actors, flow, decisions and what is told beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

import networkx as nx
import numpy as np
from scipy.optimize import linear_sum_assignment

from models.scoring.reading import Process, Step, between_steps
from models.scoring.wording import alike, best, contained, stems

LABEL_ALONE, LABEL_WITH_QUOTE, QUOTE = 0.5, 0.25, 0.7
SAME_ROLE, SAME_CONDITION = 0.6, 0.4
SHORT, NOISY = 2, 0.8  # a passage of more words than that, and how much of it a wrong step's quote holds


def f1(right: float, predicted: int, gold: int) -> float:
    """F1 from counts; 1 where nothing was to be found and nothing was."""
    return 1.0 if not predicted and not gold else 2 * right / (predicted + gold)


def match(gold: Process, said: Process, language: str) -> dict[str, str]:
    """Best one-to-one matching of predicted steps to gold steps, as {predicted id: gold id}."""
    gold_ids, said_ids = list(gold.steps), list(said.steps)
    gain = np.zeros((len(said_ids), len(gold_ids)))
    for i, s in enumerate(said_ids):
        for j, g in enumerate(gold_ids):
            a, b = said.steps[s], gold.steps[g]
            label = best(((x, y) for x in a.wordings for y in b.wordings), language)
            quote = max((contained(x, y, language) for x in a.quotes for y in b.quotes), default=0.0)
            if label >= LABEL_ALONE or (quote >= QUOTE and label >= LABEL_WITH_QUOTE):
                gain[i, j] = label + quote / 2
    rows, columns = linear_sum_assignment(-gain) if gain.size else ([], [])
    return {said_ids[i]: gold_ids[j] for i, j in zip(rows, columns, strict=False) if gain[i, j] > 0}


def compare(gold: Process, said: Process, pairs: Mapping[str, str], language: str, *, not_steps: list[str]) -> dict[str, float]:
    """The figures of one case, each 0..1; `pairs` are those of `match`."""
    counted = [s for s in said.steps if s in pairs or not said.steps[s].optional]
    lanes = known_lanes(gold)
    role_right = sum(lane(said.steps[s].roles, lanes, language) == gold.steps[g].roles for s, g in pairs.items())
    result = {
        "steps": f1(len(pairs), len(counted), len(gold.steps)),
        "actors": f1(role_right, len(counted), len(gold.steps)),
        **arrows_alike(gold, said, pairs, language),
    }
    result["score"] = sum(result.values()) / 4
    if gold.parallel:
        concurrent = {frozenset(pairs[x] for x in p) for p in said.parallel if all(x in pairs for x in p)}
        result["parallel"] = f1(len(gold.parallel & concurrent), len(concurrent), len(gold.parallel))
    result["wording"] = wording(gold, said, pairs, language)
    result["noise"] = noise([said.steps[s] for s in counted if s not in pairs], not_steps, language)
    result["facts"] = f1(
        sum(shared_facts(gold.steps[g].facts, said.steps[s].facts, language) for s, g in pairs.items()),
        sum(len(said.steps[s].facts) for s in counted),
        sum(len(step.facts) for step in gold.steps.values()),
    )
    if gold.questions:
        result["questions"] = answered(gold, said, pairs, language) / len(gold.questions)
    result["asked"] = len(said.questions)
    return result


def known_lanes(gold: Process) -> set[tuple[str, ...]]:
    """The roles that do a step, each by its names."""
    return {step.roles for step in gold.steps.values()}


def seen_arrows(said: Process, pairs: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The predicted arrows between matched steps, seen through the others, with their conditions; in the gold's ids."""
    graph = nx.MultiDiGraph()
    for (a, b), condition in said.arrows.items():
        graph.add_edge(a, b, condition=condition)
    return {(pairs.get(a, a), pairs.get(b, b)): c for (a, b), c in between_steps(graph, set(pairs), {}).items()}


def arrows_alike(gold: Process, said: Process, pairs: Mapping[str, str], language: str) -> dict[str, float]:
    """Flow and decisions: arrows between matched steps, and those of them with a condition that says the same."""
    arrows = seen_arrows(said, pairs)
    asked = {a for a, c in gold.arrows.items() if c}
    given = {a for a, c in arrows.items() if c}
    kept = sum(same_condition(arrows[a], gold.arrows[a], language) for a in asked & given)
    return {
        "flow": f1(len(set(arrows) & set(gold.arrows)), len(arrows), len(gold.arrows)),
        "decisions": f1(kept, len(given), len(asked)),
    }


def wording(gold: Process, said: Process, pairs: Mapping[str, str], language: str) -> float:
    """How alike the labels of matched steps are to the gold's, on average."""
    likeness = [best(product(said.steps[s].wordings, gold.steps[g].wordings), language) for s, g in pairs.items()]
    return float(np.mean(likeness)) if likeness else 0.0


def noise(made_up: list[Step], not_steps: list[str], language: str) -> float:
    """The share of passages that must not become a step but did."""
    heard = [q for step in made_up for q in step.quotes or step.wordings if len(stems(q, language)) > SHORT]
    noisy = sum(any(contained(q, passage, language) >= NOISY for q in heard) for passage in not_steps)
    return noisy / len(not_steps) if not_steps else 0.0


def answered(gold: Process, said: Process, pairs: Mapping[str, str], language: str) -> int:
    """How many of the gold's questions are asked, about that step or in like words."""
    return sum(
        any(
            (pairs.get(about) == gold_about and about) or alike(ask, gold_ask, language) >= SAME_CONDITION
            for about, ask in said.questions
        )
        for gold_about, gold_ask in gold.questions
    )


def same_condition(said: str, gold: str, language: str) -> bool:
    """Like words; or the gold's words inside a label that is not much longer."""
    short = len(stems(said, language)) <= 3 * len(stems(gold, language)) + 2
    return alike(said, gold, language) >= SAME_CONDITION or (short and contained(said, gold, language) >= LABEL_ALONE)


def shared_facts(gold: list[tuple[str, str]], said: list[tuple[str, str]], language: str) -> int:
    """How many of the gold facts are told, each by a fact of the same kind in like words."""
    left, found = list(said), 0
    for kind, value in gold:
        same = next(
            (
                f
                for f in left
                if f[0] == kind and max(alike(f[1], value, language), contained(f[1], value, language)) >= LABEL_ALONE
            ),
            None,
        )
        if same:
            left.remove(same)
            found += 1
    return found


def lane(names: tuple[str, ...], lanes: set[tuple[str, ...]], language: str) -> tuple[str, ...] | None:
    """The gold lane that a predicted lane stands for: the most alike, () where it says that nobody is named."""
    if not names or unknown(names[0]):
        return ()
    same = {name.lower() for name in names}
    likeness = {
        known: best(((x, y) for x in names for y in known), language) + bool(same & {k.lower() for k in known}) for known in lanes
    }
    closest = max(likeness, key=likeness.get, default=None)
    return closest if closest is not None and likeness[closest] >= SAME_ROLE else None


def unknown(role: str) -> bool:
    """Whether a lane says that nobody is named."""
    return bool(
        re.search(r"unknown|unassigned|unclear|not stated|okän|oklar|tuntematon|epäselvä|avoin|ei tiedossa", role.lower())
    )
