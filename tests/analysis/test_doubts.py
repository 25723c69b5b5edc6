from __future__ import annotations

import itertools
from dataclasses import replace
from string import Formatter

import pytest

from interview2flow.analysis import doubts, review
from interview2flow.analysis.review import MOST_QUESTIONS
from interview2flow.languages import LANGUAGES, texts
from interview2flow.model import Process, Provenance, Severity, Task
from tests.support.processes import SOURCE, choice, sketch, task


def line(*tasks: Task) -> Process:
    ids = ["start", *(one.id for one in tasks), "end"]
    return sketch(tasks, list(itertools.pairwise(ids)))


def asked(process: Process, rule: str) -> list[str]:
    return [finding.text for finding in doubts(process) if finding.rule == rule]


def test_a_plain_process_leaves_nothing_in_doubt() -> None:
    assert doubts(line(task("check", "check the invoice"), task("pay", "pay the invoice"))) == ()


def test_what_one_could_not_ask_an_interviewee_is_looked_at_all_the_same() -> None:
    process = line(*(task(f"t{i}", f"stamp paper {i}", "Lane_unknown") for i in range(20)))
    assert len(asked(process, "unnamed_actor")) == 20
    assert len(review(process)) <= MOST_QUESTIONS


def test_steps_and_roles_that_were_concluded_are_in_doubt() -> None:
    process = line(
        task("a", "open the letter", provenance=Provenance.INFERRED),
        task("b", "stamp it", confidence=0.3),
        task("c", "file it", actor=Provenance.INFERRED),
        task("d", "bin it", confidence=0.3, provenance=Provenance.EDITED),
    )
    assert asked(process, "doubtful_step") == [
        "Is “stamp it” really a step of this work?",
        "Is “open the letter” really a step of this work?",
    ]
    assert asked(process, "concluded_role") == ["Is it the clerk who does this: “file it”?"]
    assert {(finding.asks, finding.source) for finding in doubts(process)} == {(False, SOURCE)}


def test_a_doubtful_arrow_is_asked_about_once_and_straight_through_decisions() -> None:
    process = sketch(
        [task("a", "check"), choice("g"), task("b", "pay"), task("c", "file")],
        {("start", "a"): "", ("a", "g"): "", ("g", "b"): "yes", ("g", "c"): "no", ("b", "c"): "", ("c", "end"): ""},
    )
    unsure = replace(process, flows=tuple(replace(flow, confidence=0.2) for flow in process.flows))
    assert asked(unsure, "doubtful_order") == ["Does “pay” come right after “check”?", "Does “file” come right after “check”?"]
    assert asked(unsure, "uncertain_order") == ["Does “file” come right after “pay”?"]


def test_the_gravest_comes_first() -> None:
    process = line(task("a", "check", confidence=0.1), task("b", "pay", "Lane_unknown"))
    assert [finding.severity for finding in doubts(process)] == [Severity.GAP, Severity.DOUBT]


def test_what_is_settled_is_found_no_more() -> None:
    process = line(task("a", "check", confidence=0.1), task("b", "pay", "Lane_unknown"))
    gap, doubt = doubts(process)
    done = replace(process, settled=frozenset({gap.key, doubt.key}))
    assert review(process) == (gap,)
    assert review(done) == doubts(done) == ()


@pytest.mark.parametrize("rule", ["doubtful_step", "concluded_role"])
def test_all_languages_ask_with_the_same_names(rule: str) -> None:
    places = {frozenset(name for _, name, _, _ in Formatter().parse(texts(code, "review")[rule]["ask"])) for code in LANGUAGES}
    assert len(places) == 1
