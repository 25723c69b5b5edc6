"""Which names mean the same: "Stuart, our finance manager", "Rosa is the product owner", "customer service (CS)"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from interview2flow.extraction.actors.references import Likeness, Reference
from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.tree import Tree

NEAR: Final = 15
"""A pronoun with a predicate noun ("she's our tester") speaks of a name at most so many words before."""
BETWEEN: Final = frozenset({",", "(", "–", "-", ":"})
SHORT_OF: Final = 2
"""The abbreviation stands so many tokens after what it is short for: after the bracket."""

Key = tuple[str, ...]
Places = Mapping[int, Reference]


def same(tree: Tree, found: Sequence[Reference], kept: Container[Key], words: Words) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys that name one and the same role, the role before the person."""
    at = {reference.token: reference for reference in found if reference.key in kept}
    for reference in at.values():
        token = reference.token
        partners = (
            _apposed(tree, token, at),
            _predicate(tree, token, at),
            _abbreviation(tree, token, at),
            _pronoun_predicate(tree, token, at, words),
        )
        for other in partners:
            if other is not None and _role_and_person(reference, other):
                yield (reference.key, other.key) if reference.likeness is Likeness.LISTED else (other.key, reference.key)


def _role_and_person(one: Reference, other: Reference) -> bool:
    return one.key != other.key and {one.likeness, other.likeness} == {Likeness.LISTED, Likeness.NAME}


def _apposed(tree: Tree, token: int, at: Places) -> Reference | None:
    """Stuart, our finance manager; team leader Helen; the office (Donna); Donna in the office."""
    kind, above = tree.rel[token], tree.head[token]
    named = "PROPN" in {tree.pos[token], tree.pos[above]}
    if above in at and (kind in {"appos", "flat"} or (kind in {"nmod", "compound"} and named)):
        return at[above]
    following = token + 1
    if following < len(tree.text) and tree.text[following] in BETWEEN:
        following += 1
    other = at.get(following)
    return other if other and tree.sent[following] == tree.sent[token] else None


def _has_copula(tree: Tree, token: int) -> bool:
    return any(tree.rel[child] == "cop" for child in tree.children[token])


def _predicate(tree: Tree, token: int, at: Places) -> Reference | None:
    """Rosa is our product owner."""
    if not _has_copula(tree, token):
        return None
    return next((at[child] for child in tree.children[token] if tree.rel[child] == "nsubj" and child in at), None)


def _pronoun_predicate(tree: Tree, token: int, at: Places, words: Words) -> Reference | None:
    """Mirjam tests it, she's our tester; the sample is pulled by quality. That's Inez."""
    if tree.rel[token] == "ccomp" or not _has_copula(tree, token):
        return None
    subject = tree.child(token, "nsubj")
    if subject is None or not (tree.lower[subject] in words.person or _points(tree, token, subject, words)):
        return None
    return next((at[i] for i in range(subject - 1, max(-1, subject - NEAR), -1) if i in at and at[i].acts), None)


def _points(tree: Tree, token: int, subject: int, words: Words) -> bool:
    """Whether a sentence says nothing but who that was: "That's Inez"."""
    whole = tree.rel[token] == "ROOT" and tree.child(token, "advcl", "mark", "conj", "parataxis") is None
    return whole and tree.sent[subject] == subject and tree.lower[subject] in words.thing


def _abbreviation(tree: Tree, token: int, at: Places) -> Reference | None:
    """Customer service (CS): the letters are those with which the words begin."""
    short = token + SHORT_OF
    if short not in at or tree.text[token + 1] != "(":
        return None
    initials = "".join(part[0] for part in at[token].key if part).upper()
    return at[short] if tree.text[short] == initials else None
