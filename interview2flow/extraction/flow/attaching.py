"""Reads the interview once: each step, when it is first told, is hung on steps told before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.flow.graph import START, Growing
from interview2flow.extraction.flow.moment import Moment
from interview2flow.extraction.flow.scene import Scene

ENOUGH: Final = 0.5
"""An arrow that is at least so likely is drawn beside the likeliest one."""
LATEST: Final = 3
"""So many of the steps told last are looked at, and the last one with several ways out: further ones were never chosen."""
BEGINNING: Final = 4
"""START is looked at while fewer steps are told."""
Judging = Callable[[Moment, Sequence[int]], NDArray[np.float64]]


def sources(moment: Moment) -> list[int]:
    """The steps on which the one told now may hang, in the order told: as many however long the interview is."""
    graph, previous = moment.graph, moment.previous
    near = {previous, *moment.parents, *moment.siblings, *moment.ranked_leaves, *islice(reversed(graph.touched), LATEST)}
    near.update(step for parent in moment.parents for step in graph.ins[parent])
    if graph.splits:
        near.add(max(graph.splits, key=lambda step: graph.touched.get(step, -1)))
    if moment.nearest_opener is not None:
        near.add(moment.nearest_opener)
    if len(graph.touched) < BEGINNING:
        near.add(START)
    return sorted(near - {moment.telling.step})


def attach(scene: Scene, judging: Judging) -> tuple[Growing, dict[tuple[int, int], float]]:
    """The arrows forward in the telling, and how likely each looked-at one was."""
    graph = Growing()
    likely: dict[tuple[int, int], float] = {}
    for telling in scene.thread.tellings:
        if telling.first:
            moment = Moment(scene, graph, telling)
            possible = sources(moment)
            found = judging(moment, possible)
            likely |= {(source, telling.step): p for source, p in zip(possible, found.tolist(), strict=True)}
            hang(graph, telling.step, possible, found)
    return graph, likely


def hang(graph: Growing, step: int, possible: Sequence[int], likely: NDArray[np.float64]) -> None:
    """Draws the likeliest arrow to the step, and others that are likely enough."""
    best = int(np.argmax(likely))
    graph.add(step)
    for place, source in enumerate(possible):
        if place == best or likely[place] >= ENOUGH:
            graph.connect(source, step)
