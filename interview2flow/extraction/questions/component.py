"""Finds what the interview itself leaves open, and asks about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import document
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.facts.story import story
from interview2flow.extraction.questions.points import Point, answered, points
from interview2flow.extraction.questions.wording import ask
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Question

MOST: Final = 5
"""So many of one interview; a coordinator has further ones."""


def find_questions(
    doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention], labels: Mapping[str, str]
) -> tuple[Question, ...]:
    """What to ask the interviewee, at most one question a step, in the order told."""
    here = story(doc, clauses, mentions)
    made = []
    for point in islice(_first_of_each_step(points(here)), MOST):
        mention = mentions[point.step]
        evidence = document.evidence(doc, point.doubt.start, point.doubt.end)
        text = ask(
            point.doubt,
            quote=evidence.quote,
            question=answered(doc, point.doubt),
            step=labels[mention.id],
            language=here.language,
        )
        made.append(Question(ask=text, about=mention.id, source=evidence.source, evidence=evidence))
    return tuple(made)


def _first_of_each_step(found: Iterable[Point]) -> Iterator[Point]:
    asked: set[int] = set()
    for point in found:
        if point.step not in asked:
            asked.add(point.step)
            yield point


@Language.component("i2f_questions")
def questions(doc: Doc) -> Doc:
    """Sets `doc._.open_points`."""
    labels = {name: label.text for name, label in doc._.labels.items()}
    doc._.open_points = find_questions(doc, doc._.clauses, doc._.mentions, labels)
    return doc
