"""Trains what relates mentions: on those that people marked and on those that are found, so that it is ready for wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from interview2flow.extraction.judge import Features, Judge
from models.pet import following, gateways, within
from models.pet.documents import Document
from models.pet.elements import Elements
from models.pet.relating import Pair, Relater, chances, described
from models.training import judging

ROUNDS: Final = {**dict.fromkeys(within.TAILS, 140), gateways.SAME: 60, following.FLOW: 200}
TREES: Final[dict[str, Any]] = {
    "num_leaves": 7,
    "min_data_in_leaf": 5,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "lambda_l2": 2.0,
}


@dataclass(frozen=True)
class Example:
    """Mentions of a document whose relations are known; mentions that nobody marked have none."""

    document: Document
    elements: Elements

    def related(self, kind: str, pair: Pair) -> bool:
        """Whether the document says so."""
        marked = self.document.mentions
        ends = tuple(self.elements.mentions[number] for number in pair)
        return any(each.type == kind and (marked[each.head], marked[each.tail]) == ends for each in self.document.relations)


Describe = Callable[[Example], dict[Pair, Features]]


def train(examples: Sequence[Example]) -> Relater:
    """A judge of each kind; flow learns from gateways paired by judges that did not see them."""
    judges = {kind: _judge(examples, kind, _within(kind)) for kind in within.TAILS}
    judges[gateways.SAME] = _gateway_judge(examples)
    folds = sorted({example.document.fold for example in examples})
    unseen = {fold: _gateway_judge([each for each in examples if each.document.fold != fold]) for fold in folds}

    def flow(example: Example) -> dict[Pair, Features]:
        same = chances(unseen[example.document.fold], described(gateways.SAME, example.elements))
        return described(following.FLOW, example.elements, same)

    judges[following.FLOW] = _judge(examples, following.FLOW, flow)
    return Relater(judges)


def _within(kind: str) -> Describe:
    return lambda example: described(kind, example.elements)


def _gateway_judge(examples: Sequence[Example]) -> Judge:
    return _judge(examples, gateways.SAME, _within(gateways.SAME))


def _judge(examples: Sequence[Example], kind: str, describe: Describe) -> Judge:
    features: list[Features] = []
    right: list[bool] = []
    for example in examples:
        for pair, each in describe(example).items():
            features.append(each)
            right.append(example.related(kind, pair))
    return judging.train(features, right, rounds=ROUNDS[kind], **TREES)
