"""questions.md: what is open, a section for each person to ask, with the words that each question comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from interview2flow.exporters._manual import QuestionSheet, question_sheets
from interview2flow.exporters._manual.clean import clean
from interview2flow.languages import texts
from interview2flow.model import Evidence, Finding, Process

MARKDOWN: Final = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|"})
"""What Markdown would take for its own."""


def render(process: Process, findings: Sequence[Finding]) -> bytes:
    """The question sheet in Markdown, UTF-8, in the process's language."""
    return ("\n".join(_lines(process, findings)).rstrip("\n") + "\n").encode()


def _lines(process: Process, findings: Sequence[Finding]) -> Iterator[str]:
    words: Mapping[str, str] = texts(process.language, "manual")["questions"]
    sheets = list(question_sheets(process, findings))
    yield from (f"# {_safe(words['title'].format(title=process.title))}", "")
    yield from (words["intro"] if sheets else words["none"], "")
    for sheet in sheets:
        yield from _section(process, sheet, words)
    if observations := [finding for finding in findings if not finding.asks]:
        yield from (f"## {words['observations']}", "", words["observations_intro"], "")
        yield from (f"- {_safe(finding.text)}" for finding in observations)


def _section(process: Process, sheet: QuestionSheet, words: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {_safe(sheet.whom or words['nobody'])}", "")
    for number, question in enumerate(sheet.questions, 1):
        yield from (f"### {number}. {_safe(question.text)}", "")
        if about := _about(process, question, words):
            yield from (f"*{about}*", "")
        for evidence in question.evidence:
            yield from (f"> {_said(process, evidence, sheet, words)}", "")
        yield from (words["answer"], "")


def _about(process: Process, question: Finding, words: Mapping[str, str]) -> str:
    steps = {task.id: (number, task.name) for number, task in enumerate(process.tasks, 1)}
    if question.about not in steps:
        return ""
    number, name = steps[question.about]
    return words["step"].format(number=number, step=_safe(name))


def _said(process: Process, evidence: Evidence, sheet: QuestionSheet, words: Mapping[str, str]) -> str:
    quote = texts(process.language, "manual")["quote"].format(quote=_safe(evidence.quote))
    if evidence.source == sheet.source:
        return f"{words['told']}: {quote}"
    who = next((str(i.interviewee) for i in process.interviews if i.name == evidence.source and i.interviewee), evidence.source)
    return f"{words['heard'].format(who=_safe(who))}: {quote}"


def _safe(text: str) -> str:
    """Text that stays text in Markdown, on one line."""
    return " ".join(clean(text).split()).translate(MARKDOWN)
