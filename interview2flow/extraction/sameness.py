"""How alike two tellings are: what the judge of retellings looks at."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.meanings import meanings
from interview2flow.extraction.naming import Namer
from interview2flow.extraction.steps import sense
from interview2flow.extraction.steps.columns import words_of
from interview2flow.extraction.steps.words import verb_key
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts

NAMES: Final = (
    "same verb",
    "same lemma",
    "same meaning",
    "thing of both",
    "same thing",
    "kin things",
    "thing of first",
    "thing of second",
    "second points",
    "first points",
    "same subject",
    "same person",
    "shared words",
    "shared letters",
    "shared phrases",
    "other phrases",
    "distance",
    "turns between",
    "second repeats",
    "first repeats",
    "second goes on",
    "second depends",
    "first depends",
    "second asked",
    "first asked",
    "same passive",
    "verb in steps",
    "thing in steps",
    "predicates' vectors",
    "words' vectors",
    "objects' vectors",
    "other doer",
    "same doer",
    "rare words shared",
    "rare words' share",
    "steps between",
    "steps told",
    "words of first",
    "words of second",
    "same letters",
)
CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
SPEAKER: Final = "I"
TINY: Final = 1e-6
KIN: Final = 5
"""So many letters at the beginning or end make two nouns kin: compounds share their last part."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One clause that tells a step, as it is compared with others."""

    clause: Clause
    verb: str
    lemma: str
    meanings: frozenset[str]
    thing: str | None
    points: bool
    subject: str | None
    person: str | None
    words: frozenset[str]
    letters: frozenset[str]
    phrases: frozenset[str]
    repeats: bool
    goes_on: bool
    passive: bool
    doer: str | None
    vectors: NDArray[np.float32]
    probability: float

    @property
    def signs(self) -> frozenset[str]:
        """What another telling of the same step shares at least one of."""
        thing = () if self.thing is None else (f"thing {self.thing}",)
        return frozenset({f"verb {self.lemma}", *(f"means {each}" for each in self.meanings), *thing, *self.words})


@cache
def _cues(language: str, name: str) -> frozenset[str]:
    return frozenset(texts(language, "clauses")["cues"][name])


def trigrams(text: str) -> frozenset[str]:
    """The letter triples of a text, spaces included."""
    padded = f" {text.lower()} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def share(first: frozenset[str], second: frozenset[str]) -> float:
    """The Dice coefficient, 0..1; 0 where either is empty."""
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def tellings(doc: Doc, clauses: Sequence[Clause], parts: Sequence[Frame], probability: Mapping[int, float]) -> list[Telling]:
    """How each clause that tells a step (the keys of `probability`) is compared, in the order told."""
    numbers = sorted(probability)
    namer = Namer(doc, clauses, parts, frozenset(numbers))
    sensed = vectors(doc, [clauses[number] for number in numbers], [parts[number] for number in numbers])
    return [
        _telling(doc, clauses[number], parts[number], namer, probability[number], row)
        for number, row in zip(numbers, sensed, strict=True)
    ]


def vectors(doc: Doc, clauses: Sequence[Clause], parts: Sequence[Frame]) -> NDArray[np.float32]:
    """By clause the vectors of its predicate, its words and its object, apart from what all words share; each of length one."""
    if not clauses or not doc.tensor.size:
        return np.zeros((len(clauses), sense.PARTS, 1), dtype=np.float32)
    rows = sense.vectors(doc, parts, words_of(clauses)).reshape(len(clauses), sense.PARTS, -1)
    apart = rows - np.asarray(doc.tensor, dtype=np.float32).mean(axis=0)
    lengths = np.linalg.norm(apart, axis=2, keepdims=True)
    scaled: NDArray[np.float32] = apart / np.maximum(lengths, TINY)
    return scaled


def _telling(doc: Doc, clause: Clause, frame: Frame, namer: Namer, probability: float, row: NDArray[np.float32]) -> Telling:
    tree, language = tree_of(doc), doc.vocab.lang
    thing, verb = namer.thing(clause.index), verb_key(tree, frame)
    lower = {tree.lower[token] for token in clause.tokens}
    raw = frame.object if frame.object is not None else frame.subject if frame.passive else None
    return Telling(
        clause=clause,
        verb=verb,
        lemma=tree.lemma[clause.head],
        meanings=meanings(language, verb, tree.lemma[clause.head]),
        thing=None if thing is None else tree.lemma[thing],
        points=raw is not None and tree.pos[raw] in {"PRON", "DET"},
        subject=None if frame.subject is None else tree.lemma[frame.subject],
        person=None if frame.subject is None else tree.pos[frame.subject],
        words=frozenset(tree.lemma[token] for token in clause.tokens if tree.pos[token] in CONTENT),
        letters=trigrams(namer.label(clause.index)),
        phrases=frozenset(tree.lemma[token] for token in frame.obliques if tree.pos[token] in CONTENT),
        repeats=not lower.isdisjoint(_cues(language, "repetition")),
        goes_on=not lower.isdisjoint(_cues(language, "sequence")),
        passive=frame.passive,
        doer=_doer(tree, frame, language),
        vectors=row,
        probability=probability,
    )


def _doer(tree: Tree, frame: Frame, language: str) -> str | None:
    """Who does it as far as that can be compared: the speaker's side, or a noun; None for pronouns."""
    if frame.subject is None or frame.passive:
        return None
    if tree.lower[frame.subject] in _speakers(language):
        return SPEAKER
    return tree.lemma[frame.subject] if tree.pos[frame.subject] in {"NOUN", "PROPN"} else None


@cache
def _speakers(language: str) -> frozenset[str]:
    pronouns = texts(language, "clauses")["pronouns"]
    return frozenset([*pronouns["i"], *pronouns["we"]])


class Comparison:
    """Compares the tellings of one interview two by two; knows how often their verbs, things and words occur."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self.told = told
        self.verbs = Counter(telling.lemma for telling in told)
        self.things = Counter(telling.thing for telling in told)
        self.words = Counter(word for telling in told for word in telling.words)

    def rows(self, pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
        """One row as in NAMES for each pair of places, the earlier one first."""
        alike = self._alike(pairs)
        rows = [self._row(*pair, likeness) for pair, likeness in zip(pairs, alike, strict=True)]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))

    def _alike(self, pairs: Sequence[tuple[int, int]]) -> list[list[float]]:
        """By pair, how alike the vectors of the predicates, of all words and of the objects are."""
        if not pairs:
            return []
        vectors = np.stack([telling.vectors for telling in self.told])
        earlier, later = np.array(pairs).T
        found: list[list[float]] = (vectors[earlier] * vectors[later]).sum(axis=2).tolist()
        return found

    def _row(self, earlier: int, later: int, alike: Sequence[float]) -> list[float]:
        a, b = self.told[earlier], self.told[later]
        shared, all_of_them = (sum(1 / self.words[word] for word in words) for words in (a.words & b.words, a.words | b.words))
        return [
            *self._plain(a, b),
            *alike[:2],
            alike[2] if a.thing is not None and b.thing is not None else 0.0,
            float(a.doer is not None and b.doer is not None and a.doer != b.doer),
            float(a.doer is not None and a.doer == b.doer),
            shared,
            shared / all_of_them if all_of_them else 0.0,
            float(later - earlier),
            float(len(self.told)),
            float(len(a.clause.tokens)),
            float(len(b.clause.tokens)),
            float(a.letters == b.letters),
        ]

    def _plain(self, a: Telling, b: Telling) -> list[float]:
        """What was said in both, and where."""
        both = a.thing is not None and b.thing is not None
        return [
            float(a.verb == b.verb),
            float(a.lemma == b.lemma),
            float(not a.meanings.isdisjoint(b.meanings)),
            float(both),
            float(both and a.thing == b.thing),
            float(both and _kin(a.thing or "", b.thing or "")),
            float(a.thing is not None),
            float(b.thing is not None),
            float(b.points),
            float(a.points),
            float(a.subject is not None and a.subject == b.subject),
            float(a.person == b.person),
            share(a.words, b.words),
            share(a.letters, b.letters),
            share(a.phrases, b.phrases),
            float(bool(a.phrases and b.phrases) and a.phrases.isdisjoint(b.phrases)),
            math.log1p(b.clause.index - a.clause.index),
            math.log1p(b.clause.turn - a.clause.turn),
            float(b.repeats),
            float(a.repeats),
            float(b.goes_on),
            float(b.clause.mark is not None),
            float(a.clause.mark is not None),
            float(b.clause.asked),
            float(a.clause.asked),
            float(a.passive == b.passive),
            float(self.verbs[a.lemma]),
            float(self.things[a.thing]) if a.thing else 0.0,
        ]


def _kin(first: str, second: str) -> bool:
    return first[:KIN] == second[:KIN] or first[-KIN:] == second[-KIN:]
