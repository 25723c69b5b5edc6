"""The likeliest condition of each telling, and of what is said behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction import judge
from interview2flow.extraction.conditions.candidates import Candidate, after, before
from interview2flow.extraction.conditions.features import NAMES, Site, rows
from interview2flow.extraction.conditions.reading import Reader
from interview2flow.extraction.judge import Judge
from interview2flow.extraction.thread import Thread

NAME: Final = "conditions"
MARKED, UNMARKED = 0.8, 0.05
"""Without a trained judge: how likely a passage is a condition that opens with "if", and one that does not."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A passage, how it reads on an arrow, and the probability that it belongs there."""

    candidate: Candidate
    probability: float
    text: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """By telling: the likeliest condition on the way `into` the step, and on the way `out_of` it to the end or back."""

    into: tuple[Heard | None, ...]
    out_of: tuple[Heard | None, ...]


def find_conditions(thread: Thread) -> Conditions:
    """The likeliest condition around each telling, however unlikely it is."""
    return likeliest(thread, judge.trained(NAME))


def likeliest(thread: Thread, judging: Judge | None) -> Conditions:
    """The same by a given judge, who is asked once about all passages of the interview."""
    sites = around(thread)
    heard = _best(thread, sites, likely(rows(thread, sites), judging))
    return Conditions(*(tuple(heard.get((telling.number, way)) for telling in thread.tellings) for way in (False, True)))


def around(thread: Thread) -> list[Site]:
    """Every telling with every passage near it, on the way into the step and out of it."""
    return [
        Site(telling, passage, exit=way)
        for telling in thread.tellings
        for way, found in ((False, before(thread, telling)), (True, after(thread, telling)))
        for passage in found
    ]


def likely(described: NDArray[np.float64], judging: Judge | None) -> NDArray[np.float64]:
    """By row, the probability of being the condition."""
    if judging is None:
        return np.where(described[:, NAMES.index("mark if")] > 0, MARKED, UNMARKED)
    return judging.ensemble.probabilities(arranged(described, judging.place))


def arranged(described: NDArray[np.float64], place: Mapping[str, int]) -> NDArray[np.float64]:
    """The columns in the order in which a judge knows them; those that it does not know are left out."""
    found = np.zeros((len(described), len(place)))
    known = [name for name in NAMES if name in place]
    found[:, [place[name] for name in known]] = described[:, [NAMES.index(name) for name in known]]
    return found


def _best(thread: Thread, sites: Sequence[Site], chances: NDArray[np.float64]) -> dict[tuple[int, bool], Heard]:
    """By telling and way, the likeliest passage of which something is left to write on an arrow."""
    found: dict[tuple[int, bool], Heard] = {}
    reader = Reader(thread)
    for number in np.argsort(-chances, kind="stable").tolist():
        site = sites[number]
        where = site.telling.number, site.exit
        if where not in found and (text := reader.read(site.passage)):
            found[where] = Heard(site.passage, float(chances[number]), text)
    return found
