"""Interviewees who spoke different languages are asked in their own."""

from __future__ import annotations

from interview2flow import exporters
from interview2flow.analysis import doubts, review
from interview2flow.editing import reviewing
from interview2flow.model import Interview, Interviewee
from interview2flow.returned import replies
from interview2flow.spoken import in_language, language_of, questions_for
from tests.support.processes import INTERVIEW, SOURCE, said, sketch, task

SWEDISH = Interview(name="intervju.txt", interviewee=Interviewee("Stina", "kassör"))
LONG = " och sedan måste jag titta på den en gång till innan den kan gå vidare till ekonomin" * 3
PROCESS = sketch(
    [
        task("a", "check the invoice", "Lane_unknown"),
        task("b", "betala fakturan", "Lane_unknown", evidence=(said(f"jag betalar den på fredagar{LONG}", source=SWEDISH.name),)),
    ],
    [("start", "a"), ("a", "b"), ("b", "end")],
    interviews=[INTERVIEW, SWEDISH],
)


def test_the_words_tell_the_language() -> None:
    assert language_of(PROCESS, SWEDISH.name) == "sv"
    assert language_of(PROCESS, SOURCE) == "en"  # too few words to tell: the process's own


def test_each_is_asked_in_the_own_language_and_the_answer_comes_home() -> None:
    spoken, (question,) = questions_for(PROCESS, SWEDISH.name)
    assert question.text == "Vem gör detta: ”betala fakturan”?"
    sheet = exporters.render(spoken, (question,), "questions").decode()
    assert "Hej Stina!" in sheet
    (reply,) = replies(PROCESS, "Stina.md", sheet.replace("Svar:", "Svar: Rauni.").encode())
    assert (reply.text, reply.source) == ("Rauni.", SWEDISH.name)
    assert reply.finding in review(PROCESS)


def test_what_is_settled_or_passed_on_is_so_in_every_language() -> None:
    first, second = doubts(PROCESS)
    decided = reviewing.ask(reviewing.settle(PROCESS, second.key), first)
    translated = in_language(decided, "fi")
    (left,) = review(translated)
    assert left.about == first.about
    assert left.passed_on in translated.settled
    assert in_language(decided, "en") is decided
