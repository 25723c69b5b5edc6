"""Answers that come back: kept like an interview, question and answer as its turns, and cited where they were asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from interview2flow.editing.reviewing import answer, heard
from interview2flow.model import Evidence, Finding, Interview, Interviewee, Process, Transcript, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer in the words it was given with. `source` is the interview of whoever gave it, `about` a step, arrow or decision.

    `finding` is what it answers; None where nothing of the kind is asked (any more).
    """

    question: str
    text: str
    source: str | None = None
    about: str | None = None
    finding: Finding | None = None


def answers_of(process: Process, source: str | None, words: Mapping[str, Any]) -> Transcript:
    """Where the answers of an interviewee are kept, empty as yet; `words` are the language's for what was heard."""
    interview = next((each for each in process.interviews if each.name == source), None)
    who = interview.interviewee if interview else None
    name = str(who or "") or (PurePath(source).stem if source else "")
    title = words["answers"].format(who=name) if name else words["answers_nobody"]
    return Transcript(name=title, turns=(), interviewee=who, language=process.language)


def noted(transcript: Transcript, reply: Reply, words: Mapping[str, Any]) -> tuple[Transcript, Evidence]:
    """The answers with one more, and where it stands; one that is there already is not noted twice."""
    speaker = _speaker(transcript.interviewee) or words["answerer"]
    asked = Turn(text=one_line(reply.question), speaker=words["asker"])
    told = Turn(text=one_line(reply.text), speaker=speaker)
    pairs = zip(transcript.turns, transcript.turns[1:], strict=False)
    place = next((number for number, pair in enumerate(pairs, 1) if pair == (asked, told)), None)
    if place is None:
        transcript = replace(transcript, turns=(*transcript.turns, asked, told))
        place = len(transcript.turns) - 1
    return transcript, Evidence(transcript.name, place, 0, len(told.text), told.text)


def with_replies(process: Process, told: Iterable[tuple[Reply, Evidence, Interviewee | None]]) -> Process:
    """The process with all answers cited, and what they answer settled."""
    for reply, words, who in told:
        interview = Interview(name=words.source, interviewee=who)
        if reply.finding:
            process = answer(process, reply.finding, words, told_in=interview)
        else:
            process = heard(process, reply.about, words, told_in=interview)
    return process


def one_line(text: str) -> str:
    """The words as a turn holds them: on one line, without what cannot be seen."""
    return " ".join("".join(sign for sign in word if sign.isprintable()) for word in text.split()).strip()


def _speaker(who: Interviewee | None) -> str:
    return (who.name or who.role or "") if who else ""
