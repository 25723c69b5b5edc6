"""Whether two people tell of the same step: each pair of steps is looked at beside all others of the two interviews."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.assembly.roles import same_role
from interview2flow.model import Actor, Provenance, Step

Table = NDArray[np.float64]
"""One row for each step of the one, one column for each step of the other."""

NAMES: Final = ("letters", "terms", "shared", "meaning", "apart", "likest_here", "likest_there", "before", "after")
"""What is seen of a pair: letters and content words of the two in common, and how telling these words are; verbs of one
meaning; how far apart they stand in their interviews; how much more alike than the next best; how alike what comes before
and after them is."""

WEIGHTS: Final = (0.78, 0.36, 0.30, 0.84, -2.78, 1.94, 2.23, 0.79, 1.25)
BIAS: Final = -3.75
"""A logistic regression, fitted by `python -m models.training.merging`."""

OTHER_ROLE: Final = {True: 2.2, False: 0.75}
"""What another role takes away, where both are told and where one is only concluded: little enough for a step told in like words
to be seen as one step that two people give to different roles."""

BARE: Final = 3.0
"""What it takes away where of both only a verb is known: "ring" may be any call."""

SAME_STEP: Final = math.log(0.25 / 0.75)
"""From these odds on two steps are one: the pairs are few, and each step has one partner at most."""

NEAR: Final = 3
"""So many steps before and after are looked at."""
SAME_MEANING: Final = 0.1


def pair_up(known: Sequence[Step], told: Sequence[Step]) -> dict[str, str]:
    """The steps of `told` that are already known, as {told id: known id}: the likest pairs first, each step once."""
    odds = likeness(known, told)
    likely = np.argwhere(odds >= SAME_STEP)
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for i, j in sorted(likely.tolist(), key=lambda pair: (-odds[pair[0], pair[1]], pair[1], pair[0])):
        if told[j].id not in pairs and known[i].id not in taken:
            pairs[told[j].id] = known[i].id
            taken.add(known[i].id)
    return pairs


def likeness(known: Sequence[Step], told: Sequence[Step]) -> Table:
    """The log odds that each two steps are one and the same."""
    if not known or not told:
        return np.zeros((len(known), len(told)))
    other_role = [[_other_role(a.actor, b.actor) for b in told] for a in known]
    bare = [[_is_bare(a) and _is_bare(b) for b in told] for a in known]
    odds: Table = seen(known, told) @ np.array(WEIGHTS) + BIAS - np.array(other_role) - BARE * np.array(bare)
    return odds


def _is_bare(step: Step) -> bool:
    return " " not in step.label


def _other_role(one: Actor | None, other: Actor | None) -> float:
    if one is None or other is None or same_role(one.name, other.name):
        return 0.0
    return OTHER_ROLE[one.provenance is other.provenance is Provenance.STATED]


def seen(known: Sequence[Step], told: Sequence[Step]) -> NDArray[np.float64]:
    """What is seen of each pair: shape (known, told, NAMES). There is at least one step of each."""
    steps = (*known, *told)
    split = len(known)
    letters, _ = _in_common([_trigrams(step.label) for step in steps], split, lambda _: 1.0)
    often = Counter(term for step in steps for term in step.terms)
    terms, shared = _in_common([step.terms for step in steps], split, lambda term: math.log((len(steps) + 1) / often[term]))
    _, meanings = _in_common([step.meanings | {step.action} - {""} for step in steps], split, lambda _: 1.0)
    meaning = (meanings > 0).astype(np.float64)
    apart = np.abs(np.arange(split)[:, None] / split - np.arange(len(told))[None, :] / len(told))
    alike = (letters + terms) / 2 + SAME_MEANING * meaning
    lead = (_lead(alike), _lead(alike.T).T)
    return np.stack([letters, terms, shared, meaning, apart, *lead, _near(alike, -1), _near(alike, 1)], axis=2)


def _trigrams(text: str) -> frozenset[str]:
    padded = f" {text.lower()} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def _in_common(parts: Sequence[Collection[str]], split: int, weigh: Callable[[str], float]) -> tuple[Table, Table]:
    """The Dice coefficient of what each step before the split and each after it has, and the weight of what they share."""
    column = {part: i for i, part in enumerate(sorted({part for has in parts for part in has}))}
    weights = np.array([weigh(part) for part in column])
    holds = np.zeros((len(parts), len(column)))
    for row, has in enumerate(parts):
        holds[row, [column[part] for part in has]] = 1.0
    whole = holds @ weights
    shared: Table = (holds[:split] * weights) @ holds[split:].T
    together = whole[:split, None] + whole[None, split:]
    return 2 * shared / np.where(together > 0, together, 1.0), shared


def _lead(alike: Table) -> Table:
    """How much more alike each pair is than the best other pair of its row."""
    if alike.shape[1] == 1:
        return alike
    best = np.partition(alike, -2, axis=1)[:, -2:]
    return alike - np.where(alike == best[:, 1:], best[:, :1], best[:, 1:])


def _near(alike: Table, direction: int) -> Table:
    """How alike the likest two of the steps just before (-1) or after (1) each two are."""
    rows, columns = alike.shape
    padded = np.pad(alike, NEAR)
    shifted = [
        padded[NEAR + direction * i : NEAR + direction * i + rows, NEAR + direction * j : NEAR + direction * j + columns]
        for i in range(1, NEAR + 1)
        for j in range(1, NEAR + 1)
    ]
    found: Table = np.max(shifted, axis=0)
    return found
