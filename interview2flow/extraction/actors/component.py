"""Finds who does each step."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import document
from interview2flow.extraction.actors import choose, names
from interview2flow.extraction.actors.features import UNNAMED
from interview2flow.extraction.actors.inside import named_as_doer
from interview2flow.extraction.actors.roles import Role
from interview2flow.extraction.actors.scene import Scene, scene
from interview2flow.extraction.actors.subjects import SubjectKind
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Actor, Evidence, Provenance

SPOKEN: frozenset[SubjectKind] = frozenset({SubjectKind.OWN, SubjectKind.PERSON, SubjectKind.GROUP, SubjectKind.GENERAL})
"""Subjects that are words for somebody, though the role is named elsewhere."""


def find_actors(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> dict[str, Actor | None]:
    """By mention, who does it; None where the interview leaves it open."""
    here = scene(doc, clauses)
    told = [number for mention in mentions for number in mention.tellings]
    likely = dict(zip(told, choose.likelihoods(here, [clauses[number] for number in told]), strict=True))
    found: dict[str, Actor | None] = {}
    for mention in mentions:
        tellings = {number: likely[number] for number in mention.tellings}
        chosen = choose.most_likely(tellings.values())
        if chosen == UNNAMED:
            found[mention.id] = None
        else:
            best = max(tellings, key=lambda number: tellings[number].get(chosen, 0.0))
            found[mention.id] = _actor(here, clauses[best], here.roles[chosen])
    return found


def _actor(here: Scene, clause: Clause, role: Role) -> Actor:
    stated = _said(here, clause, role)
    if stated is not None:
        return Actor(name=role.name, provenance=Provenance.STATED, evidence=document.evidence(here.doc, *stated))
    return Actor(name=role.name, provenance=Provenance.INFERRED, evidence=_nearest(here, clause, role))


def _said(here: Scene, clause: Clause, role: Role) -> tuple[int, int] | None:
    """The words of the clause that say who does it."""
    subject = here.subjects[clause.index]
    if role.index in named_as_doer(here, clause):
        if subject.token is not None and not subject.passive:
            return names.said(here.tree, subject.token, here.words)
        inside = [place for place in here.named(clause.start, clause.end) if here.role_at[place] == role.index]
        own = here.own_between(clause.start, clause.end) if role.speaker else []
        place = next(iter([*inside, *own]), None)
        return None if place is None else names.said(here.tree, place, here.words)
    if subject.kind in SPOKEN and subject.token is not None and not subject.shared:
        return subject.token, subject.token + 1
    return None


def _nearest(here: Scene, clause: Clause, role: Role) -> Evidence | None:
    """Where the role is named last before the clause, else first after it."""
    place = here.before(role, clause.end)
    place = here.after(role, clause.end) if place is None else place
    return None if place is None else document.evidence(here.doc, *names.said(here.tree, place, here.words))


@Language.component("i2f_actors")
def actors(doc: Doc) -> Doc:
    """Sets `doc._.actors`."""
    doc._.actors = find_actors(doc, doc._.clauses, doc._.mentions)
    return doc
