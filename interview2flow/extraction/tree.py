"""A parsed Doc as plain Python lists: quick to walk for features that ask each token many questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

KEY: Final = "i2f_tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """By token, what grammar says of it.

    `lemma` is in lower case, `dep` has the relation with and `rel` without its subtype, `morph` is a set of "Name=Value", and
    `sent` is the index of its sentence's first token.
    """

    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    dep: list[str]
    rel: list[str]
    morph: list[frozenset[str]]
    head: list[int]
    children: list[list[int]]
    sent: list[int]

    def child(self, token: int, *relations: str) -> int | None:
        """The first child with one of these relations (without subtype)."""
        return next((child for child in self.children[token] if self.rel[child] in relations), None)

    def subtree(self, token: int) -> list[int]:
        """The token and all below it, in the order said."""
        found, trail = [], [token]
        while trail:
            here = trail.pop()
            found.append(here)
            trail.extend(self.children[here])
        return sorted(found)


def grow(doc: Doc) -> Tree:
    """The Doc's tree; made anew."""
    features: dict[str, frozenset[str]] = {}
    text, lemma, pos, dep, morph, head, sent = [], [], [], [], [], [], []
    start = 0
    for token in doc:
        said = str(token.morph)
        if said not in features:
            features[said] = frozenset(said.split("|"))
        if token.is_sent_start:
            start = token.i
        text.append(token.text)
        lemma.append(token.lemma_.lower())
        pos.append(token.pos_)
        dep.append(token.dep_)
        morph.append(features[said])
        head.append(token.head.i)
        sent.append(start)
    children: list[list[int]] = [[] for _ in head]
    for index, above in enumerate(head):
        if above != index:
            children[above].append(index)
    rel = [name.partition(":")[0] for name in dep]
    return Tree(text, [word.lower() for word in text], lemma, pos, dep, rel, morph, head, children, sent)


def tree_of(doc: Doc) -> Tree:
    """The Doc's tree, made once; call `grow` after the parse has been changed."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = grow(doc)
    tree: Tree = doc.user_data[KEY]
    return tree
