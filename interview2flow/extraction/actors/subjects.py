"""With which kind of subject a clause is told, where that stands, and whether it is passive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from spacy.tokens import Doc, Token

from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.clauses import Clause, relation

INHERITING: Final = frozenset({"xcomp", "conj", "ccomp", "parataxis", "advcl", "dep"})
"""Relations through which a verb without subject may share the one of the verb above."""
HELPING: Final = frozenset({"aux", "cop"})


class SubjectKind(IntEnum):
    """What the subject is; the order has no meaning."""

    NONE = 0
    OWN = 1  # I, we
    PERSON = 2  # he, she
    GROUP = 3  # they
    THING = 4  # it
    GENERAL = 5  # you, one
    OPEN = 6  # somebody, nobody
    RELATIVE = 7
    NOUN = 8
    NAME = 9


@dataclass(frozen=True, slots=True)
class Subject:
    """`token` is None where the verb's form alone says it; `shared` where it belongs to the verb above."""

    kind: SubjectKind
    token: int | None
    passive: bool
    shared: bool = False
    plural: bool = False


def find_subject(doc: Doc, clause: Clause, words: Words) -> Subject:
    """The subject of a clause, as far as its words or its verb's form say it."""
    head = doc[clause.head]
    passive = is_passive(head)
    own = _own(head, clause, words)
    if own is None or kind_of(own, words) in {SubjectKind.NOUN, SubjectKind.NAME, SubjectKind.THING}:
        own = _beside(head, clause, words) or own
    if own is not None:
        return _subject(own, words, passive=passive)
    if (kind := _by_form(head)) is not None:
        return Subject(kind, None, passive)
    if (pronoun := _nominative(doc, clause, words)) is not None:
        return _subject(pronoun, words, passive=passive)
    if not passive and (above := _above(head, words)) is not None:
        return _subject(above, words, passive=passive, shared=True)
    return Subject(SubjectKind.NONE, None, passive)


def is_passive(head: Token) -> bool:
    """Passive by form or by its helpers."""
    return "Pass" in head.morph.get("Voice") or any(
        child.dep_ in {"nsubj:pass", "aux:pass", "csubj:pass"} for child in head.children
    )


def _own(head: Token, clause: Clause, words: Words) -> Token | None:
    found = [child for child in head.children if relation(child) == "nsubj"]
    acting = [child for child in found if kind_of(child, words) not in {SubjectKind.THING, SubjectKind.RELATIVE}]
    for child in (*acting, *found):
        if clause.start <= child.i < clause.end or child.i in clause.tokens:
            return child
    return None


def _by_form(head: Token) -> SubjectKind | None:
    """The first or second person of the verb or of its helper, in languages that leave the pronoun out."""
    for token in (head, *(child for child in head.children if relation(child) in HELPING)):
        person = token.morph.get("Person")
        if token.morph.get("VerbForm") == ["Fin"] and token.morph.get("Voice") == ["Act"] and person:
            if "1" in person:
                return SubjectKind.OWN
            if "2" in person:
                return SubjectKind.GENERAL
    return None


def _beside(head: Token, clause: Clause, words: Words) -> Token | None:
    """A pronoun right beside the verb that can only be its subject: "Den första dagen tar jag ut listan"."""
    near = (head.doc[i] for i in (head.i + 1, head.i - 1) if i in clause.tokens)
    return next((token for token in near if token.lower_ in words.nominative), None)


def first_person(token: Token) -> bool:
    """Whether a verb's form, or a noun's possessive ending, says that the speaker is meant."""
    return token.morph.get("Person") == ["1"] or token.morph.get("Person[psor]") == ["1"]


def _nominative(doc: Doc, clause: Clause, words: Words) -> Token | None:
    """A pronoun that can only be a subject, whatever the parser hung it on."""
    return next((doc[i] for i in clause.tokens if doc[i].lower_ in words.nominative), None)


def _above(head: Token, words: Words) -> Token | None:
    here = head
    while relation(here) in INHERITING and here.head.i != here.i:
        if relation(here) == "advcl" and here.morph.get("VerbForm") == ["Fin"]:
            return None
        here = here.head
        found = [child for child in here.children if relation(child) == "nsubj"]
        if found:
            return next((child for child in found if kind_of(child, words) is not SubjectKind.THING), found[0])
    return None


def _subject(token: Token, words: Words, *, passive: bool, shared: bool = False) -> Subject:
    return Subject(kind_of(token, words), token.i, passive, shared, "Plur" in token.morph.get("Number"))


def kind_of(token: Token, words: Words) -> SubjectKind:
    """What a subject is, by its form."""
    form = token.lower_
    if words.is_pronoun(token):
        kinds = (
            (words.own, SubjectKind.OWN),
            (words.person, SubjectKind.PERSON),
            (words.general, SubjectKind.GENERAL),
            (words.open, SubjectKind.OPEN),
            (words.group, SubjectKind.GROUP),
            (words.relative, SubjectKind.RELATIVE),
        )
        return next((kind for forms, kind in kinds if form in forms), SubjectKind.THING)
    return SubjectKind.NAME if token.pos_ == "PROPN" else SubjectKind.NOUN
