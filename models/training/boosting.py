"""LightGBM models in the form that the extraction evaluates without LightGBM."""

from __future__ import annotations

from collections.abc import Mapping
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


def train(rows: NDArray[np.float64], targets: NDArray[Any], *, rounds: int, **parameters: Any) -> Forest:
    """A forest trained for yes or no with the given LightGBM parameters."""
    data = lightgbm.Dataset(rows, label=targets, params={"verbosity": -1})
    return convert(lightgbm.train({**DEFAULTS, **parameters}, data, num_boost_round=rounds).dump_model())


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
