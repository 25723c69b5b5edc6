from __future__ import annotations

import pytest

from interview2flow.extraction.conditions import find_conditions
from interview2flow.extraction.conditions.candidates import after, before
from interview2flow.extraction.conditions.finding import likeliest
from interview2flow.extraction.conditions.opposite import opposite
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.thread import Thread
from tests.extraction.told import told


def passages(thread: Thread, number: int) -> list[str]:
    return [wording(thread, candidate) for candidate in before(thread, thread.tellings[number])]


def test_a_condition_stands_without_what_opens_it() -> None:
    thread = told("I **check it.", "Q: And if it *is wrong?", "Then I **return it.")
    assert "it is wrong" in passages(thread, 1)


def test_a_sentence_without_a_verb_may_be_a_condition() -> None:
    thread = told("I **check it. No order number. I **code it.")
    assert "order number" in passages(thread, 1) or "No order number" in passages(thread, 1)


def test_what_tells_a_step_is_no_condition() -> None:
    thread = told("I **check it, if it *is wrong, I **return it.")
    assert all("check" not in passage for passage in passages(thread, 1))


def test_words_behind_the_step_may_say_when_the_work_ends() -> None:
    thread = told("I **check it. If it *is wrong, that *is the end.")
    assert "it is wrong" in [wording(thread, candidate) for candidate in after(thread, thread.tellings[0])]


def test_without_training_if_is_believed() -> None:
    thread = told("I **check it. If it *is wrong, I **return it.")
    heard = likeliest(thread, None).into[1]
    assert heard is not None
    assert (heard.text, heard.probability > 0.5) == ("it is wrong", True)


def test_an_interview_without_steps_has_no_conditions() -> None:
    assert find_conditions(told("Hello there.")).into == ()


@pytest.mark.parametrize(
    ("language", "condition", "other"),
    [
        ("en", "they don't agree", "they do agree"),
        ("en", "there is a purchase order number", "there is no purchase order number"),
        ("en", "over 5,000 euros", "up to 5,000 euros"),
        ("en", "Anna sings", "not: Anna sings"),
        ("sv", "det är en bröllopstårta", "det är inte en bröllopstårta"),
        ("sv", "mer än tusen kronor", "högst tusen kronor"),
        ("sv", "kunden är inte nöjd", "kunden är nöjd"),
        ("fi", "levyä ei ole", "levyä on"),
        ("fi", "yli viisikymmentä euroa", "enintään viisikymmentä euroa"),
    ],
)
def test_the_other_side_of_a_decision(language: str, condition: str, other: str) -> None:
    assert opposite(condition, language) == other
