"""Compares predictions with gold as published work on PET does: F1 pooled over all documents, exact spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from models.pet.documents import Document, Mention

Read = Callable[[Document], set[tuple[str, Hashable]]]


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found rightly, said and to be found."""

    right: int = 0
    said: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what is to be found that was."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


def mentions(document: Document) -> set[tuple[str, Hashable]]:
    """Mentions by type: right where sentence and words are the same, too."""
    return {(mention.type, mention) for mention in document.mentions}


def relations(document: Document) -> set[tuple[str, Hashable]]:
    """Relations by type: right where both mentions are right, too."""
    ends: Sequence[Mention] = document.mentions
    return {(relation.type, (ends[relation.head], ends[relation.tail])) for relation in document.relations}


def compare(gold: Sequence[Document], said: Sequence[Document], read: Read) -> dict[str, Score]:
    """The score of each type and, under "all", of everything together; documents are paired by name."""
    by_name = {document.name: document for document in said}
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for document in gold:
        true = read(document)
        predicted = read(by_name[document.name]) if document.name in by_name else set()
        right.update(kind for kind, _ in true & predicted)
        found.update(kind for kind, _ in predicted)
        wanted.update(kind for kind, _ in true)
    scores = {kind: Score(right[kind], found[kind], wanted[kind]) for kind in sorted(wanted)}
    return {**scores, "all": Score(right.total(), found.total(), wanted.total())}
