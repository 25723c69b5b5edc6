from __future__ import annotations

import numpy as np
import pytest

from interview2flow.errors import WordsNotFoundError
from interview2flow.extraction import extract
from interview2flow.extraction.ensemble import Ensemble
from interview2flow.extraction.explaining import Explanation, Part, explain, explain_places
from interview2flow.extraction.explaining.influence import influences
from interview2flow.extraction.explaining.lines import lines
from interview2flow.extraction.forest import Forest
from interview2flow.model import Interviewee, Transcript, Turn

TOLD = Transcript(
    name="a.txt",
    turns=(
        Turn(text="How does it begin?", speaker="Q"),
        Turn(text="I started here in 2011. First I open the mailbox. Then I check\nthe invoice in Parsona.", speaker="Anna"),
    ),
    language="en",
    interviewee=Interviewee("Anna", "clerk"),
)


def part(explanation: Explanation, question: str) -> Part:
    return next(part for part in explanation.parts if part.question == question)


def test_a_step_is_explained_with_all_that_was_decided_about_it() -> None:
    (found,) = explain(TOLD, "check the INVOICE")
    assert found.turn == 2
    assert found.words.endswith("I check the invoice in Parsona")
    step = part(found, "Is it a step?")
    assert step.answer.startswith("yes")
    assert any(influence.change > 0 for influence in step.influences)
    who = part(found, "Who does it?")
    assert who.answer == "clerk (stated)"
    assert who.options[0].text == "clerk"
    likely = [option.probability for option in who.options]
    assert likely == sorted(likely, reverse=True)
    assert "open the mailbox" in part(found, "What comes before it?").answer


def test_the_probability_is_the_one_that_the_draft_has() -> None:
    step = next(step for step in extract(TOLD).steps if "invoice" in step.label)
    (found,) = explain_places(TOLD, step.evidence)
    assert f"{step.confidence:.2f}" in part(found, "Is it a step?").answer


def test_what_is_no_step_is_explained_as_well() -> None:
    (found,) = explain(TOLD, "I started here")
    assert [each.question for each in found.parts] == ["Is it a step?"]
    assert found.parts[0].answer.startswith("no")


@pytest.mark.parametrize("words", ["we burn the invoice", " "])
def test_words_that_nobody_says(words: str) -> None:
    with pytest.raises(WordsNotFoundError):
        explain(TOLD, words)


def test_an_explanation_as_text() -> None:
    (found,) = explain(TOLD, "check the invoice")
    text = list(lines(found))
    assert text[0].startswith("turn 2: “")
    assert any(line.strip().startswith("for: ") for line in text)


def test_what_moved_a_score_is_measured_against_what_is_usual() -> None:
    forest = Forest(
        feature=np.array([0, 1], dtype=np.int32),
        threshold=np.array([0.5, 0.5]),
        left=np.array([-1, -3], dtype=np.int32),
        right=np.array([-2, -4], dtype=np.int32),
        leaf=np.array([-1.0, 1.0, 0.5, -0.5]),
        roots=np.array([0, 1], dtype=np.int32),
    )
    rows = np.array([[0.0, 0.0, 3.0], [0.0, 0.0, 3.0], [1.0, 1.0, 7.0]])
    found = influences(Ensemble(forest), rows, 2, ("told now", "asked", "idle"))
    assert [(each.name, each.value, each.usual, each.change) for each in found] == [
        ("told now", 1.0, 0.0, 2.0),
        ("asked", 1.0, 0.0, -1.0),
    ]
    assert influences(Ensemble(forest), rows, 0, ("told now", "asked", "idle")) == ()
