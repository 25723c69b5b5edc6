"""What a clause says, part by part: predicate, subject, object, further phrases, helping words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause, governor, light_verbs
from interview2flow.extraction.tree import Tree, tree_of

SUBJECTS: Final = ("nsubj", "csubj")
HELPING: Final = ("aux", "cop")
NAMING: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET"})
CHAIN: Final = 4
"""A coordinated predicate takes its subject from so many predicates before it at most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Token indices of a clause's parts; `shared` where the subject stands with the verb that this one is joined to."""

    head: int
    subject: int | None
    object: int | None
    indirect: int | None
    obliques: tuple[int, ...]
    helpers: tuple[int, ...]
    particles: tuple[int, ...]
    adverbs: tuple[int, ...]
    passive: bool
    shared: bool


def frames(doc: Doc, clauses: Sequence[Clause]) -> tuple[Frame, ...]:
    """Every clause's parts, in the clauses' order."""
    tree, light = tree_of(doc), light_verbs(doc.vocab.lang)
    return tuple(frame(tree, clause.head, light) for clause in clauses)


def frame(tree: Tree, head: int, light: frozenset[str] = frozenset()) -> Frame:
    """The parts that hang on one predicate, or on a light verb above it ("has to approve")."""
    outer = governor(tree, head, light)
    hanging = [*tree.children[head], *(() if outer == head else [child for child in tree.children[outer] if child != head])]
    by: dict[str, list[int]] = {}
    for child in hanging:
        by.setdefault(tree.rel[child], []).append(child)
    passive = any(tree.dep[child] in {"aux:pass", "nsubj:pass"} for child in hanging) or "Voice=Pass" in tree.morph[head]
    subject = next((child for name in SUBJECTS for child in by.get(name, ())), None)
    objects = [child for child in by.get("obj", ()) if tree.pos[child] in NAMING]
    shared = subject is None
    if subject is None:
        subject = _joined_subject(tree, outer)
    return Frame(
        head=head,
        subject=subject,
        object=objects[0] if objects else None,
        indirect=next(iter(by.get("iobj", ())), None),
        obliques=tuple(child for child in by.get("obl", ()) if tree.pos[child] in NAMING),
        helpers=(*(child for name in HELPING for child in by.get(name, ())), *(() if outer == head else (outer,))),
        particles=tuple(child for child in by.get("compound", ()) if tree.dep[child] == "compound:prt"),
        adverbs=tuple(by.get("advmod", ())),
        passive=passive,
        shared=shared and subject is not None,
    )


def _joined_subject(tree: Tree, head: int) -> int | None:
    here = head
    for _ in range(CHAIN):
        if tree.rel[here] not in {"conj", "xcomp"}:
            return None
        here = tree.head[here]
        if (found := tree.child(here, *SUBJECTS)) is not None:
            return found
    return None
