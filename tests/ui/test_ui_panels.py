from __future__ import annotations

import re
from dataclasses import replace

import pytest

from interview2flow.model import (
    Disagreement,
    Finding,
    GatewayKind,
    Interview,
    Interviewee,
    Matter,
    Process,
    Provenance,
    SequenceFlow,
    Severity,
    Version,
)
from interview2flow.ui.checklist import Point
from interview2flow.ui.marks import Mark, marks
from interview2flow.ui.panels.details import details
from interview2flow.ui.panels.review import label
from interview2flow.ui.reading import Reading, read
from interview2flow.ui.texts import words
from tests.support.processes import choice, sketch, task

SAY = words("en")


def reading(process: Process, *findings: Finding) -> Reading:
    by_element = {finding.about: tuple(f for f in findings if f.about == finding.about) for finding in findings if finding.about}
    return Reading(process=process, findings=findings, by_element=by_element)


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_step_shows_its_words_and_who_said_them(process: Process) -> None:
    said = plain(details(reading(process), "Activity_1", SAY))
    assert said.startswith("Said in the interview")
    assert "we check the invoice Maija, clerk · interview-1.txt, paragraph 1" in said


def test_a_step_that_nobody_said_says_so(process: Process) -> None:
    said = plain(details(reading(process), "Activity_2", SAY))
    assert "Concluded, not said" in said
    assert "Nobody said this in so many words." in said


def test_a_step_says_why_it_is_here(process: Process) -> None:
    told = plain(details(reading(process), "Activity_1", SAY))
    assert "Why is this here?" in told
    assert "It is told in one place, shown above. The program is almost certain that this is a step" in told
    assert "It is said that this is done by: clerk." in told


def test_why_says_what_was_concluded_and_how_sure_that_is() -> None:
    flow = SequenceFlow(id="Flow_2", source="a", target="b", confidence=0.62)
    process = sketch(
        [task("a", "check"), task("b", "pay", actor=Provenance.INFERRED, confidence=0.55)],
        [("start", "a"), ("a", "b"), ("b", "end")],
    )
    process = replace(process, flows=(process.flows[0], flow, process.flows[2]))
    told = plain(details(reading(process), "b", SAY))
    assert "not quite sure that this is a step of the work (55 %)" in told
    assert "clerk was concluded from what is said around it" in told
    assert "It comes after “check”: concluded from how it was told (62 % likely)." in told
    assert "The work begins with it." in plain(details(reading(process), "a", SAY))
    assert "The order was concluded" in plain(details(reading(process), "Flow_2", SAY))


def test_why_shows_both_versions_of_a_disagreement() -> None:
    process = sketch([task("a", "check")], [("start", "a"), ("a", "end")])
    versions = {"one": Version(text="clerk"), "other": Version(text="manager")}
    process = replace(process, disagreements=(Disagreement(matter=Matter.ACTOR, about="a", **versions),))
    assert "The interviews name two roles: clerk and manager." in plain(details(reading(process), "a", SAY))


def test_what_is_open_about_a_step_stands_with_it(process: Process) -> None:
    finding = Finding(rule="unnamed_actor", text="Who does this?", severity=Severity.GAP, about="Activity_2")
    assert "To check Missing Who does this?" in plain(details(reading(process, finding), "Activity_2", SAY))
    assert "Who does this?" not in details(reading(process, finding), "Activity_1", SAY)


@pytest.mark.parametrize("element", [None, "", "Activity_99"])
def test_without_a_selection_the_panel_says_how_to_go_on(process: Process, element: str | None) -> None:
    assert "Click a step to see the words it came from." in details(reading(process), element, SAY)


def test_a_label_stands_for_what_it_labels() -> None:
    process = sketch(
        [task("a", "check"), choice("g"), task("b", "pay")],
        {("start", "a"): "", ("a", "g"): "", ("g", "b"): "all is well", ("g", "end"): "it is wrong", ("b", "end"): ""},
    )
    said = plain(details(reading(process), "g_label", SAY))
    assert "Decision" in said
    assert "all is well → pay" in said
    assert "it is wrong → …" in said
    assert "check → …" in plain(details(reading(process), "Flow_2", SAY))
    assert "Steps of this role check pay" in plain(details(reading(process), "Lane_clerk", SAY))


def test_words_of_the_interview_are_never_markup(process: Process) -> None:
    evil = replace(
        process, nodes=tuple(replace(n, name="<img src=x onerror=1>") if n.id == "Activity_1" else n for n in process.nodes)
    )
    assert "<img" not in details(reading(evil), "Activity_1", SAY)
    finding = Finding(rule="r", text="**bold** [x](javascript:1) <b>", severity=Severity.NOTE)
    assert r"\*\*bold\*\* \[x\]\(javascript\:1\) \<b\>" in label(Point(finding=finding, sources=()), process, SAY)


def test_whom_to_ask_stands_there_where_there_is_a_choice(process: Process) -> None:
    finding = Finding(rule="r", text="Who?", severity=Severity.GAP, source="interview-1.txt", asks=True)
    point = Point(finding=finding, sources=("interview-1.txt",))
    assert "Maija" not in label(point, process, SAY)
    again = replace(process, interviews=(*process.interviews, replace(process.interviews[0], name="Answers")))
    assert "Maija" not in label(point, again, SAY)
    two = replace(process, interviews=(*process.interviews, Interview(name="b.txt", interviewee=Interviewee("Olli", None))))
    assert "*Ask Maija, clerk*" in label(point, two, SAY)


def test_marks_point_at_what_was_not_said_and_what_is_open(process: Process) -> None:
    gap = Finding(rule="a", text="Who?", severity=Severity.GAP, about="Activity_1")
    note = Finding(rule="b", text="Slow.", severity=Severity.NOTE, about="Activity_1")
    assert marks(reading(process, note, gap)) == {
        "Activity_1": Mark(provenance=Provenance.STATED, open="gap", title="Who?"),
        "Activity_2": Mark(provenance=Provenance.INFERRED),
    }


def test_a_gateway_that_the_program_drew_is_not_marked() -> None:
    process = sketch([choice("g", GatewayKind.PARALLEL)], [("start", "g"), ("g", "end")])
    assert marks(reading(process)) == {}


def test_a_stored_version_is_read_with_its_findings(xml: str) -> None:
    found = read(xml)
    assert [task.name for task in found.process.tasks] == ["check the invoice", "pay the invoice"]
    assert all(finding in found.findings for group in found.by_element.values() for finding in group)
