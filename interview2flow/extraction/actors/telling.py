"""How a clause is told, whoever does it: the same for all who might."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.actors.standing import FAR, SOON
from interview2flow.extraction.actors.subjects import SubjectKind
from interview2flow.extraction.actors.workers import finite
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame, frames
from interview2flow.model import TurnKind

NAMES: Final = (
    "subject_kind", "passive", "shared", "plural", "conditional", "asked", "note", "words", "question_before", "place_word",
    "finite", "roles_in_clause", "roles_in_sentence", "first_in_turn", "next_subject_kind", "doubt", "doubt_who", "own_soon",
    "own_before", "doers", "person", "many", "opens",
)  # fmt: skip


def rows(scene: Scene, told: Sequence[Clause]) -> NDArray[np.float64]:
    """One row of `NAMES` per clause."""
    parts = frames(scene.doc, scene.clauses)
    return np.array([_row(scene, clause, parts[clause.index]) for clause in told], dtype=np.float64)


def _row(scene: Scene, clause: Clause, frame: Frame) -> tuple[float, ...]:
    tree, subject = scene.tree, scene.subjects[clause.index]
    following = scene.subjects[clause.index + 1].kind if clause.index + 1 < len(scene.clauses) else SubjectKind.NONE
    own = scene.own_between(max(0, clause.start - SOON), clause.start)
    coming = scene.own_between(clause.end, clause.end + SOON)
    verb = finite(tree, frame)
    morph = tree.morph[clause.head if verb is None else verb]
    return (
        subject.kind,
        subject.passive,
        subject.shared,
        subject.plural,
        clause.mark is not None,
        clause.asked,
        scene.turns[clause.turn].kind is TurnKind.NOTE,
        len(clause.tokens),
        clause.turn > 0 and scene.asked[clause.turn - 1],
        not scene.words.place.isdisjoint([tree.lower[i] for i in clause.tokens]),
        "VerbForm=Fin" in tree.morph[clause.head],
        len(scene.named(clause.start, clause.end)),
        len(scene.named(tree.sent[clause.head], clause.end)),
        clause.start - scene.turn_starts[clause.turn] < clause.head - clause.start + 1,
        following,
        *_doubt(scene, clause),
        coming[0] - clause.end if coming else FAR,
        clause.start - own[-1] if own else FAR,
        len(scene.doers.get(tree.lemma[clause.head], ())),
        next((int(feature[-1]) for feature in morph if feature.startswith("Person=")), 0),
        "Number=Plur" in morph,
        clause.head == tree.sent[clause.head],
    )


def _doubt(scene: Scene, clause: Clause) -> tuple[int, int]:
    """How soon after the clause something is said not to be known, and how soon it is about a person."""
    first = bisect_right(scene.doubts, clause.head, key=lambda doubt: doubt.end)
    coming = []
    for doubt in scene.doubts[first:]:
        if doubt.start - clause.end >= SOON:
            break
        coming.append(doubt)
    nearest = min((max(0, doubt.start - clause.end) for doubt in coming), default=FAR)
    person = min((max(0, doubt.start - clause.end) for doubt in coming if doubt.who), default=FAR)
    return nearest, person
