"""A parsed Doc as plain Python lists: quick to walk for features that ask each token many questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Made = TypeVar("Made")
KEY: Final = "i2f_tree"
COLUMNS: Final[list[int | str]] = ["LEMMA", "POS", "DEP", "MORPH", "ORTH", "HEAD", "SENT_START", "SPACY"]
SPELLED, SPACED = COLUMNS.index("ORTH"), COLUMNS.index("SPACY")


@dataclass(frozen=True, slots=True)
class Tree:
    """By token, what grammar says of it.

    `lemma` is in lower case, `dep` has the relation with and `rel` without its subtype, `morph` is a set of "Name=Value", and
    `sent` is the index of its sentence's first token, `sent_end` that behind its last one, `idx` is where it begins in the
    text, and `spaced` says whether a space follows.
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
    sent_end: list[int]
    idx: list[int]
    spaced: list[bool]

    def child(self, token: int, *relations: str) -> int | None:
        """The first child with one of these relations (without subtype)."""
        return next((child for child in self.children[token] if self.rel[child] in relations), None)

    def phrase(self, start: int, end: int) -> str:
        """The words of the tokens `start` up to, not including, `end`, as they were written."""
        said = zip(self.text[start:end], self.spaced[start:end], strict=True)
        whole = "".join([f"{word} " if spaced else word for word, spaced in said])
        return whole[:-1] if start < end and self.spaced[end - 1] else whole

    def forms(self, *features: str) -> frozenset[frozenset[str]]:
        """The different entries of `morph` that have all these features: there are few of them."""
        return frozenset(morph for morph in set(self.morph) if morph.issuperset(features))

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences among these tokens, of which none is cut."""
        while start < end:
            yield start, self.sent_end[start]
            start = self.sent_end[start]

    def subtree(self, token: int) -> list[int]:
        """The token and all below it, in the order said."""
        found, trail = [], [token]
        while trail:
            here = trail.pop()
            found.append(here)
            trail.extend(self.children[here])
        return sorted(found)


def grow(doc: Doc) -> Tree:
    """The Doc's tree; made anew, column by column: a token at a time takes five times as long."""
    rows: NDArray[np.uint64] = np.asarray(doc.to_array(COLUMNS), dtype=np.uint64)
    pos, dep, text = (_named(doc, rows[:, column], str) for column in (1, 2, 4))
    head = (np.arange(len(doc)) + rows[:, 5].astype(np.int64)).tolist()
    sent = np.maximum.accumulate(np.where(rows[:, 6] == 1, np.arange(len(doc)), 0)) if len(doc) else np.zeros(0, np.int64)
    spaced = rows[:, 7] == 1
    ends = np.cumsum(np.fromiter(map(len, text), dtype=np.int64) + spaced)
    children: list[list[int]] = [[] for _ in head]
    for index, above in enumerate(head):
        if above != index:
            children[above].append(index)
    return Tree(
        text=text,
        lower=_named(doc, rows[:, 4], str.lower),
        lemma=_named(doc, rows[:, 0], str.lower),
        pos=pos,
        dep=dep,
        rel=_named(doc, rows[:, 2], lambda name: name.partition(":")[0]),
        morph=_named(doc, rows[:, 3], lambda said: frozenset(said.split("|"))),
        head=head,
        children=children,
        sent=sent.tolist(),
        sent_end=np.searchsorted(sent, sent, side="right").tolist(),
        idx=[0, *ends.tolist()][: len(text)],
        spaced=spaced.tolist(),
    )


def _named(doc: Doc, column: NDArray[np.uint64], made: Callable[[str], Made]) -> list[Made]:
    """What is made of the strings that a column of spaCy's numbers stands for; of each once."""
    different, places = np.unique(column, return_inverse=True)
    each = [made(doc.vocab.strings[number]) for number in different.tolist()]
    return list(map(each.__getitem__, places.tolist()))


def tree_of(doc: Doc) -> Tree:
    """The Doc's tree, made once; call `grow` after the parse has been changed."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = grow(doc)
    tree: Tree = doc.user_data[KEY]
    return tree
