"""What a clause says, part by part: predicate, subject, object, further phrases, helping words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause, governor, light_verbs
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts

SUBJECTS: Final = ("nsubj", "csubj")
HELPING: Final = ("aux", "cop")
NAMING: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET"})
KEY: Final = "i2f_frames"
NEAR: Final = 5
CHAIN: Final = 4
"""A coordinated predicate takes its subject from so many predicates before it at most."""


class Frame(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Verbs:
    """What a language knows of its verbs: light ones, and those that make one verb with a particle ("fill in")."""

    light: frozenset[str]
    phrasal: frozenset[str]


@cache
def verbs(language: str) -> Verbs:
    """From the language's catalogue."""
    return Verbs(light_verbs(language), frozenset(texts(language, "clauses")["phrasal_verbs"]))


def frames(doc: Doc, clauses: Sequence[Clause]) -> tuple[Frame, ...]:
    """Every clause's parts, in the clauses' order; those of the Doc's own clauses are made once."""
    stored = doc.user_data.get(KEY)
    if stored is not None and stored[0] is clauses:
        kept: tuple[Frame, ...] = stored[1]
        return kept
    tree, known = tree_of(doc), verbs(doc.vocab.lang)
    found = tuple(frame(tree, clause.head, known) for clause in clauses)
    doc.user_data[KEY] = (clauses, found)
    return found


def frame(tree: Tree, head: int, known: Verbs) -> Frame:
    """The parts that hang on one predicate, or on a light verb above it ("has to approve")."""
    outer = governor(tree, head, known.light)
    hanging = [*tree.children[head], *(() if outer == head else [child for child in tree.children[outer] if child != head])]
    by: dict[str, list[int]] = {}
    for child in hanging:
        by.setdefault(tree.rel[child], []).append(child)
    passive = any(tree.dep[child] in {"aux:pass", "nsubj:pass"} for child in hanging) or "Voice=Pass" in tree.morph[head]
    subject, spare = _subject(tree, head, [child for name in SUBJECTS for child in by.get(name, ())])
    thing, indirect = _objects(tree, head, by, spare)
    obliques = [child for child in by.get("obl", ()) if tree.pos[child] in NAMING and tree.dep[child] != "obl:agent"]
    particles = [child for child in by.get("compound", ()) if tree.dep[child] == "compound:prt"]
    if thing is None and not particles and (found := _phrasal(tree, head, obliques, known.phrasal)):
        particle, thing = found
        particles, obliques = [particle], [child for child in obliques if child != thing]
    shared = subject is None
    return Frame(
        head=head,
        subject=_joined_subject(tree, outer) if subject is None else subject,
        object=thing,
        indirect=indirect,
        obliques=tuple(obliques),
        helpers=(*(child for name in HELPING for child in by.get(name, ())), *(() if outer == head else (outer,))),
        particles=tuple(particles),
        adverbs=tuple(by.get("advmod", ())),
        passive=passive,
        shared=shared,
    )


def _subject(tree: Tree, head: int, found: Sequence[int]) -> tuple[int | None, int | None]:
    """The subject; and, where the parser found two, the other one, which is the object then ("undertecknar kunden det")."""
    if len(found) < 2:  # noqa: PLR2004 (the normal case)
        return (found[0] if found else None), None
    speaking = next((token for token in found if tree.pos[token] == "PRON" and "Case=Nom" in tree.morph[token]), None)
    subject = found[0] if speaking is None else speaking
    other = next(token for token in found if token != subject)
    return subject, other if tree.pos[other] in NAMING and tree.pos[head] == "VERB" else None


def _objects(tree: Tree, head: int, by: Mapping[str, list[int]], spare: int | None) -> tuple[int | None, int | None]:
    """The thing done to, and to whom: of two objects behind the verb the first is the person."""
    objects = [child for child in by.get("obj", ()) if tree.pos[child] in NAMING]
    indirect = next(iter(by.get("iobj", ())), None)
    if not objects:
        return spare, indirect
    behind = [child for child in objects if child > head]
    if indirect is None and len(behind) > 1 and behind[1] - behind[0] < NEAR and "PUNCT" not in tree.pos[behind[0] : behind[1]]:
        return behind[1], behind[0]
    return objects[0], indirect


def _phrasal(tree: Tree, head: int, obliques: Sequence[int], phrasal: frozenset[str]) -> tuple[int, int] | None:
    """A particle that the parser took for a preposition, and the object behind it: "fills in | a form"."""
    for oblique in obliques:
        for child in tree.children[oblique]:
            if tree.rel[child] == "case" and 0 < child - head < NEAR and f"{tree.lemma[head]} {tree.lemma[child]}" in phrasal:
                return child, oblique
    return None


def _joined_subject(tree: Tree, head: int) -> int | None:
    here = head
    for _ in range(CHAIN):
        if tree.rel[here] not in {"conj", "xcomp"}:
            return None
        here = tree.head[here]
        if (found := tree.child(here, *SUBJECTS)) is not None:
            return found
    return None
