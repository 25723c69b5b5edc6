"""How alike two tellings are: what the judge of retellings looks at."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.meanings import meanings
from interview2flow.extraction.naming import Namer
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
)
CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
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


def share(first: Collection[str], second: Collection[str]) -> float:
    """The Dice coefficient, 0..1; 0 where either is empty."""
    both = set(first) & set(second)
    return 2 * len(both) / (len(first) + len(second)) if first and second else 0.0


def tellings(doc: Doc, clauses: Sequence[Clause], parts: Sequence[Frame], probability: Mapping[int, float]) -> dict[int, Telling]:
    """By clause that tells a step (the keys of `probability`), how it is compared."""
    namer = Namer(doc, clauses, parts, frozenset(probability))
    return {
        number: _telling(tree_of(doc), clauses[number], parts[number], namer, p, doc.vocab.lang)
        for number, p in probability.items()
    }


def _telling(tree: Tree, clause: Clause, frame: Frame, namer: Namer, probability: float, language: str) -> Telling:
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
        probability=probability,
    )


def compare(first: Telling, second: Telling, verbs: Mapping[str, int], things: Mapping[str | None, int]) -> list[float]:
    """One row as in NAMES; `verbs` and `things` count the interview's steps by verb and by thing."""
    a, b = first, second
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
        float(verbs.get(a.lemma, 0)),
        float(things.get(a.thing, 0)) if a.thing else 0.0,
    ]


def _kin(first: str, second: str) -> bool:
    return first[:KIN] == second[:KIN] or first[-KIN:] == second[-KIN:]
