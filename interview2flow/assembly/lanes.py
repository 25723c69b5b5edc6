"""The roles as lanes, in the order in which they first have something to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from interview2flow.assembly.wording import Wording
from interview2flow.model import Actor, Lane, Provenance, Step


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from top to bottom, and `of` which lane each step stands in, by step id."""

    lanes: tuple[Lane, ...]
    of: dict[str, str]


def lanes(steps: Iterable[Step], *, wording: Wording) -> Lanes:
    """One lane for each role that does a step, one for all that nobody is said to do. `steps` in the order of work."""
    found: dict[str | None, Lane] = {}
    of = {}
    for step in steps:
        key = step.actor.name.casefold() if step.actor else None
        if key not in found:
            found[key] = _lane(f"Lane_{len(found) + 1}", step.actor, wording)
        of[step.id] = found[key].id
    return Lanes(tuple(found.values()), of)


def _lane(lane_id: str, actor: Actor | None, wording: Wording) -> Lane:
    if actor is None:
        return Lane(id=lane_id, name=wording.unnamed_role, named=False, provenance=Provenance.INFERRED)
    return Lane(id=lane_id, name=actor.name, provenance=actor.provenance)
