"""A new draft is proposed to an edited process bit by bit; what was edited stays until somebody says otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from interview2flow.editing import reviewing, roles, steps
from interview2flow.editing.accepting import accept, with_material
from interview2flow.editing.proposals import Kind, Proposal, proposals
from interview2flow.model import Fact, FactKind, Process, Question, Task
from tests.support.gold_process import gold_folders, gold_process
from tests.support.processes import INTERVIEW, OTHER, said, sketch, task

CHECK = task("Activity_1", "check the invoice", evidence=(said("I check the invoice"),))
PAY = task("Activity_2", "pay the invoice", evidence=(said("I pay the invoice", turn=1),))
BASE = sketch([CHECK, PAY], [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "end")])

APPROVE = task("Activity_2", "approve the invoice", "Lane_manager", evidence=(said("I approve it", source="interview-2.txt"),))
NEW = sketch(
    [CHECK, APPROVE, replace(PAY, id="Activity_3")],
    [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "Activity_3"), ("Activity_3", "end")],
)


def kinds(found: tuple[Proposal, ...]) -> list[Kind]:
    return [proposal.kind for proposal in found]


def test_the_same_draft_proposes_nothing() -> None:
    assert proposals(BASE, BASE, BASE) == ()


@pytest.mark.parametrize("folder", gold_folders()[:12], ids=lambda folder: folder.name)
def test_edits_alone_are_no_proposals(folder: Path) -> None:
    base = gold_process(folder)
    edited = steps.rename(base, base.tasks[0].id, "do it our way")
    assert proposals(base, edited, base) == ()


def test_a_step_of_another_interview_comes_behind_the_step_it_follows() -> None:
    (new,) = proposals(BASE, BASE, NEW)
    assert (new.kind, new.theirs, new.about) == (Kind.ADD_STEP, "approve the invoice", "Activity_1")
    process = accept(BASE, new)
    assert [node.name for node in process.tasks] == ["check the invoice", "approve the invoice", "pay the invoice"]
    added = process.tasks[1]
    assert added.evidence == APPROVE.evidence
    assert process.lane_of(added) == next(lane for lane in BASE.lanes if lane.name == "manager")
    assert proposals(BASE, process, NEW) == ()


def test_what_was_turned_down_is_not_proposed_again() -> None:
    (new,) = proposals(BASE, BASE, NEW)
    assert proposals(BASE, reviewing.settle(BASE, new.key), NEW) == ()


def test_words_that_were_dismissed_make_no_step_again() -> None:
    edited = steps.dismiss(BASE, "Activity_2")
    assert proposals(BASE, edited, BASE) == ()


def test_an_edited_text_is_contested_and_stays() -> None:
    told = replace(CHECK, name="check the invoice against the order")
    new = replace(BASE, nodes=tuple(told if node.id == told.id else node for node in BASE.nodes))
    edited = steps.rename(BASE, "Activity_1", "control the invoice")
    (found,) = proposals(BASE, edited, new)
    assert (found.kind, found.mine, found.theirs, found.contested) == (
        Kind.RENAME,
        "control the invoice",
        "check the invoice against the order",
        True,
    )
    assert edited.node("Activity_1").name == "control the invoice"
    assert accept(edited, found).node("Activity_1").name == "check the invoice against the order"


def test_another_role_is_proposed_where_the_draft_has_changed_its_mind() -> None:
    new = replace(BASE, nodes=tuple(replace(n, lane="Lane_manager") if n.id == "Activity_2" else n for n in BASE.nodes))
    (found,) = proposals(BASE, roles.assign(BASE, "Activity_2", "treasurer"), new)
    assert (found.kind, found.mine, found.theirs, found.contested) == (Kind.REASSIGN, "treasurer", "manager", True)


def test_what_is_told_more_is_added_with_its_words() -> None:
    words = said("ten minutes in Visma", source="interview-2.txt")
    told = replace(PAY, facts=(Fact(FactKind.SYSTEM, "Visma", words),), evidence=(*PAY.evidence, words))
    new = replace(BASE, nodes=tuple(told if node.id == told.id else node for node in BASE.nodes))
    found = proposals(BASE, BASE, new)
    assert kinds(found) == [Kind.ADD_FACT, Kind.ADD_WORDS]
    process = BASE
    for proposal in found:
        process = accept(process, proposal)
    assert process.node("Activity_2") == told
    assert proposals(BASE, process, new) == ()


def test_a_step_that_a_corrected_interview_does_not_tell_may_go() -> None:
    new = sketch([CHECK], [("start", "Activity_1"), ("Activity_1", "end")])
    (found,) = proposals(BASE, BASE, new)
    assert found.kind is Kind.REMOVE_STEP
    assert [node.name for node in accept(BASE, found).tasks] == ["check the invoice"]
    kept = steps.rename(BASE, "Activity_2", "pay within 30 days")
    assert proposals(BASE, kept, new) == ()


def test_accepting_everything_leaves_nothing_open() -> None:
    first, second = (gold_process(folder) for folder in gold_folders()[:2])
    process: Process = first
    for _ in range(200):
        open_ones = proposals(first, process, second)
        if not open_ones:
            break
        process = accept(process, open_ones[0])
    assert proposals(first, process, second) == ()
    assert {node.name for node in second.tasks} <= {node.name for node in process.tasks if isinstance(node, Task)}


def test_new_interviews_become_known() -> None:

    new = replace(NEW, interviews=(INTERVIEW, OTHER))
    assert with_material(BASE, new).interviews == (INTERVIEW, OTHER)
    assert with_material(new, new) == new


def test_a_step_of_an_interview_that_was_taken_out_is_not_proposed_to_go() -> None:
    first = accept(BASE, proposals(BASE, BASE, NEW)[0])
    drafted = replace(first, interviews=(INTERVIEW, OTHER))
    assert proposals(drafted, drafted, BASE) == ()


def test_a_question_about_a_step_comes_once_the_step_is_there() -> None:
    asked = replace(NEW, questions=(Question(ask="Who may approve?", about="Activity_2"),))
    assert with_material(BASE, asked).questions == ()
    (new,) = proposals(BASE, BASE, asked)
    process = with_material(accept(BASE, new), asked)
    (question,) = process.questions
    assert process.node(str(question.about)).name == "approve the invoice"
    assert with_material(process, asked) == process


def test_in_a_corrected_interview_other_words_at_the_same_place_are_another_step() -> None:
    here = replace(said("We order paper", turn=1), start=0)
    new = sketch([CHECK, task("Activity_9", "order paper", evidence=(here,))], [("start", "Activity_1"), ("Activity_9", "end")])
    assert kinds(proposals(BASE, BASE, new)) == [Kind.ADD_STEP, Kind.REMOVE_STEP]
