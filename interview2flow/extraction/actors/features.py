"""What speaks for one role doing what one clause tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors.references import Likeness
from interview2flow.extraction.actors.roles import Role
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.actors.subjects import Subject, SubjectKind
from interview2flow.extraction.clauses import Clause
from interview2flow.model import Transcript, TurnKind

FAR: Final = 400.0
"""Distances in words end here; also "never"."""
LAST: Final = 99.0
"""The rank of a role that was not named yet."""
SOON: Final = 40
"""An answer to "by whom?" comes within so many words."""
OPENING: Final = 3
"""An answer's first word may have an article and an adjective before it."""
RELATIONS: Final = ("", "nsubj", "obl", "nmod", "obj", "iobj", "appos", "conj", "compound", "ROOT")
LOCAL: Final = frozenset({"Case=Ine", "Case=Ela", "Case=Ade"})
RECEIVING: Final = frozenset({"Case=All", "Case=Abl", "Case=Ill"})

UNNAMED: Final = -1
"""The candidate that says: nobody is named."""

CONTEXT: Final = (
    "subject_kind", "passive", "shared", "plural", "conditional", "asked", "note", "words", "question_before", "place_word",
    "finite", "roles_in_clause", "roles_in_sentence", "first_in_turn", "next_subject_kind", "doubt", "doubt_who", "own_soon",
    "own_before", "doers",
)  # fmt: skip
CANDIDATE: Final = (
    "is_speaker", "is_unnamed", "is_subject", "in_clause", "relation", "local", "by", "in_sentence_before", "distance",
    "acting_distance", "rank", "acting_rank", "soon_after", "soon_alone", "asked_before", "named", "share_acting", "likeness",
    "group", "proper", "agrees", "in_turn", "verb_subject_elsewhere", "gap", "before_head", "compound_of_head", "does_elsewhere",
    "duty_before", "duty_after", "last_relation", "last_clauses_ago", "shares_subject", "receives",
)  # fmt: skip
NAMES: Final = (*CONTEXT, *CANDIDATE)


@dataclass(frozen=True, slots=True)
class Around:
    """What all candidates for one clause look at, by role.

    `inside` are the places in the clause that name it, `last` and `acted` the last ones before, `rank` and `acting_rank` how
    lately that was; `asked` are the roles in the question right before, `doers` those that do the same elsewhere.
    """

    inside: Mapping[int, list[int]]
    last: Mapping[int, int]
    acted: Mapping[int, int]
    rank: Mapping[int, int]
    acting_rank: Mapping[int, int]
    asked: frozenset[int]
    doers: Collection[int]


def around(scene: Scene, clause: Clause) -> Around:
    """All that the candidates for a clause share."""
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for place in scene.named(clause.start, clause.end):
        inside[scene.role_at[place]].append(place)
    last, acted = scene.last(clause.start), scene.last(clause.start, acting=True)
    return Around(
        inside=inside,
        last=last,
        acted=acted,
        rank={role: rank for rank, role in enumerate(last)},
        acting_rank={role: rank for rank, role in enumerate(acted)},
        asked=_asked_before(scene, clause),
        doers=scene.doers.get(scene.tree.lemma[clause.head], ()),
    )


def candidates(scene: Scene, clause: Clause) -> list[int]:
    """Roles named before or soon after the clause, the interviewee, and nobody."""
    limit = clause.end + SOON
    near = [role.index for role in scene.roles[1:] if role.places and role.places[0] < limit and _may_work(role)]
    return [UNNAMED, 0, *near]


def _may_work(role: Role) -> bool:
    """What does not look like somebody must have done something more than once: a system that sends and checks."""
    return role.likeness > Likeness.NONE or len(role.acting) > 1


def rows(scene: Scene, clause: Clause, among: Sequence[int]) -> NDArray[np.float64]:
    """One row of `NAMES` per candidate."""
    context = _context(scene, clause)
    near = around(scene, clause)
    each = (_unnamed(scene, clause) if index == UNNAMED else _candidate(scene, clause, index, near) for index in among)
    return np.array([[*context, *row] for row in each], dtype=np.float64)


def _context(scene: Scene, clause: Clause) -> list[float]:
    tree, subject = scene.tree, scene.subjects[clause.index]
    transcript: Transcript = scene.doc._.transcript
    following = scene.subjects[clause.index + 1].kind if clause.index + 1 < len(scene.clauses) else SubjectKind.NONE
    asked: Sequence[bool] = scene.doc._.asked
    start = tree.sent[clause.head]
    own = scene.own_between(max(0, clause.start - SOON), clause.start)
    return [
        float(subject.kind),
        float(subject.passive),
        float(subject.shared),
        float(subject.plural),
        float(clause.mark is not None),
        float(clause.asked),
        float(transcript.turns[clause.turn].kind is TurnKind.NOTE),
        float(len(clause.tokens)),
        float(clause.turn > 0 and asked[clause.turn - 1]),
        float(any(tree.lower[i] in scene.words.place for i in clause.tokens)),
        float("VerbForm=Fin" in tree.morph[clause.head]),
        float(len(scene.named(clause.start, clause.end))),
        float(len(scene.named(start, clause.end))),
        float(clause.start - scene.turn_starts[clause.turn] < clause.head - clause.start + 1),
        float(following),
        *_doubt(scene, clause),
        _own_soon(scene, clause),
        float(clause.start - own[-1]) if own else FAR,
        float(len(scene.doers.get(tree.lemma[clause.head], ()))),
    ]


def _candidate(scene: Scene, clause: Clause, index: int, near: Around) -> list[float]:
    tree, subject, role = scene.tree, scene.subjects[clause.index], scene.roles[index]
    inside, last, acted = near.inside.get(index, ()), near.last.get(index), near.acted.get(index)
    direct = is_subject(scene, clause, role)
    return [
        float(role.speaker),
        0.0,
        float(direct),
        float(bool(inside)),
        float(_relation(scene, inside)),
        float(any(LOCAL & tree.morph[place] for place in inside)),
        float(any(_agent(scene, place) for place in inside)),
        float(last is not None and last >= tree.sent[clause.head]),
        _distance(clause.start, last),
        _distance(clause.start, acted),
        float(near.rank.get(index, LAST)),
        float(near.acting_rank.get(index, LAST)),
        *_after(scene, clause, role),
        float(index in near.asked),
        float(len(role.places)),
        len(role.acting) / max(1, len(role.places)),
        float(role.likeness),
        float(role.group),
        float(role.proper),
        float(_agrees(subject, role)),
        float(last is not None and last >= scene.turn_starts[clause.turn]),
        float(subject.token is not None and not direct and subject.token in scene.role_at),
        *_gap(scene, clause, role, inside),
        float(any(tree.rel[place] == "compound" and tree.head[place] == clause.head for place in inside)),
        float(index in near.doers),
        *_duty(scene, clause, index),
        float(_relation(scene, [] if last is None else [last])),
        _clauses_ago(scene, clause, last),
        float(subject.shared and _means_subject(scene, subject, role)),
        float(any(_receives(scene, place) for place in inside)),
    ]


def _unnamed(scene: Scene, clause: Clause) -> list[float]:
    subject = scene.subjects[clause.index]
    values = dict.fromkeys(CANDIDATE, 0.0)
    values["is_unnamed"] = 1.0
    values["is_subject"] = float(subject.kind is SubjectKind.OPEN)
    values["distance"] = values["acting_distance"] = values["gap"] = FAR
    values["rank"] = values["acting_rank"] = values["last_clauses_ago"] = LAST
    values["duty_before"] = values["duty_after"] = FAR
    values["verb_subject_elsewhere"] = float(subject.token is not None and subject.token in scene.role_at)
    return [values[name] for name in CANDIDATE]


def _clauses_ago(scene: Scene, clause: Clause, place: int | None) -> float:
    """How many clauses lie between a place and the clause."""
    if place is None:
        return LAST
    return min(LAST, float(clause.index - bisect_right(scene.heads, place)))


def _duty(scene: Scene, clause: Clause, index: int) -> tuple[float, float]:
    """How long ago, and how soon, it is told whose work something is."""
    places = scene.duties.get(index, [])
    at = bisect_right(places, clause.head)
    before = FAR if at == 0 else min(FAR, float(clause.head - places[at - 1]))
    after = float(places[at] - clause.head) if at < len(places) and places[at] - clause.head <= SOON else FAR
    return before, after


def _doubt(scene: Scene, clause: Clause) -> tuple[float, float]:
    """How soon after the clause something is said not to be known, and how soon it is about a person."""
    first = bisect_right(scene.doubts, clause.head, key=lambda doubt: doubt.end)
    coming = []
    for doubt in scene.doubts[first:]:
        if doubt.start - clause.end >= SOON:
            break
        coming.append(doubt)
    nearest = min((max(0, doubt.start - clause.end) for doubt in coming), default=FAR)
    person = min((max(0, doubt.start - clause.end) for doubt in coming if doubt.who), default=FAR)
    return float(nearest), float(person)


def _own_soon(scene: Scene, clause: Clause) -> float:
    """How soon after the clause the interviewee speaks of themselves."""
    coming = scene.own_between(clause.end, clause.end + SOON)
    return float(coming[0] - clause.end) if coming else FAR


def _gap(scene: Scene, clause: Clause, role: Role, inside: Sequence[int]) -> tuple[float, float]:
    """How far from the verb the nearest word for the role stands in the clause, and whether before it."""
    places = list(inside)
    if role.speaker:
        own = scene.own_between(clause.start, clause.end)
        places += [place for place in own if scene.tree.lower[place] in scene.words.nominative or place == clause.head]
    nearest = min(places, key=lambda place: abs(place - clause.head), default=None)
    return (FAR, 0.0) if nearest is None else (float(abs(nearest - clause.head)), float(nearest < clause.head))


def is_subject(scene: Scene, clause: Clause, role: Role) -> bool:
    """Whether the clause says in so many words that the role does it."""
    subject = scene.subjects[clause.index]
    if subject.passive and not (role.speaker and subject.kind is SubjectKind.OWN):
        return _is_agent(scene, clause, role)
    return not subject.shared and _means_subject(scene, subject, role)


def _means_subject(scene: Scene, subject: Subject, role: Role) -> bool:
    if role.speaker and subject.kind is SubjectKind.OWN:
        return True
    return subject.token is not None and scene.role_at.get(subject.token) == role.index


def _receives(scene: Scene, place: int) -> bool:
    """Whether something is handed to the role, or asked of it, at this place."""
    tree = scene.tree
    before = {tree.lower[child] for child in tree.children[place] if tree.rel[child] == "case"}
    return bool(before & scene.words.recipient or RECEIVING & tree.morph[place])


def _is_agent(scene: Scene, clause: Clause, role: Role) -> bool:
    """Whether a passive says that the role does it: "by the research office", "av mig"."""
    lower = scene.tree.lower
    for place in clause.tokens:
        if scene.role_at.get(place) == role.index or (role.speaker and lower[place] in scene.words.own):
            before = lower[max(clause.start, place - OPENING) : place]
            if not scene.words.by.isdisjoint(before):
                return True
    return False


def _relation(scene: Scene, inside: Sequence[int]) -> int:
    kinds = [scene.tree.rel[place] for place in inside]
    return min((RELATIONS.index(kind) if kind in RELATIONS else len(RELATIONS) for kind in kinds), default=0)


def _agent(scene: Scene, place: int) -> bool:
    tree = scene.tree
    by = (tree.lower[child] in scene.words.by for child in tree.children[place] if tree.rel[child] == "case")
    return tree.dep[place] == "obl:agent" or any(by)


def _distance(here: int, place: int | None) -> float:
    return FAR if place is None else min(FAR, float(here - place))


def _after(scene: Scene, clause: Clause, role: Role) -> tuple[float, float]:
    """How soon after the clause the role is named, and whether it opens an answer there."""
    place = scene.after(role, clause.end)
    if place is None or place - clause.end > SOON:
        return FAR, 0.0
    opens = place - scene.tree.sent[place] < OPENING and scene.tree.rel[place] in {"ROOT", "nsubj"}
    return float(place - clause.end), float(opens)


def _asked_before(scene: Scene, clause: Clause) -> frozenset[int]:
    """The roles that the interviewer's question right before names."""
    if clause.turn == 0 or not scene.doc._.asked[clause.turn - 1]:
        return frozenset()
    question = scene.named(scene.turn_starts[clause.turn - 1], scene.turn_starts[clause.turn])
    return frozenset(scene.role_at[place] for place in question)


def _agrees(subject: Subject, role: Role) -> int:
    """1 where the pronoun fits the role, -1 where it does not, 0 where nothing can be said."""
    if subject.kind is SubjectKind.PERSON:
        return -1 if role.group or role.speaker or role.likeness is Likeness.NONE else 1
    if subject.kind is SubjectKind.GROUP:
        return -1 if role.speaker else 1 if role.group else 0
    return 0
