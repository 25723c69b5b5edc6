"""What the interviewees themselves did not know or left to others: "I'd have to ask who releases it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.model import Process, Severity

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 100
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """The interviews' own open ends, as questions."""
    for question in process.questions:
        yield Remark(
            text=_as_question(question.ask, words["mark"]),
            about=question.about if question.about in process.graph else None,
            evidence=(question.evidence,) if question.evidence else (),
            source=question.source,
        )


def _as_question(ask: str, mark: str) -> str:
    ask = ask.strip().rstrip(".")
    return ask[:1].upper() + ask[1:] + ("" if ask.endswith(mark) else mark)
