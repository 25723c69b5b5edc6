"""What speaks for one role doing what one clause tells: fixed columns, made for all clauses and roles at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors import fitting, inside, standing, telling
from interview2flow.extraction.actors.references import Likeness
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.clauses import Clause

UNNAMED: Final = -1
"""The candidate that says: nobody is named."""
RECENT: Final = 8
"""So many roles named last, and as many that did something last, may do what a clause tells."""

NAMES: Final = (
    "subject_kind", "passive", "shared", "plural", "conditional", "asked", "note", "words", "question_before", "place_word",
    "finite", "roles_in_clause", "roles_in_sentence", "first_in_turn", "next_subject_kind", "doubt", "doubt_who", "own_soon",
    "own_before", "doers",
    "is_speaker", "is_unnamed", "is_subject", "in_clause", "relation", "local", "by", "in_sentence_before", "distance",
    "acting_distance", "rank", "acting_rank", "soon_after", "soon_alone", "asked_before", "named", "share_acting", "likeness",
    "group", "proper", "agrees", "in_turn", "subject_elsewhere", "gap", "before_head", "compound_of_head", "does_elsewhere",
    "duty_before", "duty_after", "last_relation", "last_clauses_ago", "shares_subject", "receives",
    "person", "many", "opens", "doing_ago", "doing_rank", "fitting_rank", "fitting_acting_rank",
)  # fmt: skip
"""The columns in the order in which the trained tables count them; new ones go behind the last."""
ROLE: Final = ("is_speaker", "is_unnamed", "named", "share_acting", "likeness", "group", "proper")

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Side by side: a clause's place among those asked for, a role (or `UNNAMED`), and the row of `NAMES` for the two."""

    clause: NDArray[np.intp]
    role: NDArray[np.intp]
    rows: Rows


def candidates(scene: Scene, told: Sequence[Clause]) -> Candidates:
    """For each clause the roles that may do what it tells, and nobody; ordered by clause."""
    here = standing.standing(scene, told)
    pairs = standing.columns(scene, told, here) | fitting.columns(scene, told, here)
    clause, role = np.nonzero(_possible(scene, here, (pairs["asked_before"] != 0) | (pairs["does_elsewhere"] != 0)))
    columns = {name: column[clause, role] for name, column in pairs.items()}
    columns |= zip(telling.NAMES, telling.rows(scene, told)[clause].T, strict=True)
    columns |= zip(inside.NAMES, inside.rows(scene, told)[clause, role].T, strict=True)
    columns |= zip(ROLE, _of_roles(scene)[role].T, strict=True)
    rows = np.column_stack([columns[name] for name in NAMES]).astype(np.float64)
    return Candidates(clause, np.where(role == len(scene.roles), UNNAMED, role), rows)


def _possible(scene: Scene, here: standing.Standing, likely: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The interviewee, nobody, and whoever was named lately, will be soon, or is told elsewhere to do this.

    What does not look like somebody must have done something more than once: a system that sends and checks.
    """
    able = [role.likeness > Likeness.NONE or len(role.acting) > 1 for role in scene.roles]
    lately, soon = (here.rank < RECENT) | (here.acting_rank < RECENT), here.coming - here.ends < standing.SOON
    found: NDArray[np.bool_] = (lately | soon | likely) & [*able, True]
    found[:, [0, -1]] = True
    return found


def _of_roles(scene: Scene) -> Rows:
    """One row of `ROLE` per role, the last one for nobody."""
    rows = [
        (role.speaker, 0, len(role.places), len(role.acting) / max(1, len(role.places)), role.likeness, role.group, role.proper)
        for role in scene.roles
    ]
    return np.array([*rows, (0, 1, 0, 0, 0, 0, 0)], dtype=np.float64)
