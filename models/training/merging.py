"""Fits the weights by which steps of two interviews are taken for one: `python -m models.training.merging`.

Prints what `interview2flow/assembly/likeness.py` holds. The examples are gold tellings: of cases with two interviews as they
are, and of those with one parted in two, one telling of each step that is told twice on either side.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from interview2flow.assembly.likeness import NAMES, seen
from interview2flow.extraction.labels import find_labels
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Step
from models.training import align, cases
from models.training.cases import Case

Told = tuple[str, Step]
"""A gold step's id, and one telling of it."""

MOST: Final = 2


@dataclass(frozen=True)
class Pair:
    """Two interviews about the same work, as far as they tell gold steps."""

    known: Sequence[Told]
    told: Sequence[Told]


def main() -> None:
    """Fits on all cases and prints the weights."""
    rows, same = [], []
    for name in [*cases.names(), *cases.names(cases.MORE)]:
        for pair in pairs(cases.load(name)):
            rows.append(seen([s for _, s in pair.known], [s for _, s in pair.told]).reshape(-1, len(NAMES)))
            same += [one == other for one, _ in pair.known for other, _ in pair.told]
    fitted = LogisticRegression(max_iter=5000).fit(np.vstack(rows), same)
    print(f"{sum(same)} of {len(same)} pairs are the same step")
    print("WEIGHTS", ", ".join(f"{weight:.2f}" for weight in fitted.coef_[0]), "BIAS", f"{fitted.intercept_[0]:.2f}")


def pairs(case: Case) -> Iterator[Pair]:
    """The case as two interviews; none where one of them would tell nothing."""
    told = list(tellings(case))
    if len(case.docs) == 1:
        known, again = _parted([(name, step) for _, name, step in told], case.name)
    else:
        known, again = (_once([(name, step) for doc, name, step in told if doc == number]) for number in range(MOST))
    if known and again:
        yield Pair(known, again)


def tellings(case: Case) -> Iterator[tuple[int, str, Step]]:
    """Each gold telling as (interview, gold step, step), in the order told."""
    by_doc = sorted((doc, clause, name) for name, told in align.tellings(case).items() for doc, clause in told)
    for number, group in groupby(by_doc, key=lambda telling: telling[0]):
        doc = case.docs[number]
        named = {f"t{clause}": (name, clause) for _, clause, name in group}
        mentions = [Mention(key, (clause,), 1.0) for key, (_, clause) in named.items()]
        labels = find_labels(doc, doc._.clauses, mentions)
        for key, (name, _) in named.items():
            label = labels[key]
            yield number, name, Step(
                id=key, label=label.text, actor=None, evidence=(), action=label.action, meanings=label.meanings, terms=label.terms
            )  # fmt: skip


def _once(told: Sequence[Told]) -> list[Told]:
    """Each step once, with the words of all its tellings."""
    steps: dict[str, Step] = {}
    for name, step in told:
        steps[name] = replace(steps[name], terms=steps[name].terms | step.terms) if name in steps else step
    return list(steps.items())


def _parted(told: Sequence[Told], seed: str) -> tuple[list[Told], list[Told]]:
    """One interview as two: the first two tellings of a step one here and one there, a single one on either side."""
    sides: tuple[list[Told], list[Told]] = ([], [])
    count: dict[str, int] = {}
    for name, step in told:
        number = count[name] = count.get(name, -1) + 1
        if number < MOST:
            sides[(zlib.crc32(f"{seed}{name}".encode()) + number) % MOST].append((name, step))
    return sides


if __name__ == "__main__":
    main()
