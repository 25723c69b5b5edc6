"""Who asks and who answers."""

import pytest

from interview2flow.extraction.speakers import find_asked
from interview2flow.model import Interviewee, Transcript, Turn


def asked(*turns: tuple[str | None, str], name: str | None = None, language: str = "en") -> tuple[bool, ...]:
    person = Interviewee(name) if name else None
    said = tuple(Turn(text=text, speaker=speaker) for speaker, text in turns)
    return find_asked(Transcript(name="a", turns=said, interviewee=person), language)


@pytest.mark.parametrize(("label", "language"), [("Q", "en"), ("INTERVJUARE", "sv"), ("Haastattelija", "fi")])
def test_a_label_that_says_so_asks(label: str, language: str) -> None:
    assert asked((label, "And then?"), ("A", "I pay it."), language=language) == (True, False)


def test_everybody_but_the_interviewee_asks() -> None:
    assert asked(("Beth Langford", "Go on."), ("Curtis", "I scan it."), name="Curtis") == (True, False)


def test_labels_that_share_a_first_word_are_told_apart() -> None:
    assert asked(("Speaker 1", "So?"), ("Speaker 2", "I scan it."), name="Speaker 2") == (True, False)


def test_a_first_name_finds_the_whole_label() -> None:
    assert asked(("Mats Ek", "So?"), ("Camilla Berg", "I book it."), name="Camilla") == (True, False)


def test_without_names_the_one_who_asks_and_says_least_is_the_interviewer() -> None:
    turns = (("S1", "And what happens then?"), ("S2", "Then I open the mail and scan every invoice that came in overnight."))
    assert asked(*turns) == (True, False)


def test_without_labels_only_what_is_set_off_is_asked() -> None:
    said = (Turn(text="What then?", marker="*"), Turn(text="I pay it."))
    assert find_asked(Transcript(name="a", turns=said), "en") == (True, False)
    assert asked((None, "I wonder? I pay it.")) == (False,)
