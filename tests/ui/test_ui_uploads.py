from __future__ import annotations

from interview2flow.errors import EmptyInterviewError, UnknownFormatError
from interview2flow.model import Interviewee
from interview2flow.ui import examples, library
from interview2flow.ui.texts import LANGUAGES
from interview2flow.ui.uploads import interviewee, told_apart, upload

TALK = b"Interviewer: What do you do?\n\nMaija: I check the invoice and then I send it to the manager for approval.\n"


def test_a_readable_file_says_who_speaks_and_how_much() -> None:
    read = upload("talk.txt", TALK)
    assert read.problem is None
    assert read.speakers == ("Maija", "Interviewer")
    assert read.words > 15


def test_a_bad_file_carries_its_reason() -> None:
    assert isinstance(upload("talk.xls", TALK).problem, UnknownFormatError)
    assert isinstance(upload("talk.txt", b" \n").problem, EmptyInterviewError)


def test_nothing_of_a_path_is_kept() -> None:
    assert upload("C:\\secret\\talk.txt", TALK).name == "talk.txt"
    assert upload("../../talk.txt", TALK).name == "talk.txt"


def test_files_of_one_name_are_told_apart() -> None:
    first, second, third = told_apart([upload("talk.txt", TALK), upload("talk.txt", TALK), upload("talk (2).txt", TALK)])
    assert [first.name, second.name] == ["talk.txt", "talk (2).txt"]
    assert third.name not in {first.name, second.name}
    assert second.transcript is not None
    assert second.transcript.name == "talk (2).txt"


def test_who_was_interviewed_may_be_left_open() -> None:
    assert interviewee(" ", None) is None
    assert interviewee("Maija ", "") == Interviewee("Maija", None)


def test_there_is_an_example_in_each_language() -> None:
    for language in LANGUAGES:
        shown = examples.example(language)
        assert shown.interview.problem is None, language
        assert shown.interview.transcript is not None
        assert shown.interview.transcript.interviewee is not None


def test_file_names_suit_every_system() -> None:
    assert library.file_name("Paying: an/invoice?", "manual", "docx") == "Paying an invoice - manual.docx"
    assert library.file_name("", "questions", "questions") == "questions.md"
    assert library.file_name("a" * 300, "manual", "docx").endswith("a - manual.docx")
    assert len(library.file_name("a" * 300, "manual", "docx")) < 120
