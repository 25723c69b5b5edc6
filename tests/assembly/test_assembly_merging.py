from __future__ import annotations

from interview2flow.assembly import assemble
from interview2flow.model import Extraction, Process, Question
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


def test_two_versions_of_who_does_it_are_asked_of_both() -> None:
    process = contradicting((None, None))
    lane = process.lane_of(process.tasks[0])
    assert lane is not None
    assert (lane.name, lane.named) == ("Role not stated", False)
    asked = [(q.ask, q.about, q.source) for q in process.questions]
    assert asked == [("Who does this: manager or HR?", "Activity_1", name) for name in ("a.txt", "b.txt")]


def test_who_says_that_it_is_the_own_work_is_believed_and_still_asked() -> None:
    process = contradicting((None, "Dunja, HR"))
    assert [lane.name for lane in process.lanes] == ["HR"]
    assert len(process.questions) == 2


def test_an_interviewee_called_by_name_stands_in_the_lane_of_the_role() -> None:
    process = merged(
        extraction("start > s", "s > end", steps=(step("s", "sign the form", "Callum"),)),
        extraction("start > t", "t > end", steps=(step("t", "order the laptop", "hiring manager"),), source="b.txt"),
        who=("Dunja, HR", "Callum, hiring manager"),
    )
    assert [lane.name for lane in process.lanes] == ["hiring manager"]


def test_different_amounts_for_the_same_way_are_asked_about() -> None:
    steps = (step("a", "agree the salary a"), step("b", "approve more money b"), step("c", "send contract c"))
    process = merged(
        extraction("start > a", "a > b: over 5 per cent", "a > c: less", "b > c", "c > end", steps=steps),
        extraction("start > a", "a > b: over 0 per cent", "a > c: less", "b > c", "c > end", steps=steps, source="b.txt"),
    )
    assert arrows(process) == {"start > a", "a > b: over 5 per cent", "a > c: less", "b > c", "c > end"}


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
