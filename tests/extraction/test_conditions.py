from __future__ import annotations

import pytest

from interview2flow.extraction.conditions import find_conditions
from interview2flow.extraction.conditions.candidates import Candidate, after, before
from interview2flow.extraction.conditions.finding import likeliest
from interview2flow.extraction.conditions.opposite import opposite
from interview2flow.extraction.conditions.reading import Reader
from interview2flow.extraction.conditions.wording import wording
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.thread import Thread, spin
from tests.extraction.sentences import interview
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


CHECK = """
I I PRON nsubj 2 Person=1
check check VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 4
invoice invoice NOUN obj 2 Number=Sing
. . PUNCT punct 2
"""
IF_WRONG = """
{word} {word} SCONJ mark 4
it it PRON nsubj 4 Number=Sing
is be AUX cop 4
wrong wrong ADJ advcl 6
I I PRON nsubj 6 Person=1
return return VERB ROOT 0 Tense=Pres|VerbForm=Fin
it it PRON obj 6
. . PUNCT punct 6
"""
ASKED = """
Is be AUX cop 4
the the DET det 3
form form NOUN nsubj 4
complete complete ADJ ROOT 0
? ? PUNCT punct 4
"""


def read(*sentences: str, clause: int) -> str:
    doc = interview("en", *sentences)
    steps = [number for number, one in enumerate(doc._.clauses) if doc[one.head].text in {"check", "return"}]
    thread = spin(doc, doc._.clauses, [Mention(f"s{number}", (number,), 1.0) for number in steps])
    told = doc._.clauses[clause]
    return Reader(thread).read(Candidate(told.start, told.end, told))


def test_a_pronoun_is_named_where_it_is_clear_what_it_stands_for() -> None:
    assert read(CHECK, IF_WRONG.format(word="If"), clause=1) == "the invoice is wrong"


def test_unless_says_the_opposite() -> None:
    assert read(CHECK, IF_WRONG.format(word="Unless"), clause=1) == "the invoice is not wrong"


def test_a_question_reads_as_a_statement() -> None:
    assert read(CHECK, ASKED, clause=1) == "the form is complete"


def test_what_names_nothing_is_no_condition() -> None:
    thread = told("I **check it, if they *are, I **return it.")
    they = thread.tree.lower.index("they")
    thread.tree.pos[they] = thread.tree.pos[they + 1] = "PRON"
    assert wording(thread, Candidate(they, they + 2, None)) == ""


@pytest.mark.parametrize(
    ("language", "condition", "other"),
    [
        ("en", "they don't agree", "they do agree"),
        ("en", "there is a purchase order number", "there is no purchase order number"),
        ("en", "over 5,000 euros", "up to 5,000 euros"),
        ("en", "the sale is over", "the sale is not over"),
        ("en", "urgent", "not urgent"),
        ("en", "Anna sings in the big choir", "otherwise"),
        ("fi", "ei auta", "muuten"),
        ("sv", "det är en bröllopstårta", "det är inte en bröllopstårta"),
        ("sv", "mer än tusen kronor", "högst tusen kronor"),
        ("sv", "kunden är inte nöjd", "kunden är nöjd"),
        ("fi", "levyä ei ole", "levyä on"),
        ("fi", "yli viisikymmentä euroa", "enintään viisikymmentä euroa"),
    ],
)
def test_the_other_side_of_a_decision(language: str, condition: str, other: str) -> None:
    assert opposite(condition, language) == other
