"""How lately each role was spoken of where a clause is told, and how soon again: a row per clause, a column per role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.clauses import Clause

FAR: Final = 400
"""Distances in words end here; also "never"."""
LAST: Final = 99
"""The rank of a role that was not named yet, and the most clauses that are counted."""
SOON: Final = 40
"""What comes within so many words still speaks of the clause."""
NEVER: Final = -1
OPENING: Final = 3
"""An answer's first word may have an article and an adjective before it."""
ANSWERING: Final = frozenset({"ROOT", "nsubj"})

Numbers = NDArray[np.int64]
Columns = dict[str, NDArray[np.generic]]
"""By feature, a row per clause and a column per role."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`starts`, `heads` and `ends` are the clauses' tokens, one below the other.

    By clause and role: `last` and `acted` are the places where the role was named, and did something, last before the clause
    (`NEVER` if nowhere), `coming` is where it is named next in or behind it, `following` next behind it; `rank` and
    `acting_rank` tell how many others were named or did something since. The last column stands for nobody, named nowhere.
    """

    starts: Numbers
    heads: Numbers
    ends: Numbers
    last: Numbers
    acted: Numbers
    coming: Numbers
    following: Numbers
    rank: Numbers
    acting_rank: Numbers


def standing(scene: Scene, told: Sequence[Clause]) -> Standing:
    """Where every role stands at each of these clauses."""
    starts, heads, ends = (_below(tokens) for tokens in zip(*((c.start, c.head, c.end) for c in told), strict=True))
    places = [*(role.places for role in scene.roles), ()]
    acting = [*(role.acting for role in scene.roles), ()]
    last, acted = before(places, starts), before(acting, starts)
    coming, following = behind(places, starts), behind(places, ends)
    return Standing(starts, heads, ends, last, acted, coming, following, ranks(last), ranks(acted))


def columns(scene: Scene, told: Sequence[Clause], here: Standing) -> Columns:
    """What is near, by feature."""
    last = here.last
    ago = _below([clause.index for clause in told]) - np.searchsorted(scene.heads, last, side="right")
    roles = range(last.shape[1])
    doing = before([scene.doing.get(role, []) for role in roles], here.heads)
    duties = [scene.duties.get(role, []) for role in roles]
    return {
        "in_sentence_before": last >= _below([scene.tree.sent[clause.head] for clause in told]),
        "in_turn": last >= _below([scene.turn_starts[clause.turn] for clause in told]),
        "distance": since(here.starts, last),
        "acting_distance": since(here.starts, here.acted),
        "rank": here.rank,
        "acting_rank": here.acting_rank,
        "last_relation": np.where(last == NEVER, 0, scene.relations[last]),
        "last_clauses_ago": np.where(last == NEVER, LAST, np.minimum(LAST, ago)),
        "soon_after": until(here.ends, here.following),
        "soon_alone": _opens(scene, here),
        "doing_ago": since(here.heads, doing),
        "doing_rank": ranks(doing),
        "duty_before": since(here.heads, before(duties, here.heads + 1)),
        "duty_after": until(here.heads, behind(duties, here.heads + 1)),
    }


def _below(numbers: Sequence[int]) -> Numbers:
    return np.array(numbers, dtype=np.int64)[:, None]


def _opens(scene: Scene, here: Standing) -> NDArray[np.bool_]:
    """Whether the role soon opens a sentence, as in an answer to the question who does it."""
    tree = scene.tree
    opening = [p for p in scene.places if p - tree.sent[p] < OPENING and tree.rel[p] in ANSWERING]
    return np.isin(here.following, opening) & (here.following - here.ends <= SOON)


def before(places: Sequence[Sequence[int]], tokens: Numbers) -> Numbers:
    """By token and list of places, the last place before the token, else `NEVER`."""
    return _pick(tokens, places, [[NEVER, *here] for here in places])


def behind(places: Sequence[Sequence[int]], tokens: Numbers) -> Numbers:
    """By token and list of places, the first place from the token on, else one far behind everything."""
    return _pick(tokens, places, [[*here, np.iinfo(np.int32).max] for here in places])


def _pick(tokens: Numbers, places: Sequence[Sequence[int]], found: Sequence[Sequence[int]]) -> Numbers:
    """By token and list of places, that of `found` at the number of places before the token."""
    picked = [np.array(those)[np.searchsorted(here, tokens[:, 0])] for here, those in zip(places, found, strict=True)]
    return np.column_stack(picked)


def ranks(last: Numbers) -> Numbers:
    """By row, how many columns hold a later place; `LAST` for those that hold none."""
    order = np.argsort(-last, axis=1, kind="stable")
    found = np.empty_like(last)
    np.put_along_axis(found, order, np.arange(last.shape[1])[None, :], axis=1)
    return np.where(last == NEVER, LAST, found)


def since(here: Numbers, place: Numbers) -> Numbers:
    """How many words lie between a place and what follows it; `FAR` where it is further, or nowhere."""
    return np.where(place == NEVER, FAR, np.minimum(FAR, here - place))


def until(here: Numbers, place: Numbers) -> Numbers:
    """How many words come before the place; `FAR` where it does not come soon."""
    return np.where(place - here > SOON, FAR, place - here)
