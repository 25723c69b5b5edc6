"""All rules over one process."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from typing import Final, cast

from interview2flow.analysis import rules
from interview2flow.analysis.addressee import addressee
from interview2flow.analysis.remark import Remark, Rule
from interview2flow.languages import texts
from interview2flow.model import Finding, Process

MOST_QUESTIONS: Final = 8
"""More than this nobody answers in one go; the manual's gaps show the rest."""

MOST_OF_ONE_KIND: Final = 4
"""So that one kind of gap does not hide all others."""

MOST_REMARKS: Final = 10
"""Of a rule that asks nothing: the rest would only repeat what the manual's tables show."""

RAISED: Final = ("disagreement", "told_open")
"""The rules whose questions are the interviewees' own: they come before all that the program would like to know."""


def review(process: Process) -> tuple[Finding, ...]:
    """What to look at and whom to ask, most consequential first.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    found = {name: tuple(findings(process, name)) for name in ranked()}
    asked = set(most_useful([found[name] for name in ranked() if rule(name).ASKS], passed_on=process.settled))
    kept = (
        [finding for finding in found[name] if finding in asked] if rule(name).ASKS else found[name][:MOST_REMARKS]
        for name in ranked()
    )
    return tuple(chain.from_iterable(kept))


@cache
def ranked() -> tuple[str, ...]:
    """The rules' ids, the most consequential first."""
    return tuple(sorted(by_name(), key=lambda name: (-rule(name).SEVERITY, -rule(name).WEIGHT, name)))


@cache
def by_name() -> tuple[str, ...]:
    """The ids of all rules there are."""
    return tuple(sorted(module.name for module in iter_modules(rules.__path__)))


@cache
def rule(name: str) -> Rule:
    """The rule with this id."""
    return cast("Rule", import_module(f"{rules.__name__}.{name}"))


def findings(process: Process, name: str) -> Iterator[Finding]:
    """What one rule finds, each thing said once; not what the coordinator is done with."""
    said: set[tuple[str, str | None, str | None]] = set()
    for remark in rule(name).remarks(process, texts(process.language, "review")[name]):
        found = finding(process, name, remark)
        if (thing := (found.text, found.about, found.source)) not in said and found.key not in process.settled:
            said.add(thing)
            yield found


def finding(process: Process, name: str, remark: Remark) -> Finding:
    """A remark with its weight, and with whom to ask."""
    asks = rule(name).ASKS
    return Finding(
        rule=name,
        text=remark.text,
        severity=rule(name).SEVERITY,
        about=remark.about,
        source=(remark.source or addressee(process, remark.about, remark.evidence)) if asks else None,
        evidence=remark.evidence,
        asks=asks,
    )


def most_useful(questions: Sequence[tuple[Finding, ...]], *, passed_on: Collection[str] = ()) -> Iterator[Finding]:
    """The questions worth an interviewee's time, of those given by rule, the most consequential rule first.

    What the coordinator passes on comes in full; then what the interviewees raised, by what they told differently or by saying
    that they do not know. Beside that, one question a step is enough for one round; a question that is put to several of them
    is one, put to all.
    """
    passed = [q for group in questions for q in group if q.passed_on in passed_on]
    told = [q for rule_id in RAISED for group in questions for q in group if q.rule == rule_id and q not in passed]
    first_told = list(dict.fromkeys((q.text, q.about) for q in told))[: max(0, MOST_QUESTIONS - len(passed))]
    raised = [*passed, *(q for q in told if (q.text, q.about) in first_told)]
    yield from raised
    once: dict[str | None, Finding] = {question.about: question for question in raised}
    left = MOST_QUESTIONS - len({(question.text, question.about) for question in raised})
    others = ([question for question in group if question not in raised] for group in questions)
    for question in chain.from_iterable(map(_of_one_kind, others)):
        first = once.setdefault(question.about, question)
        left -= first is question
        if left >= 0 and question.text == first.text:
            yield question


def _of_one_kind(group: Sequence[Finding]) -> Iterator[Finding]:
    """The first few of a rule's questions, each with all whom it is put to."""
    first = list(dict.fromkeys(question.text for question in group))[:MOST_OF_ONE_KIND]
    return (question for question in group if question.text in first)
