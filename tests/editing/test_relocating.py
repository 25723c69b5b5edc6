"""Evidence follows its words into a corrected interview."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview2flow.editing import steps
from interview2flow.editing.relocating import relocated
from interview2flow.model import Fact, FactKind, Process, Transcript, Turn
from tests.support.gold_process import gold_folders, gold_process
from tests.support.processes import SOURCE, said, sketch, task

TOLD = (said("I check the invoice"), said("I pay it", turn=1))
PROCESS = sketch(
    [
        task("a", "check the invoice", evidence=TOLD[:1], facts=(Fact(FactKind.SYSTEM, "it", TOLD[1]),)),
        task("b", "pay it", evidence=TOLD[1:]),
    ],
    [("start", "a"), ("a", "b"), ("b", "end")],
)


def spoken(*texts: str) -> Transcript:
    return Transcript(name=SOURCE, language="en", turns=tuple(Turn(text=text, speaker="Maija") for text in texts))


def test_words_that_stand_elsewhere_are_followed() -> None:
    moved = relocated(PROCESS, [spoken("Well.", "First I check the invoice, then I pay it.")])
    first, second = moved.tasks
    assert (first.evidence[0].turn, first.evidence[0].start, first.evidence[0].quote) == (1, 6, "I check the invoice")
    assert second.evidence[0] == first.facts[0].evidence
    assert (second.evidence[0].turn, second.evidence[0].start, second.evidence[0].end) == (1, 32, 40)


def test_words_that_are_gone_are_kept_as_they_were() -> None:
    assert relocated(PROCESS, [spoken("I do something else altogether.", "I pay it")]).tasks[0].evidence == TOLD[:1]


def test_dismissed_words_are_followed_too() -> None:
    dismissed = steps.dismiss(PROCESS, "b")
    moved = relocated(dismissed, [spoken("", "", "", "I pay it")])
    assert [(words.turn, words.quote) for words in moved.dismissed] == [(3, "I pay it")]


@pytest.mark.parametrize("folder", gold_folders()[:6], ids=lambda folder: folder.name)
def test_other_interviews_leave_everything_as_it_is(folder: Path) -> None:
    process: Process = gold_process(folder)
    assert relocated(process, [spoken("I pay it")]) is process
