from __future__ import annotations

from dataclasses import replace

import pytest

from interview2flow.assembly import assemble
from interview2flow.model import Actor, Evidence, Extraction, Fact, FactKind, Matter, Process, Provenance, Question
from tests.assembly.assembly_builders import WORDING, arrows, extraction, step, transcript


def merged(first: Extraction, second: Extraction, *, who: tuple[str | None, str | None] = (None, None)) -> Process:
    return assemble([first, second], [transcript("a.txt", who[0]), transcript("b.txt", who[1])], wording=WORDING)


def test_the_same_step_told_by_two_stands_once_with_both_quotes() -> None:
    process = merged(
        extraction("start > s1", "s1 > end", steps=(step("s1", "write the job ad"),)),
        extraction("start > s1", "s1 > end", steps=(step("s1", "write the ad", source="b.txt"),), source="b.txt"),
    )
    assert [task.name for task in process.tasks] == ["write the job ad"]
    assert [e.source for e in process.tasks[0].evidence] == ["a.txt", "b.txt"]


def test_whoever_knows_the_steps_between_is_followed() -> None:
    process = merged(
        extraction("start > x", "x > z", "z > end", steps=(step("x", "open case x"), step("z", "close the file z"))),
        extraction(
            "start > x", "x > y", "y > z", "z > end", source="b.txt",
            steps=(step("x", "open case x"), step("y", "phone the bank y"), step("z", "close the file z")),
        ),
    )  # fmt: skip
    assert arrows(process) == {"start > x", "x > y", "y > z", "z > end"}


def test_the_second_one_goes_on_where_the_first_one_ends() -> None:
    process = merged(
        extraction("start > x", "x > y", "y > end", steps=(step("x", "open case x"), step("y", "phone the bank y"))),
        extraction("start > y", "y > z", "z > end", source="b.txt", steps=(step("y", "phone the bank y"), step("z", "pay z"))),
    )
    assert arrows(process) == {"start > x", "x > y", "y > z", "z > end"}


def test_interviews_without_a_common_step_follow_each_other() -> None:
    process = merged(
        extraction("start > x", "x > end", steps=(step("x", "open case x"),)),
        extraction("start > z", "z > end", steps=(step("z", "pay bill z"),), source="b.txt"),
    )
    assert arrows(process) == {"start > x", "x > z", "z > end"}


def contradicting(who: tuple[str | None, str | None]) -> Process:
    return merged(
        extraction("start > s", "s > end", steps=(step("s", "call the references", "manager"),)),
        extraction("start > s", "s > end", steps=(step("s", "call the references", "HR", source="b.txt"),), source="b.txt"),
        who=who,
    )


def test_two_versions_of_who_does_it_are_both_kept() -> None:
    process = contradicting((None, None))
    lane = process.lane_of(process.tasks[0])
    assert lane is not None
    assert (lane.name, lane.named) == ("Role not stated", False)
    (told,) = process.disagreements
    assert (told.matter, told.about) == (Matter.ACTOR, "Activity_1")
    assert [(v.text, [e.source for e in v.evidence]) for v in (told.one, told.other)] == [
        ("manager", ["a.txt"]),
        ("HR", ["b.txt"]),
    ]


@pytest.mark.parametrize("who", [(None, "Dunja, HR"), ("Callum, manager", None)])
def test_who_says_that_it_is_the_own_work_is_believed_and_the_other_version_kept(who: tuple[str | None, str | None]) -> None:
    process = contradicting(who)
    assert [lane.name for lane in process.lanes] == ["HR" if who[1] else "manager"]
    assert [told.matter for told in process.disagreements] == [Matter.ACTOR]


def test_two_who_both_claim_the_work_leave_it_open() -> None:
    process = contradicting(("Callum, manager", "Dunja, HR"))
    assert [lane.named for lane in process.lanes] == [False]
    assert len(process.disagreements) == 1


def test_what_was_only_concluded_contradicts_nobody() -> None:
    guess = Actor(name="clerk", provenance=Provenance.INFERRED)
    process = merged(
        extraction("start > s", "s > end", steps=(replace(step("s", "call the references"), actor=guess),)),
        extraction("start > s", "s > end", steps=(step("s", "call the references", "HR", source="b.txt"),), source="b.txt"),
    )
    assert [lane.name for lane in process.lanes] == ["HR"]
    assert not process.disagreements


def test_a_shortened_role_is_that_of_the_other_interviewee() -> None:
    process = merged(
        extraction("start > s", "s > end", steps=(step("s", "sign the form", "manager"),)),
        extraction("start > t", "t > end", steps=(step("t", "order the laptop", "manager"),), source="b.txt"),
        who=("Dunja, HR specialist", "Callum, hiring manager"),
    )
    assert [lane.name for lane in process.lanes] == ["hiring manager", "manager"]


def timed(value: str, source: str) -> Extraction:
    said = Evidence(source, 1, 0, len(value), value)
    called = step("s", "call the references", source=source)
    called = replace(called, facts=(Fact(FactKind.WAIT_TIME, value, said),))
    return extraction("start > s", "s > end", steps=(called,), source=source)


def test_two_versions_of_how_long_it_takes_are_both_kept() -> None:
    (told,) = merged(timed("two days", "a.txt"), timed("a week", "b.txt")).disagreements
    assert (told.matter, told.one.text, told.other.text) == (Matter.AMOUNT, "two days", "a week")
    assert [e.source for v in (told.one, told.other) for e in v.evidence] == ["a.txt", "b.txt"]


def test_the_same_time_in_other_words_is_no_contradiction() -> None:
    assert not merged(timed("half an hour", "a.txt"), timed("30 minutes", "b.txt")).disagreements


def test_two_versions_of_what_comes_first_are_both_kept() -> None:
    steps = ("reserve the dog", "visit the home", "sign the contract")
    first, second = (tuple(step(f"s{i}", label, source=source) for i, label in enumerate(steps)) for source in ("a.txt", "b.txt"))
    process = merged(
        extraction("start > s0", "s0 > s1", "s1 > s2", "s2 > end", steps=first),
        extraction("start > s1", "s1 > s0", "s0 > s2", "s2 > end", steps=second, source="b.txt"),
    )
    (told,) = process.disagreements
    assert (told.matter, told.one.text, told.other.text) == (Matter.ORDER, "reserve the dog", "visit the home")
    assert arrows(process) == {"start > dog", "dog > home", "home > contract", "contract > end"}


def test_two_versions_of_how_many_are_both_kept() -> None:
    process = merged(
        extraction("start > s", "s > end", steps=(step("s", "print three copies"),)),
        extraction("start > s", "s > end", steps=(step("s", "print two copies", source="b.txt"),), source="b.txt"),
    )
    (told,) = process.disagreements
    assert (told.matter, told.one.text, told.other.text) == (Matter.AMOUNT, "three copies", "two copies")


def test_a_time_told_far_from_the_step_contradicts_nothing() -> None:
    far = timed("two days", "a.txt")
    fact = far.steps[0].facts[0]
    assert fact.evidence is not None
    moved = replace(far.steps[0], facts=(replace(fact, evidence=replace(fact.evidence, turn=9)),))
    assert not merged(replace(far, steps=(moved,)), timed("a week", "b.txt")).disagreements


def test_unsure_arrows_contradict_nothing() -> None:
    steps = ("reserve the dog", "visit the home")
    first, second = (tuple(step(f"s{i}", label, source=source) for i, label in enumerate(steps)) for source in ("a.txt", "b.txt"))
    guessed = extraction("start > s1", "s1 > s0", "s0 > end", steps=second, source="b.txt")
    guessed = replace(guessed, relations=tuple(replace(r, confidence=0.3) for r in guessed.relations))
    assert not merged(extraction("start > s0", "s0 > s1", "s1 > end", steps=first), guessed).disagreements


def test_a_verb_alone_is_not_enough_to_be_the_same_step() -> None:
    process = merged(
        extraction("start > s", "s > end", steps=(step("s", "ring", "lab"),)),
        extraction("start > s", "s > end", steps=(step("s", "ring", "technician", source="b.txt"),), source="b.txt"),
    )
    assert len(process.tasks) == 2


def test_what_goes_back_and_forth_has_no_order_to_contradict() -> None:
    labels = ("write the draft", "correct the text")
    first, second = (
        tuple(step(f"s{i}", label, source=source) for i, label in enumerate(labels)) for source in ("a.txt", "b.txt")
    )
    process = merged(
        extraction("start > s0", "s0 > s1", "s1 > end", steps=first),
        extraction("start > s1", "s1 > s0", "s0 > s1", "s0 > end", steps=second, source="b.txt"),
    )
    assert not process.disagreements


def test_the_same_order_told_with_a_step_less_is_no_contradiction() -> None:
    steps = tuple(step(name, f"do the {name} thing") for name in "abc")
    again = tuple(step(name, f"do the {name} thing", source="b.txt") for name in "ac")
    process = merged(
        extraction("start > a", "a > b", "b > c", "c > end", steps=steps),
        extraction("start > a", "a > c", "c > end", steps=again, source="b.txt"),
    )
    assert not process.disagreements


def test_an_interviewee_called_by_name_stands_in_the_lane_of_the_role() -> None:
    process = merged(
        extraction("start > s", "s > end", steps=(step("s", "sign the form", "Callum"),)),
        extraction("start > t", "t > end", steps=(step("t", "order the laptop", "hiring manager"),), source="b.txt"),
        who=("Dunja, HR", "Callum, hiring manager"),
    )
    assert [lane.name for lane in process.lanes] == ["hiring manager"]


def test_different_amounts_for_the_same_way_are_both_kept() -> None:
    steps = (step("a", "agree the salary a"), step("b", "approve more money b"), step("c", "send contract c"))
    process = merged(
        extraction("start > a", "a > b: over 5 per cent", "a > c: less", "b > c", "c > end", steps=steps),
        extraction("start > a", "a > b: over ten per cent", "a > c: less", "b > c", "c > end", steps=steps, source="b.txt"),
    )
    (told,) = process.disagreements
    assert (told.matter, told.one.text, told.other.text) == (Matter.CONDITION, "over 5 per cent", "over ten per cent")
    assert arrows(process) == {"start > a", "a > b: over 5 per cent", "a > c: less", "b > c", "c > end"}


def test_what_the_other_one_denies_is_kept_and_asked() -> None:
    calls = step("s", "call references", "manager", action="call")
    denied = replace(
        step("n1", "not call references", None, source="b.txt", action="call"), terms=frozenset({"call", "references"})
    )
    second = extraction("start > t", "t > end", steps=(step("t", "sign the form", source="b.txt"),), source="b.txt")
    process = merged(extraction("start > s", "s > end", steps=(calls,)), replace(second, denied=(denied,)))
    (told,) = process.disagreements
    assert (told.matter, told.about) == (Matter.OCCURRENCE, process.tasks[0].id)
    assert [e.source for v in (told.one, told.other) for e in v.evidence] == ["a.txt", "b.txt"]
    assert "call references" in {task.name for task in process.tasks}


def test_a_denial_of_other_work_contradicts_nobody() -> None:
    calls = step("s", "call references", "manager", action="call")
    mine = replace(step("n1", "call references", "HR", source="b.txt", action="call"), terms=frozenset({"call", "references"}))
    other = replace(step("n2", "call bank", None, source="b.txt", action="call"), terms=frozenset({"call", "bank"}))
    second = extraction("start > t", "t > end", steps=(step("t", "sign the form", source="b.txt"),), source="b.txt")
    process = merged(extraction("start > s", "s > end", steps=(calls,)), replace(second, denied=(mine, other)))
    assert not process.disagreements


def test_questions_point_to_the_task() -> None:
    told = extraction("start > s", "s > end", steps=(step("s", "sign the form"),))
    told = Extraction(
        source=told.source,
        language="en",
        steps=told.steps,
        relations=told.relations,
        questions=(Question(ask="Who?", about="s"),),
    )
    process = assemble([told], [transcript("a.txt")], wording=WORDING)
    assert process.questions == (Question(ask="Who?", about="Activity_1", source="a.txt"),)
