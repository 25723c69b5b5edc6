"""Why a clause tells a step, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.explaining.influence import LEAST, MOST, influences
from interview2flow.extraction.explaining.parts import Influence, Part
from interview2flow.extraction.frame import frames
from interview2flow.extraction.lexical import Linear, bucket
from interview2flow.extraction.steps import detector, words
from interview2flow.extraction.steps.columns import words_of
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.tree import tree_of

QUESTION: Final = "Is it a step?"


def why_step(doc: Doc, clause: Clause, mention: Mention | None) -> Part:
    """The probability beside the threshold, and what moved it: grammar, surroundings, words."""
    trained = detector.load()
    if trained is None:
        return Part(QUESTION, f"{_verdict(mention)}, by rule: nothing has been trained")
    rows = trained.rows(doc, doc._.clauses)
    probability = float(trained.ensemble.probabilities(rows[clause.index : clause.index + 1])[0])
    answer = f"{_verdict(mention)}: {probability:.2f}, a step from {trained.threshold:.2f} on{_again(doc, clause, mention)}"
    moved = influences(trained.ensemble, rows, clause.index, detector.NAMES)
    return Part(QUESTION, answer, (), (*moved, *_spoken(doc, clause, trained.reader.linear)))


def _verdict(mention: Mention | None) -> str:
    return "no" if mention is None else "yes"


def _again(doc: Doc, clause: Clause, mention: Mention | None) -> str:
    """Other places at which the same step is told."""
    others = [doc._.clauses[told] for told in mention.tellings if told != clause.index] if mention else []
    return "".join(f"; told again: “{doc[other.start : other.end].text}”" for other in others)


def _spoken(doc: Doc, clause: Clause, linear: Linear) -> Sequence[Influence]:
    """The clause's own words in the model over words, by how much they weigh there."""
    tree = tree_of(doc)
    parts = frames(doc, doc._.clauses)[clause.index : clause.index + 1]
    places = words.said(tree, [clause], parts, words_of([clause]), doc.vocab.lang).words.places
    length = float((linear.rarity[places] ** 2).sum()) ** 0.5 or 1.0
    found = []
    for lemma in dict.fromkeys(tree.lemma[token] for token in clause.tokens):
        place = bucket(f"{doc.vocab.lang}:{lemma}")
        weight = float(linear.weight[place] * linear.rarity[place]) / length
        if place in places and abs(weight) >= LEAST:
            found.append(Influence(f"the word “{lemma}” in “words”", 1.0, 0.0, weight))
    return sorted(found, key=lambda influence: -abs(influence.change))[:MOST]
