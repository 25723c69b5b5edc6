"""The open questions, sorted by whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview2flow.model import Finding, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSheet:
    """What to ask one interviewee, most consequential first; `whom` is empty where it is not known whom to ask."""

    whom: str
    source: str | None
    questions: tuple[Finding, ...]


def question_sheets(process: Process, findings: Iterable[Finding]) -> Iterator[QuestionSheet]:
    """A sheet for each interview that there is something to ask about, in the interviews' order; what is nobody's comes last."""
    questions = [finding for finding in findings if finding.asks]
    known = {interview.name: str(interview.interviewee or "") or interview.name for interview in process.interviews}
    for source, whom in known.items():
        if own := tuple(q for q in questions if q.source in known and process.first_interview(q.source) == source):
            yield QuestionSheet(whom=whom, source=source, questions=own)
    if others := tuple(question for question in questions if question.source not in known):
        yield QuestionSheet(whom="", source=None, questions=others)
