"""What the interview itself leaves open, on hand-built parses."""

from __future__ import annotations

import pytest

from interview2flow.extraction.doubts import DoubtKind, find_doubts
from interview2flow.extraction.questions import find_questions
from interview2flow.extraction.steps.mention import Mention
from interview2flow.languages import LANGUAGES, texts
from tests.extraction.sentences import interview

RELEASED = """
It it PRON nsubj:pass 3
is be AUX aux:pass 3
released release VERB ROOT 0 VerbForm=Part|Voice=Pass
. . PUNCT punct 3
"""
WHO = """
By by ADP case 2
whom who PRON ROOT 0
? ? PUNCT punct 2
"""
GUESS = """
I I PRON nsubj 2
suppose suppose VERB ROOT 0
. . PUNCT punct 2
"""
ASK = """
I I PRON nsubj 4
'd would AUX aux 4
honestly honestly ADV advmod 4
have have VERB ROOT 0 VerbForm=Inf
to to PART mark 6
ask ask VERB xcomp 4 VerbForm=Inf
. . PUNCT punct 4
"""


def test_not_knowing_is_heard_and_whether_a_person_is_asked_for() -> None:
    (doubt,) = find_doubts(interview("en", RELEASED, WHO, ASK, asked=(False, True, False)), "en")
    assert (doubt.kinds, doubt.who, doubt.sure) == ((DoubtKind.UNKNOWN,), True, True)


def test_the_interviewer_is_not_in_doubt() -> None:
    assert find_doubts(interview("en", ASK, asked=(True,)), "en") == ()


def test_the_question_quotes_question_and_answer_and_goes_to_the_step_before() -> None:
    doc = interview("en", RELEASED, WHO, ASK, asked=(False, True, False))
    (question,) = find_questions(doc, doc._.clauses, [Mention("s1", (0,), 1.0)], {"s1": "release the payment"})
    assert question.about == "s1"
    assert question.source == "a.txt"
    assert question.evidence is not None
    assert question.evidence.quote in question.ask
    for words in ("By whom", "release the payment"):
        assert words in question.ask


def test_without_doubts_nothing_is_asked() -> None:
    doc = interview("en", RELEASED)
    assert find_questions(doc, doc._.clauses, [Mention("s1", (0,), 1.0)], {"s1": "release it"}) == ()


def test_what_is_only_guessed_is_not_asked() -> None:
    doc = interview("en", RELEASED, GUESS)
    (doubt,) = find_doubts(doc, "en")
    assert doubt.kinds == (DoubtKind.GUESSED,)
    assert find_questions(doc, doc._.clauses, [Mention("s1", (0,), 1.0)], {"s1": "release it"}) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_wordings(language: str) -> None:
    words = texts(language, "open")
    assert set(words["ask"]) == {"said", "answered", "who", "how", "case"}
    assert all(words[kind.value] for kind in DoubtKind)
