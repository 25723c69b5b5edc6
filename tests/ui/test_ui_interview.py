"""The interviews beside the flowchart: every used passage is there, and what comes back is checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview2flow.editing import steps
from interview2flow.model import Evidence, Fact, FactKind, Transcript, Turn
from interview2flow.ui.interview.pane import words_of
from interview2flow.ui.interview.passages import Use, told
from tests.support.gold_process import gold_folders, gold_process
from tests.support.processes import SOURCE, sketch, task

TEXT = "Well, I check the invoice in Visma, it takes ages. Then lunch."
TRANSCRIPT = Transcript(name=SOURCE, turns=(Turn(text="And then?", speaker="Q"), Turn(text=TEXT, speaker="Maija")))


def words(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(SOURCE, 1, start, start + len(quote), quote)


PROCESS = sketch(
    [
        task(
            "a",
            "check the invoice",
            evidence=(words("I check the invoice in Visma"),),
            facts=(Fact(FactKind.SYSTEM, "Visma", words("Visma")), Fact(FactKind.COMPLAINT, "ages", words("it takes ages"))),
        )
    ],
    [("start", "a"), ("a", "end")],
)


def test_each_passage_says_what_it_was_used_for() -> None:
    question, answer = told(PROCESS, TRANSCRIPT)
    assert [(piece.text, piece.use, piece.element) for piece in answer.pieces] == [
        ("Well, ", None, None),
        ("I check the invoice in ", Use.STEP, "a"),
        ("Visma", Use.THING, "a"),
        (", ", None, None),
        ("it takes ages", Use.COMPLAINT, "a"),
        (". Then lunch.", None, None),
    ]
    assert (question.who, answer.who) == ("Q", "Maija")


def test_dismissed_words_stay_visible_as_such() -> None:
    pieces = told(steps.dismiss(PROCESS, "a"), TRANSCRIPT)[1].pieces
    assert [(piece.text, piece.use) for piece in pieces if piece.use] == [("I check the invoice in Visma", Use.DISMISSED)]


def test_no_word_of_an_interview_is_lost() -> None:
    for folder in gold_folders()[:6]:
        process = gold_process(folder)
        for name in {said.source for node in process.tasks for said in node.evidence}:
            transcript = Transcript(name=name, turns=tuple(Turn(text=f"{folder.name} {n}" * 40) for n in range(60)))
            for turn, shown in zip(transcript.turns, told(process, transcript), strict=True):
                assert "".join(piece.text for piece in shown.pieces) == turn.text


def test_marked_words_are_taken_from_the_interview_itself() -> None:
    message = {"source": SOURCE, "turn": 1, "start": 6, "end": 25, "quote": "<script>"}
    assert words_of(message, [TRANSCRIPT]) == words("I check the invoice")


@pytest.mark.parametrize(
    "message",
    [
        None,
        {"source": "elsewhere.txt", "turn": 1, "start": 0, "end": 4},
        {"source": SOURCE, "turn": 9, "start": 0, "end": 4},
        {"source": SOURCE, "turn": 1, "start": 4, "end": 4},
        {"source": SOURCE, "turn": 1, "start": -3, "end": 4},
        {"source": SOURCE, "turn": 1, "start": 0, "end": 4000},
        {"source": SOURCE, "turn": "1", "start": 0, "end": 4},
    ],
)
def test_what_marks_no_words_is_passed_over(message: object) -> None:
    assert words_of(message, [replace(TRANSCRIPT)]) is None
