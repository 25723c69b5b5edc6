"""What stands on a sheet: a greeting, and each question with the step that it is about and the words that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from interview2flow.exporters._manual import QuestionSheet, question_sheets
from interview2flow.languages import texts
from interview2flow.model import Evidence, Finding, Interview, Process

MOST_QUOTES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. `about` says which step it concerns, `quotes` who said what; `element` is the id of what it is about."""

    number: int
    question: str
    about: str
    quotes: tuple[str, ...]
    element: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What one interviewee is asked. `greeting` has a paragraph each; it is empty where it is not known whom to ask."""

    whom: str
    greeting: tuple[str, ...]
    items: tuple[Item, ...]


def sheets(process: Process, findings: Sequence[Finding]) -> Iterator[Sheet]:
    """A sheet for each interviewee that there is something to ask; those of one come from the findings for that one alone."""
    words: Mapping[str, Any] = texts(process.language, "manual")
    for sheet in question_sheets(process, findings):
        yield Sheet(
            whom=sheet.whom or words["questions"]["nobody"],
            greeting=tuple(_greeting(process, sheet)),
            items=tuple(_item(process, sheet, number, question, words) for number, question in enumerate(sheet.questions, 1)),
        )


def _greeting(process: Process, sheet: QuestionSheet) -> Iterator[str]:
    if sheet.source is None:
        return
    words: Mapping[str, str] = texts(process.language, "followup")
    who = _interview(process, sheet.source).interviewee
    yield words["hello"].format(name=who.name) if who and who.name else words["hello_nobody"]
    yield words["thanks"].format(title=process.title)
    yield words["how"]


def _item(process: Process, sheet: QuestionSheet, number: int, question: Finding, words: Mapping[str, Any]) -> Item:
    return Item(
        number=number,
        question=question.text,
        about=_about(process, question, words["questions"]),
        quotes=tuple(_said(process, evidence, sheet, words) for evidence in _reminders(process, question)),
        element=question.about,
    )


def _reminders(process: Process, question: Finding) -> tuple[Evidence, ...]:
    """The words that it comes from, or with which its step was told."""
    told = (task.evidence for task in process.tasks if task.id == question.about)
    return (question.evidence or next(told, ())[:1])[:MOST_QUOTES]


def _about(process: Process, question: Finding, words: Mapping[str, str]) -> str:
    steps = {task.id: (number, task.name) for number, task in enumerate(process.tasks, 1)}
    if question.about not in steps:
        return ""
    number, name = steps[question.about]
    return words["step"].format(number=number, step=name)


def _said(process: Process, evidence: Evidence, sheet: QuestionSheet, words: Mapping[str, Any]) -> str:
    """The words, and whose they are; an interviewee's answers are that interviewee's words as well."""
    quote = words["quote"].format(quote=evidence.quote.strip())
    who = _interview(process, evidence.source).interviewee
    own = sheet.source is not None and who is not None and who == _interview(process, sheet.source).interviewee
    if own or evidence.source == sheet.source:
        return f"{words['questions']['told']}: {quote}"
    return f"{words['questions']['heard'].format(who=str(who or '') or evidence.source)}: {quote}"


def _interview(process: Process, name: str) -> Interview:
    return next((each for each in process.interviews if each.name == name), Interview(name=name))
