"""Which names mean the same: "Stuart, our finance manager", "Rosa is the product owner", "customer service (CS)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from interview2flow.extraction.actors.references import Likeness, Reference
from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.clauses import relation

NEAR: Final = 15
"""A pronoun with a predicate noun ("she's our tester") speaks of a name at most so many words before."""
BETWEEN: Final = frozenset({",", "(", "–", "-", ":"})

Key = tuple[str, ...]


def same(doc: Doc, found: Sequence[Reference], kept: Mapping[Key, object], words: Words) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys that name one and the same role, the role before the person."""
    at = {reference.token: reference for reference in found if reference.key in kept}
    for reference in found:
        if reference.key not in kept:
            continue
        token = doc[reference.token]
        partners = (_apposed(token, at), _predicate(token, at), _abbreviation(token, at), _pronoun_predicate(token, at, words))
        for other in partners:
            if other is not None and _role_and_person(reference, other):
                yield (reference.key, other.key) if reference.likeness is Likeness.LISTED else (other.key, reference.key)


def _role_and_person(one: Reference, other: Reference) -> bool:
    kinds = {one.likeness, other.likeness}
    return one.key != other.key and Likeness.LISTED in kinds and Likeness.NAME in kinds


def _apposed(token: Token, at: Mapping[int, Reference]) -> Reference | None:
    """ "Stuart, our finance manager"; "team leader Helen"; "the office (Donna)"; "Donna in the office"."""
    kind = relation(token)
    near = token.head.i in at and (
        kind in {"appos", "flat"} or (kind in {"nmod", "compound"} and "PROPN" in {token.pos_, token.head.pos_})
    )
    if near:
        return at[token.head.i]
    following = token.i + 1
    if following < len(token.doc) and token.doc[following].text in BETWEEN:
        following += 1
    other = at.get(following)
    return other if other and following < len(token.doc) and token.doc[following].sent == token.sent else None


def _predicate(token: Token, at: Mapping[int, Reference]) -> Reference | None:
    """ "Rosa is our product owner"."""
    if not any(relation(child) == "cop" for child in token.children):
        return None
    return next((at[child.i] for child in token.children if relation(child) == "nsubj" and child.i in at), None)


def _pronoun_predicate(token: Token, at: Mapping[int, Reference], words: Words) -> Reference | None:
    """ "Mirjam tests it, she's our tester"; "the sample is pulled by quality. That's Inez"."""
    if relation(token) == "ccomp" or not any(relation(child) == "cop" for child in token.children):
        return None
    subject = next((child for child in token.children if relation(child) == "nsubj"), None)
    if subject is None or subject.lower_ not in words.person | words.thing:
        return None
    before = (at[i] for i in range(subject.i - 1, max(-1, subject.i - NEAR), -1) if i in at and at[i].acts)
    return next(before, None)


def _abbreviation(token: Token, at: Mapping[int, Reference]) -> Reference | None:
    """ "customer service (CS)": the letters are those with which the words begin."""
    doc, here = token.doc, token.i
    if here + 2 >= len(doc) or doc[here + 1].text != "(" or here + 2 not in at:
        return None
    short = doc[here + 2].text
    initials = "".join(part[0] for part in at[here].key if part) if here in at else ""
    return at[here + 2] if short.isupper() and initials.upper() == short else None
