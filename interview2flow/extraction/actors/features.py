"""What speaks for one role doing what one clause tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from interview2flow.extraction.actors.references import Likeness
from interview2flow.extraction.actors.roles import Role
from interview2flow.extraction.actors.scene import Scene
from interview2flow.extraction.actors.subjects import Subject, SubjectKind
from interview2flow.extraction.clauses import Clause, relation
from interview2flow.extraction.document import TURNS
from interview2flow.model import Transcript, TurnKind

FAR: Final = 400.0
"""Distances in words end here; also "never"."""
SOON: Final = 40
"""An answer to "by whom?" comes within so many words."""
RELATIONS: Final = ("", "nsubj", "obl", "nmod", "obj", "iobj", "appos", "conj", "compound", "ROOT")
LOCAL: Final = frozenset({"Ine", "Ela", "Ade", "Abl"})

UNNAMED: Final = -1
"""The candidate that says: nobody is named."""

CONTEXT: Final = (
    "subject_kind", "passive", "shared", "plural", "conditional", "asked", "note", "words", "question_before", "place_word",
    "finite", "roles_in_clause", "roles_in_sentence", "first_in_turn", "next_subject_kind", "doubt", "doubt_who",
    "own_soon",
)  # fmt: skip
CANDIDATE: Final = (
    "is_speaker", "is_unnamed", "is_subject", "in_clause", "relation", "local", "by", "in_sentence_before", "distance",
    "acting_distance", "rank", "acting_rank", "soon_after", "soon_alone", "asked_before", "named", "share_acting", "likeness",
    "group", "proper", "agrees", "in_turn",
    "verb_subject_elsewhere", "gap", "before_head", "compound_of_head",
)  # fmt: skip
NAMES: Final = (*CONTEXT, *CANDIDATE)


def candidates(scene: Scene, clause: Clause) -> list[int]:
    """Roles named before or soon after the clause, the interviewee, and nobody."""
    limit = clause.end + SOON
    near = [role.index for role in scene.roles[1:] if role.places and role.places[0] < limit]
    return [UNNAMED, 0, *near]


def rows(scene: Scene, clause: Clause, among: Sequence[int]) -> NDArray[np.float64]:
    """One row of `NAMES` per candidate."""
    context = _context(scene, clause)
    near = scene.ranks(clause.start, acting=False), scene.ranks(clause.start, acting=True)
    return np.array([[*context, *_candidate(scene, clause, role, near)] for role in among])


def _context(scene: Scene, clause: Clause) -> list[float]:
    doc, subject = scene.doc, scene.subjects[clause.index]
    transcript: Transcript = doc._.transcript
    head, sentence = doc[clause.head], doc[clause.head].sent
    following = scene.subjects[clause.index + 1].kind if clause.index + 1 < len(scene.clauses) else SubjectKind.NONE
    asked: Sequence[bool] = doc._.asked
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
        float(any(doc[i].lower_ in scene.words.place for i in clause.tokens)),
        float("Fin" in head.morph.get("VerbForm")),
        float(len(scene.named(clause.start, clause.end))),
        float(len(scene.named(sentence.start, sentence.end))),
        float(clause.start - doc.spans[TURNS][clause.turn].start < clause.head - clause.start + 1),
        float(following),
        *_doubt(scene, clause),
        _own_soon(scene, clause),
    ]


def _candidate(scene: Scene, clause: Clause, index: int, near: tuple[dict[int, int], dict[int, int]]) -> list[float]:
    subject = scene.subjects[clause.index]
    if index == UNNAMED:
        return _unnamed(scene, clause, subject)
    role = scene.roles[index]
    inside = [scene.doc[place] for place in scene.named(clause.start, clause.end) if scene.role_at[place] == index]
    last, acted = scene.before(role, clause.start), scene.before(role, clause.start, acting=True)
    return [
        float(role.speaker),
        0.0,
        float(is_subject(scene, clause, role)),
        float(bool(inside)),
        float(_relation(inside)),
        float(any(set(token.morph.get("Case")) & LOCAL for token in inside)),
        float(any(_agent(token, scene) for token in inside)),
        float(last is not None and last >= scene.doc[clause.head].sent.start),
        _distance(clause.start, last),
        _distance(clause.start, acted),
        float(near[0].get(index, 99)),
        float(near[1].get(index, 99)),
        *_after(scene, clause, role),
        float(_asked_before(scene, clause, role)),
        float(len(role.places)),
        len(role.acting) / max(1, len(role.places)),
        float(role.likeness),
        float(role.group),
        float(role.proper),
        float(_agrees(subject, role)),
        float(last is not None and last >= scene.doc.spans[TURNS][clause.turn].start),
        float(subject.token is not None and not is_subject(scene, clause, role) and subject.token in scene.role_at),
        *_gap(scene, clause, role, inside),
        float(any(relation(token) == "compound" and token.head.i == clause.head for token in inside)),
    ]


def _unnamed(scene: Scene, clause: Clause, subject: Subject) -> list[float]:
    values = dict.fromkeys(CANDIDATE, 0.0)
    values["is_unnamed"] = 1.0
    values["is_subject"] = float(subject.kind is SubjectKind.OPEN)
    values["distance"] = values["acting_distance"] = FAR
    values["rank"] = values["acting_rank"] = 99.0
    values["gap"] = FAR
    values["verb_subject_elsewhere"] = float(subject.token is not None and subject.token in scene.role_at)
    return [values[name] for name in CANDIDATE]


def _doubt(scene: Scene, clause: Clause) -> tuple[float, float]:
    """How soon after the clause something is said not to be known, and how soon it is about a person."""
    coming = [doubt for doubt in scene.doubts if doubt.sure and doubt.end > clause.head and doubt.start - clause.end < SOON]
    first = min((max(0, doubt.start - clause.end) for doubt in coming), default=FAR)
    person = min((max(0, doubt.start - clause.end) for doubt in coming if doubt.who), default=FAR)
    return float(first), float(person)


def _own_soon(scene: Scene, clause: Clause) -> float:
    """How soon after the clause the interviewee speaks of themselves."""
    coming = scene.own_between(clause.end, clause.end + SOON)
    return float(coming[0] - clause.end) if coming else FAR


def _gap(scene: Scene, clause: Clause, role: Role, inside: Sequence[Token]) -> tuple[float, float]:
    """How far from the verb the nearest word for the role stands in the clause, and whether before it."""
    places = [token.i for token in inside]
    if role.speaker:
        own = scene.own_between(clause.start, clause.end)
        places += [place for place in own if scene.doc[place].lower_ in scene.words.nominative or place == clause.head]
    nearest = min(places, key=lambda place: abs(place - clause.head), default=None)
    return (FAR, 0.0) if nearest is None else (float(abs(nearest - clause.head)), float(nearest < clause.head))


def is_subject(scene: Scene, clause: Clause, role: Role) -> bool:
    """Whether the clause says in so many words that the role does it."""
    subject = scene.subjects[clause.index]
    if role.speaker and subject.kind is SubjectKind.OWN:
        return True
    if subject.passive:
        return _is_agent(scene, clause, role)
    return subject.token is not None and scene.role_at.get(subject.token) == role.index


def _is_agent(scene: Scene, clause: Clause, role: Role) -> bool:
    """Whether a passive says that the role does it: "by the research office", "av mig"."""
    for place in clause.tokens:
        token = scene.doc[place]
        if scene.role_at.get(place) == role.index or (role.speaker and token.lower_ in scene.words.own):
            before = scene.doc[max(clause.start, place - 3) : place]
            if any(word.lower_ in scene.words.by for word in before):
                return True
    return False


def _relation(inside: Sequence[Token]) -> int:
    kinds = [relation(token) for token in inside]
    return min((RELATIONS.index(kind) if kind in RELATIONS else len(RELATIONS) for kind in kinds), default=0)


def _agent(token: Token, scene: Scene) -> bool:
    return token.dep_ == "obl:agent" or any(
        child.lower_ in scene.words.by for child in token.children if relation(child) == "case"
    )


def _distance(here: int, place: int | None) -> float:
    return FAR if place is None else min(FAR, float(here - place))


def _after(scene: Scene, clause: Clause, role: Role) -> tuple[float, float]:
    """How soon after the clause the role is named, and whether it opens an answer there."""
    place = scene.after(role, clause.end)
    if place is None or place - clause.end > SOON:
        return FAR, 0.0
    starts = scene.doc[place].sent.start
    opens = place - starts < 3 and relation(scene.doc[place]) in {"ROOT", "nsubj"}  # noqa: PLR2004 (an article may precede)
    return float(place - clause.end), float(opens)


def _asked_before(scene: Scene, clause: Clause, role: Role) -> bool:
    """Whether the interviewer's question right before names the role."""
    if clause.turn == 0 or not scene.doc._.asked[clause.turn - 1]:
        return False
    question = scene.doc.spans[TURNS][clause.turn - 1]
    return any(scene.role_at[place] == role.index for place in scene.named(question.start, question.end))


def _agrees(subject: Subject, role: Role) -> int:
    """1 where the pronoun fits the role, -1 where it does not, 0 where nothing can be said."""
    if subject.kind is SubjectKind.PERSON:
        return -1 if role.group or role.speaker or role.likeness is Likeness.NONE else 1
    if subject.kind is SubjectKind.GROUP:
        return -1 if role.speaker else 1 if role.group else 0
    return 0
