"""With which kind of subject a clause is told, where that stands, and whether it is passive."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.actors.workers import worker_as_subject
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.tree import Tree

INHERITING: Final = frozenset({"xcomp", "conj", "ccomp", "parataxis", "advcl", "dep"})
"""Relations through which a verb without subject may share the one of the verb above."""
FIRST_PERSON: Final = frozenset({"Person=1", "Person[psor]=1"})


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


KIND: Final = {
    "self": SubjectKind.OWN,
    "person": SubjectKind.PERSON,
    "group": SubjectKind.GROUP,
    "thing": SubjectKind.THING,
    "general": SubjectKind.GENERAL,
    "open": SubjectKind.OPEN,
    "relative": SubjectKind.RELATIVE,
}
"""By the catalogue's list of pronouns."""
POINTING: Final = frozenset({SubjectKind.THING, SubjectKind.RELATIVE})
UNSURE: Final = frozenset({SubjectKind.NOUN, SubjectKind.NAME, SubjectKind.THING})
"""Kinds that parsers often find in the wrong place."""


class Subject(NamedTuple):
    """`token` is None where the verb's form alone says it; `shared` where it belongs to the verb above."""

    kind: SubjectKind
    token: int | None
    passive: bool
    shared: bool = False
    plural: bool = False


def find_subject(tree: Tree, clause: Clause, frame: Frame, words: Words) -> Subject:
    """The subject of a clause, as far as its words or its verb's form say it."""
    own = _own(tree, clause, frame, words)
    if own is None or kind_of(tree, own, words) in UNSURE:
        own = _beside(tree, clause, words) or worker_as_subject(tree, clause, frame, own, words) or own
    if own is not None:
        return _subject(tree, own, words, passive=frame.passive)
    if (kind := _by_form(tree, frame)) is not None:
        return Subject(kind, None, frame.passive)
    if (pronoun := _nominative(tree, clause, words)) is not None:
        return _subject(tree, pronoun, words, passive=frame.passive)
    if not frame.passive and (above := _above(tree, frame, words)) is not None:
        return _subject(tree, above, words, passive=False, shared=True)
    return Subject(SubjectKind.NONE, None, frame.passive)


def _own(tree: Tree, clause: Clause, frame: Frame, words: Words) -> int | None:
    rel, start, end = tree.rel, clause.start, clause.end
    verbs = (frame.head, *frame.helpers)
    found = [child for verb in verbs for child in tree.children[verb] if rel[child] == "nsubj" and start <= child < end]
    acting = (child for child in found if kind_of(tree, child, words) not in POINTING)
    return next(acting, found[0]) if found else None


def _by_form(tree: Tree, frame: Frame) -> SubjectKind | None:
    """The first or second person of the verb or of its helper, in languages that leave the pronoun out."""
    for token in (frame.head, *frame.helpers):
        morph = tree.morph[token]
        if {"VerbForm=Fin", "Voice=Act"} <= morph:
            if "Person=1" in morph:
                return SubjectKind.OWN
            if "Person=2" in morph:
                return SubjectKind.GENERAL
    return None


def _beside(tree: Tree, clause: Clause, words: Words) -> int | None:
    """A pronoun right beside the verb that can only be its subject: "Den första dagen tar jag ut listan"."""
    near = (token for token in (clause.head + 1, clause.head - 1) if clause.start <= token < clause.end)
    return next((token for token in near if tree.lower[token] in words.beside and token in clause.tokens), None)


def first_person(morph: frozenset[str]) -> bool:
    """Whether a verb's form, or a noun's possessive ending, says that the speaker is meant."""
    return not FIRST_PERSON.isdisjoint(morph)


def _nominative(tree: Tree, clause: Clause, words: Words) -> int | None:
    """A pronoun that can only be a subject, whatever the parser hung it on."""
    near = (token for token in clause.tokens if token <= clause.head + 1)
    return next((token for token in near if tree.lower[token] in words.nominative), None)


def _above(tree: Tree, frame: Frame, words: Words) -> int | None:
    here = frame.helpers[-1] if frame.helpers and tree.head[frame.head] in frame.helpers else frame.head
    while tree.rel[here] in INHERITING and tree.head[here] != here:
        if tree.rel[here] == "advcl" and "VerbForm=Fin" in tree.morph[here]:
            return None
        here = tree.head[here]
        found = [child for child in tree.children[here] if tree.rel[child] == "nsubj"]
        if found:
            return next((child for child in found if kind_of(tree, child, words) is not SubjectKind.THING), found[0])
    return None


def _subject(tree: Tree, token: int, words: Words, *, passive: bool, shared: bool = False) -> Subject:
    return Subject(kind_of(tree, token, words), token, passive, shared, "Number=Plur" in tree.morph[token])


def kind_of(tree: Tree, token: int, words: Words) -> SubjectKind:
    """What a subject is, by its form."""
    if words.is_pronoun(tree, token):
        return KIND[words.pronouns[tree.lower[token]]]
    return SubjectKind.NAME if tree.pos[token] == "PROPN" else SubjectKind.NOUN
