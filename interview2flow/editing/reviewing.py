"""What is open, and what the coordinator is done with."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar

from interview2flow.model import Evidence, Finding, Gateway, Interview, Process, Question, SequenceFlow, Task

MARK: Final = "?"
Part = TypeVar("Part", Task, SequenceFlow)


def settle(process: Process, key: str) -> Process:
    """Does away with a finding or proposal: looked at, and right as it stands."""
    return replace(process, settled=process.settled | {key})


def reopen(process: Process, finding: Finding) -> Process:
    """Takes back that a finding was settled or passed on; a question that was made of it is not asked any more."""
    questions = tuple(each for each in process.questions if finding.asks or (each.ask, each.about) != _question(finding))
    dropped = {finding.key, finding.passed_on}
    if not finding.asks:
        dropped.add(as_asked(finding).passed_on)
    return replace(process, questions=questions, settled=process.settled - dropped)


def ask(process: Process, finding: Finding) -> Process:
    """Leaves a finding to the interviewee concerned; a doubt of our own becomes a question to them first.

    It counts as looked at, and stays open until it is answered.
    """
    if finding.asks:
        return settle(process, finding.passed_on)
    text, about = _question(finding)
    wanted = Question(ask=text, about=about, source=finding.source, evidence=next(iter(finding.evidence), None))
    asked = replace(process, questions=(*process.questions, wanted))
    return settle(settle(asked, finding.key), as_asked(finding).passed_on)


def answer(process: Process, finding: Finding, words: Evidence, *, told_in: Interview) -> Process:
    """Takes an answer as evidence for what was asked about, and the question as answered; `told_in` is where it was given."""
    return settle(heard(process, finding.about, words, told_in=told_in), finding.key)


def heard(process: Process, about: str | None, words: Evidence, *, told_in: Interview) -> Process:
    """Adds words about a step, an arrow, or the ways out of a decision, told in an interview that may be new."""
    if told_in.name not in {interview.name for interview in process.interviews}:
        process = replace(process, interviews=(*process.interviews, told_in))
    nodes = tuple(_cited(node, words) if isinstance(node, Task) and node.id == about else node for node in process.nodes)
    decisions = {node.id for node in process.nodes if isinstance(node, Gateway) and node.id == about}
    flows = tuple(
        _cited(flow, words) if flow.id == about or (flow.source in decisions and flow.name) else flow for flow in process.flows
    )
    return replace(process, nodes=nodes, flows=flows)


def _cited(part: Part, words: Evidence) -> Part:
    return part if words in part.evidence else replace(part, evidence=(*part.evidence, words))


def _question(finding: Finding) -> tuple[str, str | None]:
    return f"{finding.text.rstrip(f' .{MARK}')}{MARK}", finding.about


def as_asked(finding: Finding) -> Finding:
    """How the analysis puts a question that was made of a doubt."""
    text, _ = _question(finding)
    return replace(finding, rule="told_open", text=text[:1].upper() + text[1:])
