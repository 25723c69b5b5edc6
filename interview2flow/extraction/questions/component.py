"""Finds what the interview itself leaves open, and asks about it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import artefacts, document, forest
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.facts.story import story
from interview2flow.extraction.questions.points import PAIR, SAID, Point, Points
from interview2flow.extraction.questions.wording import ask
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Question

NAME: Final = "questions"
MOST: Final = 5
"""So many of one interview; a coordinator has further ones."""
_RANK: Final = PAIR.index("rank")
_GUESSED: Final = len(PAIR) + SAID.index("kind_guessed")


def find_questions(
    doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention], labels: Mapping[str, str], *, unnamed: Container[str] = ()
) -> tuple[Question, ...]:
    """What to ask the interviewee, at most one question a step, in the order told; `unnamed` are steps that nobody does."""
    here = story(doc, clauses, mentions)
    points = Points(here, unnamed)
    candidates, rows = points.rows()
    chosen = [candidates[number] for number in _surest(candidates, _margins(rows))]
    made = []
    for point in sorted(chosen, key=lambda point: point.doubt.start):
        mention = mentions[point.step]
        evidence = document.evidence(doc, point.doubt.start, point.doubt.end)
        first, last = points.question(point.doubt)
        text = ask(
            point.doubt, quote=evidence.quote, question=doc[first:last].text, step=labels[mention.id], language=here.language
        )
        made.append(Question(ask=text, about=mention.id, source=evidence.source, evidence=evidence))
    return tuple(made)


def _margins(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """By candidate, its probability over the threshold: 1 and more is asked. By rule: what is sure, of the step before."""
    tables = artefacts.read(NAME)
    if tables is None:
        by_rule: NDArray[np.float64] = 1.0 * (rows[:, _RANK] == 0) * (rows[:, _GUESSED] == 0)
        return by_rule
    margins: NDArray[np.float64] = forest.load(artefacts.part(tables, "forest")).probabilities(rows) / float(tables["threshold"])
    return margins


def _surest(candidates: Sequence[Point], margins: NDArray[np.float64]) -> list[int]:
    steps: set[int] = set()
    doubts: set[int] = set()
    taken: list[int] = []
    for number in map(int, np.argsort(-margins, kind="stable")):
        point = candidates[number]
        if margins[number] < 1 or len(taken) == MOST:
            break
        if point.step not in steps and point.doubt.start not in doubts:
            steps.add(point.step)
            doubts.add(point.doubt.start)
            taken.append(number)
    return taken


@Language.component("i2f_questions")
def questions(doc: Doc) -> Doc:
    """Sets `doc._.open_points`."""
    labels = {name: label.text for name, label in doc._.labels.items()}
    unnamed = {name for name, actor in doc._.actors.items() if actor is None}
    doc._.open_points = find_questions(doc, doc._.clauses, doc._.mentions, labels, unnamed=unnamed)
    return doc
