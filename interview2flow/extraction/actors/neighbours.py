"""What the steps told before and after speak for: people tell what one role does in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors.features import Candidates
from interview2flow.extraction.actors.standing import FAR
from interview2flow.extraction.clauses import Clause

NAMES: Final = (
    "likely", "share", "surest", "is_surest", "before", "second_before", "lately", "behind", "elsewhere", "words_before",
    "words_behind",
)  # fmt: skip
FADING: Final = 0.6
"""How much of what was likely at one step still counts at the next."""

Shares = NDArray[np.float64]


def rows(among: Candidates, likely: NDArray[np.float64], told: Sequence[Clause]) -> NDArray[np.float64]:
    """One row of `NAMES` per candidate, from how `likely` each is by itself; `told` are the clauses in the order told."""
    clause, role = among.clause, among.role
    by_step = np.zeros((len(told), role.max(initial=0) + 2))  # the last column is for nobody, whose number is -1
    by_step[clause, role] = likely
    shares = by_step / np.maximum(by_step.sum(axis=1, keepdims=True), np.finfo(float).tiny)
    starts = np.array([each.start for each in told])
    gaps = np.minimum(FAR, np.diff(starts, prepend=starts[0] - FAR, append=starts[-1] + FAR))
    elsewhere = (shares.sum(axis=0) - shares) / max(1, len(told) - 1)
    by_role = (shares, _shifted(shares, 1), _shifted(shares, 2), _lately(shares), _shifted(shares, -1), elsewhere)
    share, before, second_before, lately, behind, elsewhere = (values[clause, role] for values in by_role)
    is_surest = shares.argmax(axis=1)[clause] == role % by_step.shape[1]
    surest = by_step.max(axis=1)[clause]
    words = gaps[:-1][clause], gaps[1:][clause]
    return np.column_stack([likely, share, surest, is_surest, before, second_before, lately, behind, elsewhere, *words])


def _shifted(shares: Shares, by: int) -> Shares:
    """What is likely so many steps before (behind, where `by` is negative); nothing at the ends."""
    found = np.zeros_like(shares)
    if by > 0:
        found[by:] = shares[:-by]
    else:
        found[:by] = shares[-by:]
    return found


def _lately(shares: Shares) -> Shares:
    """What was likely at all steps before, the earlier the less."""
    found = np.zeros_like(shares)
    for step in range(1, len(shares)):
        found[step] = FADING * found[step - 1] + shares[step - 1]
    return found
