"""Finds what is told beside each step: systems, documents, work and waiting time, a complaint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import document
from interview2flow.extraction.actors import names
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.facts import complaints, durations, judge, things
from interview2flow.extraction.facts.story import Story, story
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Fact, FactKind

KINDS: Final = tuple(FactKind)


def find_facts(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> dict[str, tuple[Fact, ...]]:
    """By mention, its facts, systems first, complaints last; none where nothing has been trained."""
    here = story(doc, clauses, mentions)
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for step, fact in (*_things(here), *_durations(here), *_complaints(here)):
        found[step].append(fact)
    order = {kind: place for place, kind in enumerate(KINDS)}
    return {
        mention.id: tuple(sorted(found[number], key=lambda fact: order[fact.kind])) for number, mention in enumerate(mentions)
    }


def _things(here: Story) -> Iterator[tuple[int, Fact]]:
    """Each thing at most once with a step, as what it more surely is."""
    candidates, rows = things.Things(here).rows()
    margins = judge.margins(things.KINDS, rows, [thing.words for thing in candidates])
    taken: set[tuple[int, str]] = set()
    for number in _by_margin(np.max(list(margins.values()), axis=0)) if margins else ():
        thing = candidates[number]
        if (thing.step, thing.value.casefold()) in taken:
            continue
        taken.add((thing.step, thing.value.casefold()))
        kind = max(margins, key=lambda kind: float(margins[kind][number]))
        said = names.said(here.tree, thing.place, here.roles)
        yield thing.step, Fact(kind, thing.value, document.evidence(here.doc, *said))


def _durations(here: Story) -> Iterator[tuple[int, Fact]]:
    """Each step with one time of work and one of waiting."""
    found = durations.Durations(here)
    timings, rows = found.rows()
    margins = judge.margins(durations.KINDS, rows, found.spoken(timings))
    full: set[tuple[int, FactKind]] = set()
    for number in _by_margin(np.max(list(margins.values()), axis=0)) if margins else ():
        timing = timings[number]
        kind = max(margins, key=lambda kind: float(margins[kind][number]))
        if (timing.step, kind) in full:
            continue
        full.add((timing.step, kind))
        evidence = document.evidence(here.doc, timing.duration.start, timing.duration.end)
        yield timing.step, Fact(kind, evidence.quote, evidence)


def _complaints(here: Story) -> Iterator[tuple[int, Fact]]:
    """Each step with its surest complaint."""
    found = complaints.Complaints(here)
    candidates, rows = found.rows()
    margins = judge.margins([FactKind.COMPLAINT], rows, found.spoken(candidates))
    steps: set[int] = set()
    for number in _by_margin(margins[FactKind.COMPLAINT]) if margins else ():
        complaint = candidates[number]
        if complaint.step in steps:
            continue
        steps.add(complaint.step)
        evidence = document.evidence(here.doc, complaint.passage.start, complaint.passage.end)
        yield complaint.step, Fact(FactKind.COMPLAINT, evidence.quote, evidence)


def _by_margin(margins: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[int]:
    """Candidates that are taken, the surest first."""
    order = np.argsort(-margins, kind="stable")
    return [int(number) for number in order if margins[number] >= 1]


@Language.component("i2f_facts")
def facts(doc: Doc) -> Doc:
    """Sets `doc._.facts`."""
    doc._.facts = find_facts(doc, doc._.clauses, doc._.mentions)
    return doc
