"""What is still open, and whom to ask."""

from __future__ import annotations

from typing import Final

from interview2flow.exporters._manual.content import Chapter, Column, Line, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell
from interview2flow.model import Finding

MOST_QUOTES: Final = 3


def chapter(draft: Draft) -> Chapter:
    """A numbered table of questions with room for the answers."""
    words = draft.chapter("open_questions")
    questions = asked(draft)
    if not questions:
        return Chapter(id="open_questions", heading=words["heading"], blocks=(Paragraph((Text(words["none"]),)),))
    table = Table(
        columns=tuple(
            Column(words[name], width)
            for name, width in {"number": 6, "question": 44, "step": 8, "whom": 20, "answer": 22}.items()
        ),
        rows=tuple(_row(draft, number, question) for number, question in enumerate(questions, 1)),
        summary=words["summary"],
        caption=words["caption"],
    )
    return Chapter(id="open_questions", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table))


def asked(draft: Draft) -> list[tuple[Finding, ...]]:
    """The open questions; what is put to several interviewees is one question."""
    groups: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in draft.findings:
        if finding.asks:
            groups.setdefault((finding.text, finding.about), []).append(finding)
    return [tuple(group) for group in groups.values()]


def _row(draft: Draft, number: int, group: tuple[Finding, ...]) -> Row:
    question = group[0]
    told = list(dict.fromkeys(evidence for finding in group for evidence in finding.evidence))
    quotes: list[Line] = [(draft.quote(evidence),) for evidence in told[:MOST_QUOTES]]
    whom = cell(*(draft.teller(finding.source) if finding.source else draft.gap("whom") for finding in group))
    return Row((cell(str(number)), (*cell(draft.question(question)), *quotes), cell(_about(draft, question)), whom, cell("")))


def _about(draft: Draft, question: Finding) -> Line:
    task = next((task for task in draft.process.tasks if task.id == question.about), None)
    return (draft.reference(task),) if task else ()
