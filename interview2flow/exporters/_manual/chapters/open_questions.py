"""What is still open, and whom to ask."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter, Column, Line, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell
from interview2flow.model import Finding, Task


def chapter(draft: Draft) -> Chapter:
    """A numbered table of questions with room for the answers."""
    words = draft.chapter("open_questions")
    questions = [finding for finding in draft.findings if finding.asks]
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


def _row(draft: Draft, number: int, question: Finding) -> Row:
    quotes: list[Line] = [(draft.quote(evidence),) for evidence in question.evidence[:2]]
    whom = cell(draft.teller(question.source)) if question.source else cell(draft.gap("whom"))
    return Row((cell(str(number)), (*cell(question.text), *quotes), cell(_about(draft, question)), whom, cell("")))


def _about(draft: Draft, question: Finding) -> Line:
    task = next((task for task in draft.process.tasks if task.id == question.about), None)
    return (draft.reference(task),) if isinstance(task, Task) else ()
