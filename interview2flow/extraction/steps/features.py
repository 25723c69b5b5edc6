"""What the step detector looks at: one row of numbers per clause, the same in all languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import TURNS
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.steps.words import object_word
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind

POS: Final = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM", "ADP")
RELATIONS: Final = (
    "ROOT",
    "conj",
    "parataxis",
    "advcl",
    "xcomp",
    "ccomp",
    "acl",
    "csubj",
    "nsubj",
    "obl",
    "obj",
    "dep",
    "amod",
    "nmod",
)
FORMS: Final = (
    "Tense=Pres",
    "Tense=Past",
    "VerbForm=Fin",
    "VerbForm=Inf",
    "VerbForm=Part",
    "VerbForm=Sup",
    "VerbForm=Ger",
    "Voice=Pass",
    "Mood=Imp",
    "Mood=Cnd",
    "Number=Plur",
    "Person=1",
    "Person=2",
    "Person=3",
    "Person=0",
)
PEOPLE: Final = ("i", "we", "you", "person", "they", "thing", "someone")
CUES: Final = (
    "sequence",
    "negation",
    "obligation",
    "ability",
    "hypothetical",
    "future",
    "past",
    "habit",
    "opinion",
    "doubt",
    "asking",
    "condition",
    "filler",
)
PHRASES: Final = ("subject noun", "subject name", "no subject", "object noun", "object name", "object pronoun", "no object")
COUNTS: Final = (
    "asked",
    "marked",
    "mark condition",
    "question",
    "note",
    "shared subject",
    "passive",
    "helpers",
    "obliques",
    "particles",
    "adverbs",
    "nouns",
    "names",
    "numbers",
    "tokens",
    "clause in turn",
    "turn clauses",
    "position",
    "turn tokens",
    "object frequency",
    "subject frequency",
    "verb frequency",
    "said before",
    "previous turn asks",
    "depth",
    "first in sentence",
    "has clause below",
    "year",
    "next turn affirms",
    "next turn denies",
    "turn affirms",
    "turn denies",
)
NAMES: Final = (*POS, *RELATIONS, *FORMS, *PEOPLE, *PHRASES, *CUES, *(f"parent {cue}" for cue in CUES), *COUNTS)
ANSWER: Final = 2
"""So many first words of a turn confirm or deny what was asked."""
YEARS: Final = (1900, 2100)
FAR: Final = 40
DEEP: Final = 6
"""Neither a farther question mark nor a deeper clause makes a difference."""


@cache
def _groups(language: str) -> tuple[Mapping[str, int], Mapping[str, tuple[int, ...]]]:
    """By pronoun form, its person; by word, the cues it gives."""
    catalogue = texts(language, "clauses")
    people = {form: PEOPLE.index(name) for name in reversed(PEOPLE) for form in catalogue["pronouns"][name]}
    cues: dict[str, tuple[int, ...]] = {}
    for number, name in enumerate(CUES):
        for word in catalogue["cues"][name]:
            cues[word] = (*cues.get(word, ()), number)
    return people, cues


def clause_features(doc: Doc, clauses: Sequence[Clause], frames: Sequence[Frame], language: str) -> NDArray[np.float64]:
    """One row per clause, columns as in NAMES."""
    tree = tree_of(doc)
    scene = _Scene(doc, tree, clauses, frames, language)
    rows = [scene.row(clause, frame) for clause, frame in zip(clauses, frames, strict=True)]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


class _Scene:
    """What the rows of one interview share."""

    def __init__(self, doc: Doc, tree: Tree, clauses: Sequence[Clause], frames: Sequence[Frame], language: str) -> None:
        self.tree = tree
        self.clauses = clauses
        self.people, self.cues = _groups(language)
        self.conditions = frozenset(texts(language, "clauses")["cues"]["condition"])
        transcript: Transcript = doc._.transcript
        self.turns = transcript.turns
        self.spans = [(span.start, span.end) for span in doc.spans[TURNS]]
        self.in_turn = Counter(clause.turn for clause in clauses)
        self.objects = [object_word(tree, frame) for frame in frames]
        self.object_count = Counter(self.objects)
        self.lemma_count = Counter(word for word, pos in zip(tree.lemma, tree.pos, strict=True) if pos in {"NOUN", "PROPN"})
        self.verb_count = Counter(tree.lemma[frame.head] for frame in frames)
        self.below = Counter(clause.parent for clause in clauses if clause.parent is not None)
        self.sums = [self._cues(clause) for clause in clauses]
        self.seen: Counter[tuple[str, str | None]] = Counter()
        self.turn_place: Counter[int] = Counter()
        self.length = max(1, len(tree.head))
        self.answers = self._answers(language)

    def _answers(self, language: str) -> list[tuple[float, float]]:
        """By turn, whether its first words say yes, or no; a last entry for what follows the end."""
        catalogue = texts(language, "clauses")
        yes, no = frozenset(catalogue["affirming"]), frozenset(catalogue["denying"])
        opening = [self.tree.lower[start : min(end, start + ANSWER)] for start, end in self.spans]
        return [(float(not yes.isdisjoint(words)), float(not no.isdisjoint(words))) for words in opening] + [(0.0, 0.0)]

    def _cues(self, clause: Clause) -> list[float]:
        found = [0.0] * len(CUES)
        for token in clause.tokens:
            lemma, lower = self.tree.lemma[token], self.tree.lower[token]
            for number in self.cues.get(lower) or self.cues.get(lemma, ()):
                found[number] = 1.0
        return found

    def row(self, clause: Clause, frame: Frame) -> list[float]:
        tree, head = self.tree, clause.head
        row = [float(tree.pos[head] == name) for name in POS]
        row += [float(tree.rel[head] == name) for name in RELATIONS]
        forms = self._forms(frame)
        row += [float(name in forms) for name in FORMS]
        row += self._subject_person(frame)
        row += self._phrases(frame)
        row += self.sums[clause.index]
        row += self.sums[clause.parent] if clause.parent is not None else [0.0] * len(CUES)
        row += self._counts(clause, frame)
        return row

    def _forms(self, frame: Frame) -> frozenset[str]:
        """The predicate's forms, with those of a finite helper where it is no finite verb itself."""
        forms = self.tree.morph[frame.head]
        if "VerbForm=Fin" not in forms:
            for helper in frame.helpers:
                forms |= {
                    form for form in self.tree.morph[helper] if form.startswith(("Tense", "Mood", "Person", "VerbForm=Fin"))
                }
        return forms

    def _subject_person(self, frame: Frame) -> list[float]:
        row = [0.0] * len(PEOPLE)
        if frame.subject is not None:
            who = self.people.get(self.tree.lower[frame.subject], self.people.get(self.tree.lemma[frame.subject]))
            if who is not None:
                row[who] = 1.0
        return row

    def _phrases(self, frame: Frame) -> list[float]:
        subject = None if frame.subject is None else self.tree.pos[frame.subject]
        thing = None if frame.object is None else self.tree.pos[frame.object]
        return [
            float(subject == "NOUN"),
            float(subject == "PROPN"),
            float(subject is None),
            float(thing == "NOUN"),
            float(thing == "PROPN"),
            float(thing in {"PRON", "DET"}),
            float(thing is None),
        ]

    def _counts(self, clause: Clause, frame: Frame) -> list[float]:
        tree, number = self.tree, clause.index
        start, end = self.spans[clause.turn]
        poses = Counter(tree.pos[token] for token in clause.tokens)
        key = (tree.lemma[clause.head], self.objects[number])
        before = self.seen[key]
        self.seen[key] += 1
        place = self.turn_place[clause.turn]
        self.turn_place[clause.turn] += 1
        turn = self.turns[clause.turn]
        previous = self.turns[clause.turn - 1].text if clause.turn else ""
        return [
            float(clause.asked),
            float(clause.mark is not None),
            float(clause.mark in self.conditions),
            float(self._ends_asking(clause)),
            float(turn.kind is TurnKind.NOTE),
            float(frame.shared),
            float(frame.passive),
            float(len(frame.helpers)),
            float(len(frame.obliques)),
            float(len(frame.particles)),
            float(len(frame.adverbs)),
            float(poses["NOUN"]),
            float(poses["PROPN"]),
            float(poses["NUM"]),
            float(len(clause.tokens)),
            float(place),
            float(self.in_turn[clause.turn]),
            clause.head / self.length,
            float(end - start),
            float(self.object_count[self.objects[number]]) if self.objects[number] else 0.0,
            float(self.lemma_count[tree.lemma[frame.subject]]) if frame.subject is not None else 0.0,
            float(self.verb_count[tree.lemma[clause.head]]),
            float(before),
            float(previous.rstrip().endswith("?")),
            float(self._depth(clause)),
            float(clause.start <= tree.sent[clause.head]),
            float(self.below[number]),
            float(any(self._is_year(token) for token in clause.tokens)),
            *self.answers[clause.turn + 1],
            *self.answers[clause.turn],
        ]

    def _is_year(self, token: int) -> bool:
        word = self.tree.lower[token]
        return word.isdigit() and YEARS[0] < int(word) < YEARS[1]

    def _ends_asking(self, clause: Clause) -> bool:
        """Whether a question mark closes the clause's sentence."""
        for token in range(clause.end, min(clause.end + FAR, len(self.tree.head))):
            if self.tree.sent[token] != self.tree.sent[clause.head]:
                return False
            if "?" in self.tree.text[token]:
                return True
        return False

    def _depth(self, clause: Clause) -> int:
        depth, here = 0, clause.parent
        while here is not None and depth < DEEP:
            depth, here = depth + 1, self.clauses[here].parent
        return depth
