"""A follow-up sheet that came back, and the questions of the process as it stands now: which answer belongs to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz

from interview2flow import analysis, spoken
from interview2flow.editing.answering import Reply
from interview2flow.exporters import followup
from interview2flow.exporters.followup import Filled
from interview2flow.model import Finding, Process

ALIKE: Final = 85.0
"""Percent: a step that was renamed since changes a word or two of its question."""

FORMATS: Final = followup.FORMATS

Put = tuple[Finding, Finding]
"""A question as it was put, and the finding that it is."""


def replies(process: Process, name: str, content: bytes) -> tuple[Reply, ...]:
    """All questions of the sheet, each with what was answered (empty where nothing was) and the finding that it settles.

    An answer whose question is not asked any more is given too, without a finding.

    Raises:
        UnknownFormatError: sheets are not written in this format.
        UnreadableFileError: the file cannot be understood.
    """
    known = tuple(_known(process))
    found = followup.read(content, name=name, asked=[put.text for put, _ in known])
    return tuple(_reply(process, each, known) for each in found)


def _known(process: Process) -> Iterator[Put]:
    """All that can have been asked, as each of the interviewees would read it."""
    findings = analysis.doubts(replace(process, settled=frozenset()))
    yield from ((finding, finding) for finding in findings)
    languages = {spoken.language_of(process, interview.name) for interview in process.interviews} - {process.language}
    for language in sorted(languages):
        yield from ((put, finding) for finding, put in spoken.translations(process, language))


def _reply(process: Process, filled: Filled, known: Sequence[Put]) -> Reply:
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


def _asked(filled: Filled, source: str | None, known: Sequence[Put]) -> Finding | None:
    """The question itself; else the likest one, about the same thing where the file tells what it is about."""
    same = [(put, finding) for put, finding in known if _letters(put.text) == _letters(filled.question)]
    if same:
        return max(same, key=lambda pair: (pair[0].about == filled.about, pair[0].source == source, pair[0].asks))[1]
    near = [(put, finding) for put, finding in known if put.about == filled.about] if filled.about else known
    scored = [(fuzz.ratio(put.text, filled.question), finding) for put, finding in near]
    score, likest = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return likest if score >= ALIKE else None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
