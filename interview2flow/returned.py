"""A follow-up sheet that came back, and the questions of the process as it stands now: which answer belongs to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz

from interview2flow import analysis
from interview2flow.editing.answering import Reply
from interview2flow.exporters import followup
from interview2flow.exporters.followup import Filled
from interview2flow.model import Finding, Process

ALIKE: Final = 85.0
"""Percent: a step that was renamed since changes a word or two of its question."""

FORMATS: Final = followup.FORMATS


def replies(process: Process, name: str, content: bytes) -> tuple[Reply, ...]:
    """All questions of the sheet, each with what was answered (empty where nothing was) and the finding that it settles.

    An answer whose question is not asked any more is given too, without a finding.

    Raises:
        UnknownFormatError: sheets are not written in this format.
        UnreadableFileError: the file cannot be understood.
    """
    known = analysis.doubts(replace(process, settled=frozenset()))
    found = followup.read(content, name=name, asked=[finding.text for finding in known])
    return tuple(_reply(process, each, known) for each in found)


def _reply(process: Process, filled: Filled, known: Sequence[Finding]) -> Reply:
    source = _source(process, filled.whom)
    finding = _asked(filled, source, known)
    return Reply(
        question=filled.question,
        text=filled.answer,
        source=source or (finding.source if finding else None),
        about=filled.about or (finding.about if finding else None),
        finding=finding,
    )


def _source(process: Process, whom: str | None) -> str | None:
    """The interview of whoever the sheet was made for."""
    names = {_letters(str(each.interviewee or "") or each.name): each.name for each in reversed(process.interviews)}
    return names.get(_letters(whom or ""))


def _asked(filled: Filled, source: str | None, known: Sequence[Finding]) -> Finding | None:
    """The question itself; else the likest one, about the same thing where the file tells what it is about."""
    same = [finding for finding in known if _letters(finding.text) == _letters(filled.question)]
    if same:
        return max(same, key=lambda finding: (finding.about == filled.about, finding.source == source, finding.asks))
    near = [finding for finding in known if finding.about == filled.about] if filled.about else known
    scored = [(fuzz.ratio(finding.text, filled.question), finding) for finding in near]
    score, likest = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return likest if score >= ALIKE else None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
