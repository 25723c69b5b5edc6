from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest

from interview2flow.analysis import review
from interview2flow.analysis.addressee import addressee
from interview2flow.analysis.review import MOST_QUESTIONS, by_name, rule
from interview2flow.languages import LANGUAGES, texts
from interview2flow.languages.quantities import hours
from interview2flow.model import Disagreement, Matter, Question, Version
from tests.support.gold_process import EXAMPLES, gold_process
from tests.support.processes import INTERVIEW, OTHER, SOURCE, said, sketch, task

FOLDERS = sorted(gold.parent for gold in EXAMPLES.glob("*/gold.yaml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_example_gets_questions_with_somebody_to_ask(folder: Path) -> None:
    process = gold_process(folder)
    findings = review(process)
    questions = [finding for finding in findings if finding.asks]
    assert 0 < len(questions) <= MOST_QUESTIONS
    assert {finding.source for finding in questions} <= {interview.name for interview in process.interviews}
    assert [finding.severity for finding in findings] == sorted((f.severity for f in findings), reverse=True)
    assert all(finding.about is None or finding.about in process.graph for finding in findings)


def test_what_was_told_open_comes_before_what_the_program_asks() -> None:
    steps = [task(f"t{i}", f"sign paper {i}", "Lane_unknown") for i in range(20)]
    told = [Question(ask=f"who keeps paper {i}?", about=f"t{i}", source=SOURCE) for i in range(12)]
    ids = ["start", *(step.id for step in steps), "end"]
    process = sketch(steps, list(itertools.pairwise(ids)), questions=told)
    assert [finding.rule for finding in review(process) if finding.asks] == ["told_open"] * MOST_QUESTIONS


def test_one_kind_of_gap_does_not_hide_the_others() -> None:
    steps = [task(f"t{i}", f"stamp paper {i}", "Lane_unknown") for i in range(20)]
    steps.append(task("last", "approve the paper"))
    ids = ["start", *(step.id for step in steps), "end"]
    findings = review(sketch(steps, list(itertools.pairwise(ids))))
    assert {finding.rule for finding in findings} == {"unnamed_actor", "approval_without_refusal"}
    assert len(findings) <= MOST_QUESTIONS


def test_a_question_without_words_goes_to_whoever_told_what_lies_nearest() -> None:
    told = task("told", "check", evidence=(said("she checks", source=OTHER.name),))
    process = sketch([told, task("silent", "pay", evidence=())], [("start", "told"), ("told", "silent"), ("silent", "end")])
    assert addressee(process, "silent", ()) == OTHER.name
    assert addressee(process, "Flow_2", ()) == OTHER.name
    assert addressee(process, None, ()) == SOURCE


@pytest.mark.parametrize("name", by_name())
def test_each_rule_has_the_same_sentences_in_all_languages(name: str) -> None:
    def shape(language: str) -> dict[str, object]:
        words = texts(language, "review")[name]
        return {key: places(value) if isinstance(value, str) else bool(value) for key, value in words.items()}

    assert rule(name).__doc__
    assert all(shape(language) == shape("en") for language in LANGUAGES)


def places(sentence: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(sentence) if place}


@pytest.mark.parametrize(
    ("told", "language", "length"),
    [
        ("two or three days", "en", 72),
        ("a week", "en", 168),
        ("1.5 hours", "en", 1.5),
        ("quickly", "en", None),
        ("² days", "en", 24),
        ("ca 2 h/dag", "sv", 2),
        ("snitt 9 dgr", "sv", 216),
        ("två arbetsdagar", "sv", 48),
        ("Kaksi viikkoa, pahimmillaan neljä", "fi", 672),
        ("kahden kuukauden", "fi", 1440),
        ("viikon", "fi", 168),
        ("kolmesta viiteen työpäivää", "fi", 120),
    ],
)
def test_durations_can_be_compared(told: str, language: str, length: float | None) -> None:
    assert hours(told, language) == length


def test_what_two_people_tell_differently_is_never_left_out() -> None:
    steps = [task(f"t{i}", f"sign paper {i}") for i in range(10)]
    ids = ["start", *(step.id for step in steps), "end"]
    told = [Question(ask=f"who keeps paper {i}?", about=f"t{i}", source=SOURCE) for i in range(9)]
    versions = (
        Version(text="two days", evidence=(said("two days"),)),
        Version(text="a week", evidence=(said("a week", source=OTHER.name),)),
    )
    told_twice = Disagreement(matter=Matter.AMOUNT, one=versions[0], other=versions[1], about="t9")
    process = sketch(steps, list(itertools.pairwise(ids)), questions=told, interviews=[INTERVIEW, OTHER])
    asked = [finding for finding in review(replace(process, disagreements=(told_twice,))) if finding.rule == "disagreement"]
    assert [finding.source for finding in asked] == [SOURCE, OTHER.name]
