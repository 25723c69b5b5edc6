"""How the subject of a clause fits each role: a row per clause, a column per role, the last one for nobody."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors.inside import named_as_doer
from interview2flow.extraction.actors.references import Likeness
from interview2flow.extraction.actors.roles import Role
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.actors.standing import NEVER, Columns, Standing, ranks
from interview2flow.extraction.actors.subjects import SubjectKind
from interview2flow.extraction.clauses import Clause

Flags = NDArray[np.bool_]


def columns(scene: Scene, told: Sequence[Clause], here: Standing) -> Columns:
    """What fits, by feature."""
    subjects = [scene.subjects[clause.index] for clause in told]
    nobody = len(scene.roles)
    direct = [{nobody} if s.kind is SubjectKind.OPEN else named_as_doer(scene, c) for s, c in zip(subjects, told, strict=True)]
    meant = [scene.meant(subject) for subject in subjects]
    shared = [{role} if s.shared and role is not None else () for s, role in zip(subjects, meant, strict=True)]
    named = np.array([[s.token in scene.role_at] for s in subjects])
    is_subject = by_role(scene, direct)
    agrees = _agrees(scene, [subject.kind for subject in subjects])
    return {
        "asked_before": by_role(scene, [_asked_before(scene, clause) for clause in told]),
        "does_elsewhere": by_role(scene, [scene.doers.get(scene.tree.lemma[clause.head], ()) for clause in told]),
        "is_subject": is_subject,
        "shares_subject": by_role(scene, shared),
        "subject_elsewhere": named & ~is_subject,
        "agrees": agrees,
        "fitting_rank": ranks(np.where(agrees > 0, here.last, NEVER)),
        "fitting_acting_rank": ranks(np.where(agrees > 0, here.acted, NEVER)),
    }


def by_role(scene: Scene, sets: Sequence[Collection[int]]) -> Flags:
    """A row for each set of roles."""
    found = np.zeros((len(sets), len(scene.roles) + 1), dtype=bool)
    for row, roles in enumerate(sets):
        found[row, list(roles)] = True
    return found


def _asked_before(scene: Scene, clause: Clause) -> frozenset[int]:
    """The roles that the interviewer's question right before names."""
    if clause.turn == 0 or not scene.asked[clause.turn - 1]:
        return frozenset()
    question = scene.named(scene.turn_starts[clause.turn - 1], scene.turn_starts[clause.turn])
    return frozenset(scene.role_at[place] for place in question)


def _agrees(scene: Scene, kinds: Sequence[SubjectKind]) -> NDArray[np.int64]:
    """1 where the pronoun fits the role, -1 where it does not, 0 where nothing can be said."""
    fits = np.zeros((len(SubjectKind), len(scene.roles) + 1), dtype=np.int64)
    for role in scene.roles:
        fits[SubjectKind.PERSON, role.index] = -1 if _no_single_person(role) else 1
        fits[SubjectKind.GROUP, role.index] = -1 if role.speaker else int(role.group)
    return fits[kinds]


def _no_single_person(role: Role) -> bool:
    return role.group or role.speaker or role.likeness is Likeness.NONE
