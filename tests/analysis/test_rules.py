from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from interview2flow.analysis import review
from interview2flow.model import (
    Disagreement,
    Fact,
    FactKind,
    Finding,
    GatewayKind,
    Matter,
    Process,
    Provenance,
    Question,
    SequenceFlow,
    Task,
    Version,
)
from tests.support.processes import INTERVIEW, OTHER, SOURCE, choice, said, sketch, task

CHECK = task("check", "check the invoice")
PAY = task("pay", "pay the invoice")


def found(process: Process, rule: str) -> list[Finding]:
    return [finding for finding in review(process) if finding.rule == rule]


def line(*tasks: Task) -> Process:
    ids = ["start", *(one.id for one in tasks), "end"]
    return sketch(tasks, list(itertools.pairwise(ids)))


def test_a_plain_process_leaves_nothing_open() -> None:
    assert review(line(CHECK, PAY)) == ()


def test_who_does_a_step_that_nobody_is_named_for() -> None:
    (finding,) = found(line(CHECK, task("sign", "sign the payment", "Lane_unknown")), "unnamed_actor")
    assert (finding.about, finding.source, finding.asks) == ("sign", SOURCE, True)
    assert finding.text == "Who does this: “sign the payment”?"
    assert finding.evidence == (said("we sign the payment"),)


def test_what_the_interviewee_left_open_goes_to_that_interviewee() -> None:
    question = Question(
        ask="who releases it", about="pay", source=OTHER.name, evidence=said("I'd have to ask", source=OTHER.name)
    )
    process = sketch([PAY], [("start", "pay"), ("pay", "end")], questions=[question], interviews=[INTERVIEW, OTHER])
    (finding,) = found(process, "told_open")
    assert (finding.text, finding.about, finding.source) == ("Who releases it?", "pay", OTHER.name)


def test_the_same_question_to_two_people_is_asked_twice() -> None:
    questions = [Question(ask="Who pays?", about="pay", source=name) for name in (SOURCE, OTHER.name)]
    process = sketch([PAY], [("start", "pay"), ("pay", "end")], questions=[*questions, *questions])
    assert [finding.source for finding in found(process, "told_open")] == [SOURCE, OTHER.name]


def test_a_decision_with_one_branch_only() -> None:
    arrows = {("start", "check"): "", ("check", "choice"): "", ("choice", "pay"): "the amount is right", ("pay", "end"): ""}
    (finding,) = found(sketch([CHECK, choice("choice"), PAY], arrows), "one_sided_decision")
    assert finding.about == "check"
    assert "“the amount is right”" in finding.text


def test_a_step_that_is_only_skipped_asks_nothing() -> None:
    arrows = {
        ("start", "check"): "",
        ("check", "choice"): "",
        ("choice", "correct"): "the amount is wrong",
        ("choice", "pay"): "",
        ("correct", "pay"): "",
        ("pay", "end"): "",
    }
    process = sketch([CHECK, choice("choice"), task("correct", "correct the invoice"), PAY], arrows)
    assert found(process, "one_sided_decision") == []


def test_a_branch_without_words_that_goes_elsewhere_is_asked_about() -> None:
    arrows = {
        ("start", "check"): "",
        ("check", "choice"): "",
        ("choice", "pay"): "the amount is right",
        ("choice", "shred"): "",
        ("pay", "end"): "",
        ("shred", "end"): "",
    }
    process = sketch([CHECK, choice("choice"), PAY, task("shred", "shred the invoice")], arrows)
    assert len(found(process, "one_sided_decision")) == 1


def test_a_decision_without_a_criterion() -> None:
    arrows = [("start", "check"), ("check", "choice"), ("choice", "pay"), ("choice", "end"), ("pay", "end")]
    (finding,) = found(sketch([CHECK, choice("choice"), PAY], arrows), "decision_without_criterion")
    assert finding.text == "After “check the invoice”, what decides between “pay the invoice” and “end”?"


def test_parallel_work_needs_no_criterion() -> None:
    fork, join = choice("fork", GatewayKind.PARALLEL), choice("join", GatewayKind.PARALLEL)
    arrows = [("start", "fork"), ("fork", "check"), ("fork", "pay"), ("check", "join"), ("pay", "join"), ("join", "end")]
    assert review(sketch([fork, CHECK, PAY, join], arrows)) == ()


def test_an_approval_of_which_only_the_yes_is_told() -> None:
    approve = task("approve", "approve the invoice", "Lane_manager")
    (finding,) = found(line(CHECK, approve, PAY), "approval_without_refusal")
    assert finding.text == "“approve the invoice”: what happens if the answer of the manager is no?"


def test_an_approval_that_may_be_refused_asks_nothing() -> None:
    approve = task("approve", "approve the invoice")
    arrows = {
        ("start", "approve"): "",
        ("approve", "choice"): "",
        ("choice", "pay"): "approved",
        ("choice", "end"): "rejected",
        ("pay", "end"): "",
    }
    assert review(sketch([approve, choice("choice"), PAY], arrows)) == ()


@pytest.mark.parametrize("waiting", [(), (Fact(FactKind.WAIT_TIME, "two weeks"),)])
def test_a_request_that_nobody_answers(waiting: tuple[Fact, ...]) -> None:
    (finding,) = found(line(task("ask", "ask the customer for the address", facts=waiting)), "unanswered_request")
    assert ("two weeks" in finding.text) == bool(waiting)


def test_steps_that_lead_nowhere_or_come_from_nowhere() -> None:
    process = sketch([CHECK, PAY], [("start", "check"), ("pay", "end")])
    assert [(finding.about, finding.text.split()[0]) for finding in found(process, "dangling_step")] == [
        ("check", "What"),
        ("pay", "When"),
    ]


def test_two_interviews_that_name_different_roles() -> None:
    theirs = task("theirs", "Check the invoice", "Lane_manager", evidence=(said("she checks", source=OTHER.name),))
    (finding,) = found(line(CHECK, theirs), "disagreement")
    assert "clerk" in finding.text
    assert "manager" in finding.text
    assert {evidence.source for evidence in finding.evidence} == {SOURCE, OTHER.name}


def test_two_versions_are_put_to_both_with_the_words_of_both() -> None:
    versions = (
        Version(text="an hour", evidence=(said("an hour"),)),
        Version(text="a day", evidence=(said("a day", source=OTHER.name),)),
    )
    told = Disagreement(matter=Matter.AMOUNT, one=versions[0], other=versions[1], about="check")
    asked = found(replace(line(CHECK), disagreements=(told,)), "disagreement")
    assert [finding.source for finding in asked] == [SOURCE, OTHER.name]
    assert {finding.text for finding in asked} == {"“check the invoice”: one says “an hour”, the other “a day”. Which is right?"}
    assert all(finding.evidence == (*versions[0].evidence, *versions[1].evidence) for finding in asked)


def test_who_does_it_is_no_longer_asked_once_the_coordinator_has_said_so() -> None:
    told = Disagreement(
        matter=Matter.ACTOR,
        one=Version(text="clerk", evidence=(said("I check it"),)),
        other=Version(text="manager", evidence=(said("he checks it", source=OTHER.name),)),
        about="check",
    )
    open_ = replace(line(CHECK), disagreements=(told,))
    assert len(found(open_, "disagreement")) == 2
    settled = replace(line(replace(CHECK, actor=Provenance.EDITED)), disagreements=(told,))
    assert not found(settled, "disagreement")


def test_a_disagreement_about_a_step_that_is_gone_is_not_asked() -> None:
    told = Disagreement(matter=Matter.AMOUNT, one=Version(text="1"), other=Version(text="2"), about="gone")
    assert not found(replace(line(CHECK), disagreements=(told,)), "disagreement")


def test_an_order_with_little_to_go_by() -> None:
    process = line(CHECK, PAY)
    doubtful = SequenceFlow(id="Flow_2", source="check", target="pay", provenance=Provenance.INFERRED, confidence=0.3)
    process = replace(process, flows=(process.flows[0], doubtful, process.flows[2]))
    (finding,) = found(process, "uncertain_order")
    assert finding.about == "Flow_2"


def test_long_waits_come_longest_first_and_short_ones_not_at_all() -> None:
    def waiting(task_id: str, how_long: str) -> Task:
        return task(task_id, f"do {task_id}", facts=(Fact(FactKind.WAIT_TIME, how_long),))

    process = line(waiting("a", "two days"), waiting("b", "a month"), waiting("c", "an hour"))
    assert [finding.about for finding in found(process, "bottleneck")] == ["b", "a"]


def test_complaints_are_told_but_not_asked() -> None:
    slow = Fact(FactKind.COMPLAINT, "it is so slow", said("it is so slow"))
    (finding,) = found(line(replace(CHECK, facts=(slow,))), "complaint")
    assert not finding.asks
    assert finding.source is None
    assert "it is so slow" in finding.text
