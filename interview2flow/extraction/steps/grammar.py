"""The grammar of each clause in numbers: its predicate's form, and what stands as its subject and object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np

from interview2flow.extraction.frame import Frame
from interview2flow.extraction.steps.columns import Column, one_hot, rows_of
from interview2flow.extraction.tree import Tree
from interview2flow.languages import texts

POS: Final = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM", "ADP")
CLAUSES: Final = ("ROOT", "conj", "parataxis", "advcl", "xcomp", "ccomp", "acl", "csubj")
RELATIONS: Final = (*CLAUSES, "nsubj", "obl", "obj", "dep", "amod", "nmod")
TENSES: Final = ("Tense=Pres", "Tense=Past", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Sup", "VerbForm=Ger")
MOODS: Final = ("Voice=Pass", "Mood=Imp", "Mood=Cnd", "Number=Plur", "Person=1", "Person=2", "Person=3", "Person=0")
FORMS: Final = (*TENSES, *MOODS)
PEOPLE: Final = ("i", "we", "you", "person", "they", "thing", "someone")
SUBJECTS: Final = ("subject noun", "subject name", "no subject")
OBJECTS: Final = ("object noun", "object name", "object pronoun", "no object")
NAMES: Final = (*POS, *RELATIONS, *FORMS, *PEOPLE, *SUBJECTS, *OBJECTS)

_SUBJECT: Final[Mapping[str | None, str]] = {"NOUN": "subject noun", "PROPN": "subject name", None: "no subject"}
_OBJECT: Final[Mapping[str | None, str]] = {
    "NOUN": "object noun",
    "PROPN": "object name",
    "PRON": "object pronoun",
    "DET": "object pronoun",
    None: "no object",
}
_LENT: Final = ("Tense", "Mood", "Person", "VerbForm=Fin")
"""What a predicate that is not finite has from its helper."""


def grammar(tree: Tree, frames: Sequence[Frame], language: str) -> Column:
    """One row per clause, columns as in NAMES."""
    heads = [frame.head for frame in frames]
    subjects = [None if frame.subject is None else tree.pos[frame.subject] for frame in frames]
    objects = [None if frame.object is None else tree.pos[frame.object] for frame in frames]
    return np.hstack(
        [
            one_hot((tree.pos[head] for head in heads), POS),
            one_hot((tree.rel[head] for head in heads), RELATIONS),
            _forms(tree, frames),
            one_hot((_person(tree, frame, _people(language)) for frame in frames), PEOPLE),
            one_hot((_SUBJECT.get(pos) for pos in subjects), SUBJECTS),
            one_hot((_OBJECT.get(pos) for pos in objects), OBJECTS),
        ]
    )


def _forms(tree: Tree, frames: Sequence[Frame]) -> Column:
    """The predicates' forms; the same combination is looked up once."""
    known: dict[tuple[frozenset[str], ...], int] = {}
    numbers = []
    for frame in frames:
        said = (tree.morph[frame.head], *(tree.morph[helper] for helper in frame.helpers))
        numbers.append(known.setdefault(said, len(known)))
    table = np.array([[name in forms for name in FORMS] for forms in map(_with_helpers, known)], dtype=np.float64)
    return rows_of(table.reshape(len(known), len(FORMS)), numbers)


def _with_helpers(said: tuple[frozenset[str], ...]) -> frozenset[str]:
    forms, *helpers = said
    if "VerbForm=Fin" in forms:
        return forms
    return forms.union(*({form for form in helper if form.startswith(_LENT)} for helper in helpers))


def _person(tree: Tree, frame: Frame, people: Mapping[str, str]) -> str | None:
    """Whom the subject means, if it is a pronoun."""
    if frame.subject is None:
        return None
    return people.get(tree.lower[frame.subject]) or people.get(tree.lemma[frame.subject])


@cache
def _people(language: str) -> Mapping[str, str]:
    """By pronoun form, its person."""
    pronouns = texts(language, "clauses")["pronouns"]
    return {form: name for name in reversed(PEOPLE) for form in pronouns[name]}
