"""What is open, and what the coordinator is done with."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.editing.steps import cite
from interview2flow.model import Evidence, Finding, Process, Question, Task


def settle(process: Process, key: str) -> Process:
    """Does away with a finding or proposal: looked at, and right as it stands."""
    return replace(process, settled=process.settled | {key})


def reopen(process: Process, key: str) -> Process:
    """Takes that back."""
    return replace(process, settled=process.settled - {key})


def ask(process: Process, finding: Finding, *, text: str | None = None) -> Process:
    """Turns a doubt into a question to the interviewee concerned."""
    wanted = Question(
        ask=text or finding.text,
        about=finding.about,
        source=finding.source or next((words.source for words in finding.evidence), None),
        evidence=next(iter(finding.evidence), None),
    )
    return settle(replace(process, questions=(*process.questions, wanted)), finding.key)


def answer(process: Process, finding: Finding, words: Evidence) -> Process:
    """Takes an answer as evidence for what was asked about, and the question as answered."""
    about = finding.about
    if about is not None and any(isinstance(node, Task) and node.id == about for node in process.nodes):
        process = cite(process, about, words)
    asked = tuple(question for question in process.questions if (question.ask, question.about) != (finding.text, about))
    return settle(replace(process, questions=asked), finding.key)
