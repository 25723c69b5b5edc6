"""Reads the interview once: each step, when it is first told, is hung on steps told before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.flow.graph import START, Growing
from interview2flow.extraction.flow.pairs import LOOK_BACK, Moment, Scene
from interview2flow.extraction.judge import Features

ENOUGH: Final = 0.4
"""An arrow that is at least so likely is drawn beside the likeliest one."""
Judging = Callable[[Sequence[Features]], NDArray[np.float64]]


def sources(moment: Moment) -> list[int]:
    """The steps on which the one told now may hang, in the order told: linear cost however long the interview is."""
    touched = moment.graph.touched
    near = {START, *islice(reversed(touched), LOOK_BACK), *moment.ranked_leaves}
    near |= set(nlargest(LOOK_BACK, moment.graph.splits, key=lambda step: touched.get(step, -1)))
    return sorted(near - {moment.telling.step})


def attach(scene: Scene, judging: Judging) -> tuple[Growing, dict[tuple[int, int], float]]:
    """The arrows forward in the telling, and how likely each looked-at one was."""
    graph = Growing()
    likely: dict[tuple[int, int], float] = {}
    for telling in scene.thread.tellings:
        if telling.first:
            moment = Moment(scene, graph, telling)
            possible = sources(moment)
            found = judging([moment.into(source) for source in possible])
            likely |= {(source, telling.step): float(p) for source, p in zip(possible, found, strict=True)}
            hang(graph, telling.step, possible, found)
    return graph, likely


def hang(graph: Growing, step: int, possible: Sequence[int], likely: NDArray[np.float64]) -> None:
    """Draws the likeliest arrow to the step, and others that are likely enough."""
    best = int(np.argmax(likely))
    graph.add(step)
    for place, source in enumerate(possible):
        if place == best or likely[place] >= ENOUGH:
            graph.connect(source, step)
