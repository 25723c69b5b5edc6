"""Why a step follows upon another one, and under which condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction import judge
from interview2flow.extraction.conditions import finding as conditions
from interview2flow.extraction.conditions.features import rows
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.explaining.influence import influences
from interview2flow.extraction.explaining.parts import Influence, Option, Part
from interview2flow.extraction.flow import finding as flow
from interview2flow.extraction.flow.attaching import attach
from interview2flow.extraction.flow.graph import START
from interview2flow.extraction.flow.moment import COLUMNS, Moment, said
from interview2flow.extraction.flow.sheet import Sheet
from interview2flow.extraction.judge import Judge
from interview2flow.extraction.order import thread_of
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.thread import Thread
from interview2flow.model import END as END_ID
from interview2flow.model import START as START_ID
from interview2flow.model import Relation

BEFORE: Final = "What comes before it?"
AFTER: Final = "What follows it?"
CONDITION: Final = "Under which condition?"
MOST: Final = 4


def why_order(doc: Doc, mention: Mention) -> Iterator[Part]:
    """The arrows into the step with what else it might have followed, the arrows out of it, and the conditions heard."""
    thread = thread_of(doc)
    into = judge.trained(flow.NAME, "into")
    weighed, moved = _weighed(thread, doc, mention, into) if into else ((), ())
    arrows: Sequence[Relation] = doc._.relations
    came = [_arrow(doc, relation, relation.source) for relation in arrows if relation.target == mention.id]
    yield Part(BEFORE, "; ".join(came) or "nothing", weighed, moved)
    follows = [_arrow(doc, relation, relation.target) for relation in arrows if relation.source == mention.id]
    yield Part(AFTER, "; ".join(follows) or "nothing")
    yield _heard(thread, mention)


def _weighed(thread: Thread, doc: Doc, mention: Mention, into: Judge) -> tuple[tuple[Option, ...], tuple[Influence, ...]]:
    """The steps on which this one might hang, and what spoke for the likeliest."""
    step = next(place for place, other in enumerate(thread.mentions) if other.id == mention.id)
    here = flow.scene_of(thread, doc._.conditions)
    sheet = Sheet(into.place, said(here), COLUMNS)
    seen: list[tuple[int, Sequence[int], NDArray[np.float64]]] = []

    def judging(moment: Moment, sources: Sequence[int]) -> NDArray[np.float64]:
        seen.append((moment.telling.step, sources, moment.rows(sheet, sources)))
        return into.ensemble.probabilities(seen[-1][2])

    attach(here, judging)
    sources, found = next((sources, found) for number, sources, found in seen if number == step)
    likely = into.ensemble.probabilities(found)
    order = np.argsort(-likely, kind="stable").tolist()
    names = {START: START_ID} | {place: _words(doc, other.id) for place, other in enumerate(thread.mentions)}
    background = np.vstack([table for _, _, table in seen])
    first = sum(len(table) for number, _, table in seen[: [number for number, _, _ in seen].index(step)])
    options = tuple(Option(names[sources[i]], float(likely[i])) for i in order[:MOST])
    return options, influences(into.ensemble, background, first + order[0], list(into.place))


def _heard(thread: Thread, mention: Mention) -> Part:
    """The passages weighed as the condition on the way into the step."""
    step = next(place for place, other in enumerate(thread.mentions) if other.id == mention.id)
    telling = thread.first_telling(step)
    sites = [site for site in conditions.around(thread) if site.telling.number == telling.number and not site.exit]
    if not sites:
        return Part(CONDITION, "none is said near it")
    judging = judge.trained(conditions.NAME)
    likely = conditions.likely(rows(thread, sites), judging)
    order = np.argsort(-likely, kind="stable").tolist()
    options = tuple(Option(wording(thread, sites[i].passage) or "…", float(likely[i])) for i in order[:MOST])
    return Part(CONDITION, "the likeliest passages, written on the arrow only where there is a choice", options)


def _arrow(doc: Doc, relation: Relation, end: str) -> str:
    when = f" if “{relation.condition.text}” ({relation.condition.provenance})" if relation.condition else ""
    return f"“{_words(doc, end)}”{when}, {relation.confidence:.2f} {relation.provenance}"


def _words(doc: Doc, place: str) -> str:
    return place if place in {START_ID, END_ID} else doc._.labels[place].text
