"""Which names mean the same: "Stuart, our finance manager", "Rosa is the product owner", "customer service (CS)"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from interview2flow.extraction.actors.introductions import introduced
from interview2flow.extraction.actors.references import Likeness, Reference
from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.tree import Tree

BETWEEN: Final = frozenset({",", "(", "–", "-", ":"})
SHORT_OF: Final = 2
"""The abbreviation stands so many tokens after what it is short for: after the bracket."""

Key = tuple[str, ...]
Places = Mapping[int, Reference]


def same(tree: Tree, found: Sequence[Reference], kept: Container[Key], words: Words) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys that name one and the same role, the role before the person; each person has one role.

    Where a person is told to be several, it is the one told most often, and first.
    """
    at = {reference.token: reference for reference in found if reference.key in kept}
    told: defaultdict[Key, Counter[Key]] = defaultdict(Counter)
    for role, person in (*_linked(tree, at), *introduced(tree, at, words)):
        told[person.key][role.key] += 1
    for name, roles in told.items():
        yield roles.most_common(1)[0][0], name


def _linked(tree: Tree, at: Places) -> Iterator[tuple[Reference, Reference]]:
    """Roles and persons that grammar puts side by side."""
    for token, reference in at.items():
        for other in (_apposed(tree, token, at), _predicate(tree, token, at), _abbreviation(tree, token, at)):
            if other is not None and _role_and_person(reference, other):
                yield (reference, other) if reference.likeness is Likeness.LISTED else (other, reference)


def _role_and_person(one: Reference, other: Reference) -> bool:
    return one.key != other.key and {one.likeness, other.likeness} == {Likeness.LISTED, Likeness.NAME}


def _apposed(tree: Tree, token: int, at: Places) -> Reference | None:
    """Stuart, our finance manager; team leader Helen; the office (Donna); Donna in the office."""
    kind, above = tree.rel[token], tree.head[token]
    if above in at and (kind in {"appos", "flat"} or (kind in {"nmod", "compound"} and _belongs_to(tree, token, above))):
        return at[above]
    following = token + 1
    apart = following < len(tree.text) and tree.text[following] in BETWEEN
    if apart and tree.text[following] == ":" and at[token].likeness is Likeness.NAME:
        return None  # a label before what somebody said
    other = at.get(following + apart)
    if other is None or tree.sent[other.token] != tree.sent[token]:
        return None
    speaks = apart and tree.text[following] != "(" and tree.rel[other.token] == "nsubj"  # "finance, J thinks"
    return None if speaks else other


def _belongs_to(tree: Tree, token: int, above: int) -> bool:
    """Whether a person is said to be of a unit ("Donna in the office"), not "the customer in CaseLine" or "Dave's garage"."""
    case = tree.child(token, "case") is not None
    return tree.dep[token] != "nmod:poss" and (
        tree.pos[above] == "PROPN" if case else "PROPN" in {tree.pos[token], tree.pos[above]}
    )


def _has_copula(tree: Tree, token: int) -> bool:
    return any(tree.rel[child] == "cop" for child in tree.children[token])


def _predicate(tree: Tree, token: int, at: Places) -> Reference | None:
    """Rosa is our product owner."""
    if not _has_copula(tree, token):
        return None
    return next((at[child] for child in tree.children[token] if tree.rel[child] == "nsubj" and child in at), None)


def _abbreviation(tree: Tree, token: int, at: Places) -> Reference | None:
    """Customer service (CS): the letters are those with which the words begin."""
    short = token + SHORT_OF
    if short not in at or tree.text[token + 1] != "(":
        return None
    initials = "".join(part[0] for part in at[token].key if part).upper()
    return at[short] if tree.text[short] == initials else None
