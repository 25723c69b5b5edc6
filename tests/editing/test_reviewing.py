"""What is settled, passed on or answered, and how that is taken back."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.analysis import doubts, review
from interview2flow.editing import answering, reviewing
from interview2flow.editing.answering import Reply
from interview2flow.languages import texts
from interview2flow.model import Finding, Interview, Process, Question, Task, Transcript
from tests.support.processes import INTERVIEW, SOURCE, choice, said, sketch, task

WORDS = texts("en", "followup")["heard"]
ANSWERS = Interview(name="Answers — Maija, clerk", interviewee=INTERVIEW.interviewee)
PROCESS = sketch(
    [task("a", "check the invoice", confidence=0.2), task("b", "pay the invoice", "Lane_unknown")],
    [("start", "a"), ("a", "b"), ("b", "end")],
)


def only(process: Process, rule: str) -> Finding:
    (finding,) = (each for each in doubts(process) if each.rule == rule)
    return finding


def test_what_is_settled_can_be_opened_again() -> None:
    gap = only(PROCESS, "unnamed_actor")
    settled = reviewing.settle(PROCESS, gap.key)
    assert gap not in review(settled)
    assert reviewing.reopen(settled, gap) == PROCESS


def test_a_question_that_is_passed_on_stays_open_even_among_many() -> None:
    many = [task(f"t{i}", f"stamp paper {i}", "Lane_unknown") for i in range(12)]
    process = sketch(many, [("start", "t0"), *((f"t{i}", f"t{i + 1}") for i in range(11)), ("t11", "end")])
    last = [finding for finding in doubts(process) if finding.rule == "unnamed_actor"][-1]
    assert last not in review(process)
    asked = reviewing.ask(process, last)
    assert last in review(asked)
    assert last.passed_on in asked.settled
    assert reviewing.reopen(asked, last) == process


def test_a_doubt_becomes_a_question_to_whoever_told_it() -> None:
    doubt = only(PROCESS, "doubtful_step")
    asked = reviewing.ask(PROCESS, doubt)
    assert not [each for each in doubts(asked) if each.rule == "doubtful_step"]
    question = only(asked, "told_open")
    assert (question.text, question.about, question.source, question.asks) == (doubt.text, "a", SOURCE, True)
    assert question.passed_on in asked.settled
    assert reviewing.reopen(asked, doubt) == PROCESS


def test_a_remark_becomes_a_question_too() -> None:
    remark = Finding(
        rule="bottleneck", text="the work waits at “pay”: “2 days”.", severity=doubts(PROCESS)[0].severity, about="b"
    )
    asked = reviewing.ask(PROCESS, remark)
    question = only(asked, "told_open")
    assert question.text == "The work waits at “pay”: “2 days”?"
    assert question.passed_on in asked.settled


def test_an_answer_is_cited_at_its_step_and_settles_the_question() -> None:
    open_point = replace(PROCESS, questions=(Question(ask="who pays", about="b", source=SOURCE),))
    finding = only(open_point, "told_open")
    words = said("Rauni pays.", source=ANSWERS.name, turn=1)
    answered = reviewing.answer(open_point, finding, words, told_in=ANSWERS)
    node = answered.node("b")
    assert isinstance(node, Task)
    assert node.evidence[-1] == words
    assert answered.interviews == (INTERVIEW, ANSWERS)
    assert not [each for each in review(answered) if each.rule == "told_open"]
    assert only(reviewing.reopen(answered, finding), "told_open") == finding
    assert reviewing.answer(answered, finding, words, told_in=ANSWERS) == answered


def test_an_answer_about_a_decision_is_cited_at_its_ways() -> None:
    process = sketch(
        [task("a", "check"), choice("g"), task("b", "pay")],
        {("start", "a"): "", ("a", "g"): "", ("g", "b"): "all is well", ("g", "end"): "", ("b", "end"): ""},
    )
    words = said("Always.", source=ANSWERS.name)
    told = {flow.id for flow in reviewing.heard(process, "g", words, told_in=ANSWERS).flows if words in flow.evidence}
    assert told == {"Flow_3"}
    arrow = reviewing.heard(process, "Flow_2", words, told_in=ANSWERS)
    assert [flow.id for flow in arrow.flows if words in flow.evidence] == ["Flow_2"]


def test_answers_are_kept_like_an_interview() -> None:
    empty = answering.answers_of(PROCESS, SOURCE, WORDS)
    assert empty == Transcript(name=ANSWERS.name, turns=(), interviewee=INTERVIEW.interviewee, language="en")
    reply = Reply(question="Who pays?", text=" Rauni,\n in  the\x00 bank. ", source=SOURCE, about="b")
    kept, words = answering.noted(empty, reply, WORDS)
    assert [(turn.speaker, turn.text) for turn in kept.turns] == [
        ("Question", "Who pays?"),
        ("Maija", "Rauni, in the bank."),
    ]
    assert words.quote == kept.turns[words.turn].text[words.start : words.end]
    assert answering.noted(kept, reply, WORDS) == (kept, words)


def test_answers_of_nobody_in_particular_have_a_place_too() -> None:
    assert answering.answers_of(PROCESS, None, WORDS).name == "Answers"
    unknown = replace(PROCESS, interviews=(Interview(name="interview-1.txt"),))
    assert answering.answers_of(unknown, SOURCE, WORDS).name == "Answers — interview-1"


def test_an_answer_to_what_is_asked_no_more_is_cited_all_the_same() -> None:
    words = said("Rauni.", source=ANSWERS.name, turn=1)
    reply = Reply(question="Who?", text="Rauni.", source=SOURCE, about="b")
    process = answering.with_replies(PROCESS, [(reply, words, INTERVIEW.interviewee)])
    assert words in process.node("b").evidence  # type: ignore[union-attr]
    assert process.settled == PROCESS.settled
