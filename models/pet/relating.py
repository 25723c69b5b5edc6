"""Says which mentions are related and how, by a trained judge for each kind of relation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interview2flow.extraction.judge import Features, Judge
from models.pet import following, gateways, within
from models.pet.documents import Relation
from models.pet.elements import Elements

KINDS: Final = (*within.TAILS, gateways.SAME, following.FLOW)
THRESHOLDS: Final = dict.fromkeys(KINDS, 0.35)

Pair = tuple[int, int]


@dataclass(frozen=True)
class Relater:
    """A judge for each kind of relation."""

    judges: Mapping[str, Judge]

    def relations(self, elements: Elements) -> tuple[Relation, ...]:
        """The relations likely enough to be said."""
        same = self.chances(gateways.SAME, described(gateways.SAME, elements))
        found: list[Relation] = []
        for kind in KINDS:
            chances = same if kind == gateways.SAME else self.chances(kind, described(kind, elements, same))
            found += [Relation(kind, *pair) for pair, chance in chances.items() if chance > THRESHOLDS[kind]]
        return tuple(sorted(found))

    def chances(self, kind: str, features: Mapping[Pair, Features]) -> dict[Pair, float]:
        """How likely each pair is related so."""
        return chances(self.judges[kind], features)


def chances(judge: Judge, features: Mapping[Pair, Features]) -> dict[Pair, float]:
    """How likely each pair is by one judge."""
    return dict(zip(features, judge.probabilities(list(features.values())).tolist(), strict=True))


def described(kind: str, elements: Elements, same: following.Same | None = None) -> dict[Pair, Features]:
    """The pairs that may be related so with their features; flow asks how likely two gateways are `same`."""
    if kind == following.FLOW:
        return {pair: following.describe(elements, *pair, same or {}) for pair in following.pairs(elements)}
    if kind == gateways.SAME:
        return {pair: gateways.describe(elements, *pair) for pair in gateways.pairs(elements)}
    return {pair: within.describe(elements, *pair) for pair in within.pairs(elements, kind)}
