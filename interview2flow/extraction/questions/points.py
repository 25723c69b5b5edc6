"""What an interviewee leaves open, and the step that each such doubt is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from interview2flow.extraction.document import TURNS
from interview2flow.extraction.doubts import Doubt, DoubtKind, doubts_of
from interview2flow.extraction.facts.story import Story


class Point(NamedTuple):
    """A doubt, and the place of the step that it leaves open."""

    step: int
    doubt: Doubt


def points(story: Story) -> Iterator[Point]:
    """Each doubt with the step told last before it, in the order told; what is only guessed ("I think") is not asked."""
    starts = [telling.clause.start for telling in story.told]
    for doubt in doubts_of(story.doc):
        before = bisect_left(starts, doubt.end)
        if before and doubt.kinds != (DoubtKind.GUESSED,):
            yield Point(story.told[before - 1].step, doubt)


def answered(doc: Doc, doubt: Doubt) -> str:
    """The interviewer's question that a doubt answers; empty where it answers none."""
    turns, asked = doc.spans[TURNS], doc._.asked
    opens = turns[doubt.turn].start == doc[doubt.start].sent.start
    return turns[doubt.turn - 1].text if doubt.turn and asked[doubt.turn - 1] and opens else ""
