"""What belongs to the process as a whole: its language, interviews, questions, disagreements, and what is settled.

All stand in the process's `bpmn:extensionElements`.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, choice
from interview2flow.exporters.bpmn.evidence import evidence_in, write_evidence
from interview2flow.exporters.bpmn.vocabulary import I2F
from interview2flow.model import Disagreement, Evidence, Interview, Interviewee, Matter, Process, Question, Version

ABOUT: Final = I2F + "process"
INTERVIEW: Final = I2F + "interview"
INTERVIEWEE: Final = I2F + "interviewee"
QUESTION: Final = I2F + "question"
DISAGREEMENT: Final = I2F + "disagreement"
VERSION: Final = I2F + "version"
SETTLED: Final = I2F + "settled"
DISMISSED: Final = I2F + "dismissed"
VERSIONS: Final = 2


def write_process(parent: etree._Element, process: Process) -> None:
    """Adds the language, the interviews and what they leave open."""
    add(parent, ABOUT, language=process.language, title=process.title)
    for interview in process.interviews:
        element = add(parent, INTERVIEW, name=interview.name)
        if (who := interview.interviewee) is not None:
            add(element, INTERVIEWEE, name=who.name, role=who.role)
    for question in process.questions:
        element = add(parent, QUESTION, ask=question.ask, about=question.about, source=question.source)
        if question.evidence:
            write_evidence(element, question.evidence)
    for disagreement in process.disagreements:
        _write_disagreement(parent, disagreement)
    for key in sorted(process.settled):
        add(parent, SETTLED, key=key)
    for words in process.dismissed:
        write_evidence(add(parent, DISMISSED), words)


def _write_disagreement(parent: etree._Element, disagreement: Disagreement) -> None:
    element = add(parent, DISAGREEMENT, matter=disagreement.matter, about=disagreement.about)
    for version in (disagreement.one, disagreement.other):
        told = add(element, VERSION, text=version.text)
        for said in version.evidence:
            write_evidence(told, said)


def language_in(extensions: etree._Element | None) -> str | None:
    """The process's language, None in files that are not ours."""
    about = None if extensions is None else extensions.find(ABOUT)
    return None if about is None else about.get("language")


def interviews_in(extensions: etree._Element | None) -> tuple[Interview, ...]:
    """The interviews that the process was drawn from."""
    found = () if extensions is None else extensions.iterchildren(INTERVIEW)
    return tuple(Interview(name=element.get("name", ""), interviewee=_interviewee(element)) for element in found)


def questions_in(extensions: etree._Element | None) -> tuple[Question, ...]:
    """What the interviews leave open."""
    found = () if extensions is None else extensions.iterchildren(QUESTION)
    return tuple(_question(element) for element in found)


def disagreements_in(extensions: etree._Element | None) -> tuple[Disagreement, ...]:
    """Where the interviews contradict each other."""
    found = () if extensions is None else extensions.iterchildren(DISAGREEMENT)
    return tuple(_disagreement(element) for element in found if len(element.findall(VERSION)) == VERSIONS)


def settled_in(extensions: etree._Element | None) -> frozenset[str]:
    """The keys of what the coordinator is done with."""
    found = () if extensions is None else extensions.iterchildren(SETTLED)
    return frozenset(element.get("key", "") for element in found)


def dismissed_in(extensions: etree._Element | None) -> tuple[Evidence, ...]:
    """The words that tell no step after all."""
    found = () if extensions is None else extensions.iterchildren(DISMISSED)
    return tuple(words for element in found for words in evidence_in(element))


def _disagreement(element: etree._Element) -> Disagreement:
    one, other = (Version(text=told.get("text", ""), evidence=evidence_in(told)) for told in element.iterchildren(VERSION))
    return Disagreement(matter=choice(element, "matter", Matter), one=one, other=other, about=element.get("about"))


def _interviewee(element: etree._Element) -> Interviewee | None:
    who = element.find(INTERVIEWEE)
    return None if who is None else Interviewee(who.get("name"), who.get("role"))


def _question(element: etree._Element) -> Question:
    return Question(
        ask=element.get("ask", ""),
        about=element.get("about"),
        source=element.get("source"),
        evidence=next(iter(evidence_in(element)), None),
    )
