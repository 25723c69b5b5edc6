"""Every way of marking speakers and times in written transcripts."""

from __future__ import annotations

import pytest

from interview2flow import readers
from tests.readers.reading import shown

TALK = [
    ("Interviewer", "What comes first?"),
    ("Anna", "I open it."),
    ("Interviewer", "And then?"),
    ("Anna", "I pay it: at once."),
]


def written(form: str) -> str:
    """The talk in one form; `{t}` is a growing time in seconds."""
    return "\n\n".join(form.format(who=who, what=what, t=i + 2) for i, (who, what) in enumerate(TALK))


@pytest.mark.parametrize(
    ("form", "timed"),
    [
        ("{who}: {what}", False),
        ("{who}:\n{what}", False),
        ("**{who}:** {what}", False),
        ("[00:00:0{t}] {who}: {what}", True),
        ("00:00:0{t} {who}: {what}", True),
        ("00:00:0{t} {who}\n{what}", True),
        ("[0:0{t}] {who}\n{what}", True),
        ("{who}  0:0{t}\n{what}", True),
        ("{who} (00:0{t}):\n{what}", True),
        ("{who} [0:0{t}]: {what}", True),
        ("0:0{t} - 0:09 {who}\n{what}", True),
        ("0:0{t}\n{who}: {what}", True),
    ],
)
def test_each_form_gives_the_same_talk(form: str, timed: bool) -> None:
    ending = "md" if "*" in form else "txt"
    times = [f"@{i + 2}" if timed else "" for i in range(len(TALK))]
    assert shown(written(form), ending) == [f"{who}{time}: {what}" for (who, what), time in zip(TALK, times, strict=True)]


def test_capitals_and_lines_without_gaps() -> None:
    assert shown("OWEN: Ready?\nANNELIESE: Yes.\nOWEN: Then go.\nANNELIESE: I do.") == [
        "OWEN: Ready?",
        "ANNELIESE: Yes.",
        "OWEN: Then go.",
        "ANNELIESE: I do.",
    ]


def test_what_stands_above_the_first_speaker_is_a_heading() -> None:
    text = "Interview: payables\nPresent: Anna, interviewer\n\nQ: What is it?\n\nA: Mail.\n\nQ: And?\n\nA: More mail."
    assert shown(text)[:3] == ["# Interview: payables", "# Present: Anna, interviewer", "Q: What is it?"]


def test_a_legend_declares_speakers() -> None:
    text = "Talk 7\nI = interviewer, P1 = mechanic\n\nI: Well?\n\nP1: I drive there."
    assert shown(text) == ["# Talk 7", "# I = interviewer, P1 = mechanic", "I: Well?", "P1: I drive there."]


def test_paragraphs_without_label_go_on_with_the_speaker() -> None:
    text = "Interviewer: Well?\n\nAnna: I open it.\nNote: it is paper.\n\nThen I pay it.\n\nInterviewer: Fine.\n\nAnna: Yes."
    assert shown(text)[1] == "Anna: I open it. Note: it is paper. Then I pay it."


def test_somebody_who_speaks_once_is_a_speaker() -> None:
    text = "Interviewer: Well?\n\nAnna: I open it.\n\nBo Ek: Hello.\n\nInterviewer: And?\n\nAnna: I pay it."
    assert "Bo Ek: Hello." in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Supplier: Acme\nAmount: 500\nDue: 30 days",
        "First we look.\n\nNote: only on Fridays.\n\nThen we go.\n\nNote: not in July.\n\nAnd we pay.",
        "I open it.\n\nImportant: never on paper.\n\nThen I pay.\n\nImportant: by bank.\n\nThat is it.\n\nReally.",
        "- phone: the desk\n- letter: Anna\n- phone: the desk again",
        "The meeting is at 10:30\n\nWe come.",
    ],
)
def test_words_before_a_colon_are_not_always_speakers(text: str) -> None:
    assert {turn.speaker for turn in readers.read("a.txt", text.encode()).turns} == {None}
    assert "".join(letter for line in shown(text) for letter in line if letter.isalnum()) == "".join(filter(str.isalnum, text))


def test_speakers_are_never_invented() -> None:
    assert shown("What do you do?\n\nI open the mail.") == ["What do you do?", "I open the mail."]
