"""LightGBM models in the form that the extraction evaluates without LightGBM."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.forest import Forest

DEFAULTS: dict[str, Any] = {
    "objective": "binary",
    "verbosity": -1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 1,
    "zero_as_missing": False,
    "use_missing": False,
}


def train(
    rows: NDArray[np.float64],
    targets: NDArray[Any],
    *,
    rounds: int,
    forests: int = 1,
    **parameters: Any,
) -> Forest:
    """A forest trained for yes or no with the given LightGBM parameters.

    Several `forests`, each from another seed, are averaged: what hangs on chance in one of them weighs less.
    """
    chosen = {**DEFAULTS, **parameters}
    trained = []
    for seed in range(chosen["seed"], chosen["seed"] + forests):
        data = lightgbm.Dataset(rows, label=targets, params={"verbosity": -1})
        trained.append(convert(lightgbm.train({**chosen, "seed": seed}, data, num_boost_round=rounds).dump_model()))
    return mean(trained) if forests > 1 else trained[0]


def mean(forests: Sequence[Forest]) -> Forest:
    """One forest whose margin is the mean of theirs."""
    nodes, leaves = (np.cumsum([0, *(len(part) for part in parts)]) for parts in _sizes(forests))

    def moved(places: NDArray[np.int32], number: int) -> NDArray[np.int32]:
        """Inner nodes are counted from 0 up, leaves from -1 down."""
        return np.where(places >= 0, places + nodes[number], places - leaves[number]).astype(np.int32)

    return Forest(
        feature=np.concatenate([forest.feature for forest in forests]),
        threshold=np.concatenate([forest.threshold for forest in forests]),
        left=np.concatenate([moved(forest.left, number) for number, forest in enumerate(forests)]),
        right=np.concatenate([moved(forest.right, number) for number, forest in enumerate(forests)]),
        leaf=np.concatenate([forest.leaf for forest in forests]) / len(forests),
        roots=np.concatenate([moved(forest.roots, number) for number, forest in enumerate(forests)]),
    )


def _sizes(forests: Sequence[Forest]) -> tuple[list[NDArray[Any]], list[NDArray[Any]]]:
    return [forest.feature for forest in forests], [forest.leaf for forest in forests]


def convert(model: Mapping[str, Any]) -> Forest:
    """LightGBM's own description of a model as a Forest."""
    nodes: list[tuple[int, float, int, int]] = []
    leaves: list[float] = []

    def walk(part: Mapping[str, Any]) -> int:
        if "leaf_value" in part and "split_feature" not in part:
            leaves.append(part["leaf_value"])
            return ~(len(leaves) - 1)
        place = len(nodes)
        nodes.append((part["split_feature"], part["threshold"], 0, 0))
        left, right = walk(part["left_child"]), walk(part["right_child"])
        nodes[place] = (part["split_feature"], part["threshold"], left, right)
        return place

    roots = [walk(tree["tree_structure"]) for tree in model["tree_info"]]
    return Forest(
        feature=np.array([node[0] for node in nodes], dtype=np.int32),
        threshold=np.array([node[1] for node in nodes], dtype=np.float64),
        left=np.array([node[2] for node in nodes], dtype=np.int32),
        right=np.array([node[3] for node in nodes], dtype=np.int32),
        leaf=np.array(leaves, dtype=np.float64),
        roots=np.array(roots, dtype=np.int32),
    )
