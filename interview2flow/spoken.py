"""A process as one of several interviewees would read it: its open questions in the language that the interview was given in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from interview2flow import analysis
from interview2flow.languages import detect
from interview2flow.model import Finding, Process

ENOUGH_WORDS: Final = 40
"""Fewer quoted words do not tell in which language somebody spoke."""


def questions_for(process: Process, interview: str) -> tuple[Process, tuple[Finding, ...]]:
    """What to ask whoever was interviewed there, and nothing else, with the process in that person's language."""
    spoken = in_language(process, language_of(process, interview))
    whom = spoken.first_interview(interview)
    asked = (finding for finding in analysis.review(spoken) if finding.asks and finding.source)
    return spoken, tuple(finding for finding in asked if spoken.first_interview(finding.source or "") == whom)


def language_of(process: Process, interview: str) -> str:
    """The language that somebody spoke, as far as the quoted words tell, else the process's."""
    whom = process.first_interview(interview)
    told = {words for task in process.tasks for words in task.evidence}
    told |= {words for flow in process.flows for words in flow.evidence}
    text = " ".join(words.quote for words in sorted(told) if process.first_interview(words.source) == whom)
    return detect(text) if len(text.split()) >= ENOUGH_WORDS else process.language


def in_language(process: Process, language: str) -> Process:
    """The process with the program's own words in another language; what is settled or passed on stays so."""
    if language == process.language:
        return process
    keys = {
        theirs: mine
        for finding, translated in translations(process, language)
        for theirs, mine in ((finding.key, translated.key), (finding.passed_on, translated.passed_on))
    }
    return replace(process, language=language, settled=frozenset(keys.get(key, key) for key in process.settled))


def translations(process: Process, language: str) -> Iterator[tuple[Finding, Finding]]:
    """Each finding, settled or not, with how it reads in another language."""
    theirs = _numbered(replace(process, language=language))
    for place, finding in _numbered(process).items():
        if place in theirs:
            yield finding, theirs[place]


def _numbered(process: Process) -> dict[tuple[str, str | None, int], Finding]:
    """The findings by rule, what they are about, and which of several alike it is."""
    found: dict[tuple[str, str | None, int], Finding] = {}
    for finding in analysis.doubts(replace(process, settled=frozenset())):
        number = 0
        while (place := (finding.rule, finding.about, number)) in found:
            number += 1
        found[place] = finding
    return found
