"""What a clause itself says of the roles that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors.relations import relation
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.actors.standing import FAR
from interview2flow.extraction.actors.subjects import SubjectKind
from interview2flow.extraction.clauses import Clause

OPENING: Final = 3
"""So many words before a role may be what opens it: "by the old research office"."""
LOCAL: Final = frozenset({"Case=Ine", "Case=Ela", "Case=Ade"})
RECEIVING: Final = frozenset({"Case=All", "Case=Abl", "Case=Ill"})

NAMES: Final = ("in_clause", "relation", "local", "by", "gap", "before_head", "compound_of_head", "receives")
NOT_NAMED: Final = (0, 0, 0, 0, FAR, 0, 0, 0)
"""What holds for a role of which the clause says nothing."""


def rows(scene: Scene, told: Sequence[Clause]) -> NDArray[np.float64]:
    """By clause and role (the last one is nobody) one row of `NAMES`."""
    found = np.empty((len(told), len(scene.roles) + 1, len(NAMES)))
    found[:] = NOT_NAMED
    for row, clause in enumerate(told):
        for role, values in _said(scene, clause):
            found[row, role] = values
    return found


def _said(scene: Scene, clause: Clause) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The roles of which the clause speaks, each with its row."""
    found, own = _named(scene, clause), _own(scene, clause)
    for role in {*found, 0} if own else found:
        yield role, _row(scene, clause, found.get(role, ()), own if role == 0 else ())


def _named(scene: Scene, clause: Clause) -> Mapping[int, list[int]]:
    """By role, the places between the clause's ends that name it."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place in scene.named(clause.start, clause.end):
        found[scene.role_at[place]].append(place)
    return found


def _own(scene: Scene, clause: Clause) -> list[int]:
    """Where the interviewee is named by a pronoun that can only be a subject, or by the verb's form."""
    lower, nominative = scene.tree.lower, scene.words.nominative
    own = scene.own_between(clause.start, clause.end)
    return [place for place in own if place == clause.head or lower[place] in nominative]


def _row(scene: Scene, clause: Clause, places: Sequence[int], own: Sequence[int]) -> tuple[float, ...]:
    tree = scene.tree
    nearest = min((*places, *own), key=lambda place: abs(place - clause.head))
    return (
        bool(places),
        min((relation(tree.rel[place]) for place in places), default=0),
        any(not LOCAL.isdisjoint(tree.morph[place]) for place in places),
        any(_agent(scene, place) for place in places),
        abs(nearest - clause.head),
        nearest < clause.head,
        any(tree.rel[place] == "compound" and tree.head[place] == clause.head for place in places),
        any(_receives(scene, place) for place in places),
    )


def _agent(scene: Scene, place: int) -> bool:
    return scene.tree.dep[place] == "obl:agent" or not scene.words.by.isdisjoint(_before(scene, place))


def _receives(scene: Scene, place: int) -> bool:
    """Whether something is handed to the role, or asked of it, at this place."""
    handed = not scene.words.recipient.isdisjoint(_before(scene, place))
    return handed or not RECEIVING.isdisjoint(scene.tree.morph[place])


def _before(scene: Scene, place: int) -> list[str]:
    tree = scene.tree
    return [tree.lower[child] for child in tree.children[place] if tree.rel[child] == "case"]


def named_as_doer(scene: Scene, clause: Clause) -> frozenset[int]:
    """The roles that the clause says in so many words to do it."""
    subject = scene.subjects[clause.index]
    if subject.passive and subject.kind is not SubjectKind.OWN:
        return _agents(scene, clause)
    role = scene.meant(subject)
    return frozenset() if subject.shared or role is None else frozenset({role})


def _agents(scene: Scene, clause: Clause) -> frozenset[int]:
    """Who does it in the passive: "by the research office", "av mig"."""
    lower, by = scene.tree.lower, scene.words.by
    found = set()
    for place in clause.tokens:
        role = 0 if lower[place] in scene.words.own else scene.role_at.get(place)
        if role is not None and not by.isdisjoint(lower[max(clause.start, place - OPENING) : place]):
            found.add(role)
    return frozenset(found)
