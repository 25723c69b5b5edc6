from __future__ import annotations

import pytest

from interview2flow.extraction.cues import heard, opens_with
from interview2flow.languages import LANGUAGES, texts


@pytest.mark.parametrize(
    ("language", "passage", "kind"),
    [
        ("en", "No, wait, before that I check it", "repair"),
        ("en", "and in the meantime she books the hotel", "parallel"),
        ("en", "they don’t agree", "no"),
        ("sv", "nej, fel av mig, först klär jag tårtan", "repair"),
        ("sv", "parallellt med det granskar it", "parallel"),
        ("fi", "sillä aikaa ku Henna paistaa", "parallel"),
        ("fi", "mittoja puuttuu", "no"),
    ],
)
def test_a_signal_is_heard(language: str, passage: str, kind: str) -> None:
    assert kind in heard(passage, language)


def test_a_signal_is_a_whole_word() -> None:
    assert "then" not in heard("the authentication works", "en")


def test_a_passage_opens_with_its_first_words() -> None:
    assert opens_with("And if it is wrong?", "question", "en")
    assert not opens_with("It is wrong if you ask me", "if", "en")


def test_all_languages_know_the_same_kinds_of_signals() -> None:
    assert len({frozenset(texts(language, "flow")["cues"]) for language in LANGUAGES}) == 1
    assert len({frozenset(texts(language, "flow")["conditions"]) for language in LANGUAGES}) == 1
