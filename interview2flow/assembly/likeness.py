"""Whether two people tell of the same step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from interview2flow.model import Step

SAME_STEP: Final = 0.62
"""From this likeness on two steps of different interviews are one."""

WORDING_WEIGHT: Final = 0.55
TERMS_WEIGHT: Final = 0.45
SAME_ACTION_BONUS: Final = 0.1
OTHER_ACTOR_MALUS: Final = 0.1


def pair_up(known: Sequence[Step], told: Sequence[Step]) -> dict[str, str]:
    """The steps of `told` that are already known, as {told id: known id}: the likest pairs first, each step once."""
    scored = sorted(
        ((likeness(a, b), j, i) for j, b in enumerate(told) for i, a in enumerate(known)),
        key=lambda scored_pair: (-scored_pair[0], *scored_pair[1:]),
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for score, j, i in scored:
        if score < SAME_STEP:
            break
        if told[j].id not in pairs and known[i].id not in taken:
            pairs[told[j].id] = known[i].id
            taken.add(known[i].id)
    return pairs


def likeness(a: Step, b: Step) -> float:
    """How alike two steps are, about 0..1: their wording, their content words, their action and who does them."""
    wording = fuzz.token_sort_ratio(a.label, b.label) / 100
    terms = 2 * len(a.terms & b.terms) / (len(a.terms) + len(b.terms)) if a.terms and b.terms else wording
    same_action = SAME_ACTION_BONUS if a.action and a.action == b.action else 0.0
    other_actor = OTHER_ACTOR_MALUS if a.actor and b.actor and a.actor.name.casefold() != b.actor.name.casefold() else 0.0
    return WORDING_WEIGHT * wording + TERMS_WEIGHT * terms + same_action - other_actor
