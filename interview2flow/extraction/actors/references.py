"""Every noun and name in the interview that may stand for somebody who works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from spacy.tokens import Doc, Token

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.words import Words, ends_in, stems
from interview2flow.extraction.clauses import relation

NAMING: Final = frozenset({"NOUN", "PROPN"})
PARTS: Final = frozenset({"compound", "flat", "fixed", "goeswith"})


class Likeness(IntEnum):
    """How much a noun looks like somebody who works."""

    NONE = 0
    NAME = 1  # a proper name: a person, or a system
    ENDING = 2  # ends like one
    LISTED = 3  # is known to be one


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a noun or name stands; `acts` where it is the subject of something done, `role` is how it is called."""

    token: int
    key: tuple[str, ...]
    name: str
    likeness: Likeness
    proper: bool
    plain: bool
    group: bool
    acts: bool


def references(doc: Doc, words: Words) -> Iterator[Reference]:
    """Nouns and names in the order told, those that are part of another's name left out."""
    for token in doc:
        if not _names(token, words):
            continue
        likeness = _likeness(token, words)
        acts = doing(token, words)
        if likeness is Likeness.NONE and not acts:
            continue
        yield Reference(
            token=token.i,
            key=names.key(token, words),
            name=names.base(token, words),
            likeness=likeness,
            proper=token.pos_ == "PROPN",
            plain=names.plain(token, words),
            group=ends_in(names.lemma(token), words.groups)
            or token.lower_ in words.groups
            or "Plur" in token.morph.get("Number"),
            acts=acts,
        )


def _names(token: Token, words: Words) -> bool:
    if token.pos_ not in NAMING and not is_listed(token, words):
        return False
    inside = relation(token) in PARTS and token.head.i > token.i and token.head.pos_ in NAMING
    if inside and is_listed(token, words) and not is_listed(token.head, words):
        inside = False  # "control rings me" and "our nurse rings the patient", taken for one noun
    return not inside and not words.is_pronoun(token) and any(letter.isalpha() for letter in token.text)


def _likeness(token: Token, words: Words) -> Likeness:
    lemma = names.lemma(token)
    if is_listed(token, words):
        return Likeness.LISTED
    if token.pos_ == "PROPN":
        return Likeness.NAME
    if lemma not in words.things and lemma.endswith(words.suffixes) and not ends_in(lemma, words.things):
        return Likeness.ENDING
    return Likeness.NONE


def is_listed(token: Token, words: Words) -> bool:
    """Whether the word is known to name somebody who works."""
    lemma, form = names.lemma(token), token.lower_
    named = token.pos_ in {*NAMING, "ADJ"} or (len(form) > 1 and token.text.isupper()) or _gerund(token)
    if form in words.groups or form in words.people:
        return named and not words.is_pronoun(token)
    if token.pos_ not in NAMING or lemma in words.things:
        return False
    forms = stems(lemma, words.endings)
    return any(ends_in(part, words.people) or ends_in(part, words.groups) for part in forms)


def _gerund(token: Token) -> bool:
    """ "Purchasing" and "packing" may be taken for verbs."""
    return (
        token.tag_ == "VBG"
        or bool({"Ger"} & set(token.morph.get("VerbForm")))
        or ("Pres" in token.morph.get("Tense")
        and "Part" in token.morph.get("VerbForm"))
    )


def doing(token: Token, words: Words) -> bool:
    """Whether it is the subject of a verb in the active, or the agent of one in the passive."""
    kind, head = relation(token), token.head
    if kind == "vocative" and token.pos_ == "PROPN":
        return True  # parsers take the name in "Mick's on nights, he bakes" for a call
    if kind == "obl" and head.pos_ == "VERB":
        return any(child.lower_ in words.by for child in token.children if relation(child) == "case")
    passive = token.dep_ == "nsubj:pass" or "Pass" in head.morph.get("Voice")
    return kind == "nsubj" and head.pos_ in {"VERB", "AUX"} and not passive
