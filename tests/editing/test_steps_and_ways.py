"""Single changes: each touches what it names, and leaves a well-formed process."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview2flow.editing import roles, steps, ways
from interview2flow.errors import InvalidProcessError
from interview2flow.model import FactKind, Process, Provenance, Task
from tests.layout.processes import processes
from tests.support.processes import choice, said, sketch, task

CHECK = task("check", "check the invoice")
SEND = task("send", "send it back")
PAY = task("pay", "pay the invoice")
DECISION = sketch(
    [CHECK, choice("is_it_right"), SEND, PAY],
    {
        ("start", "check"): "",
        ("check", "is_it_right"): "",
        ("is_it_right", "send"): "it is wrong",
        ("is_it_right", "pay"): "it is right",
        ("send", "end"): "",
        ("pay", "end"): "",
    },
)


def arrows(process: Process) -> set[tuple[str, str, str]]:
    return {(flow.source, flow.target, flow.name) for flow in process.flows}


def test_a_renamed_step_is_marked_as_edited() -> None:
    renamed = steps.rename(DECISION, "check", "  check the\ninvoice and the order ")
    assert renamed.node("check").name == "check the invoice and the order"
    assert renamed.node("check").provenance is Provenance.EDITED
    assert renamed.node("pay") == DECISION.node("pay")


def test_a_step_cannot_lose_its_name() -> None:
    with pytest.raises(InvalidProcessError):
        steps.rename(DECISION, "check", " ")


def test_what_was_told_keeps_its_quote_when_more_is_entered() -> None:
    process = steps.tell(DECISION, "check", FactKind.SYSTEM, ["Outlook"])
    process = steps.tell(process, "check", FactKind.SYSTEM, ["Outlook", "Visma", " "])
    node = process.node("check")
    assert isinstance(node, Task)
    assert [(fact.value, fact.provenance) for fact in node.facts] == [
        ("Outlook", Provenance.EDITED),
        ("Visma", Provenance.EDITED),
    ]


def test_a_new_step_stands_between_a_step_and_what_followed() -> None:
    process = steps.add_step(DECISION, "register it", after="check", evidence=[said("I register it")])
    new = next(node for node in process.tasks if node.name == "register it")
    assert {("check", new.id, ""), (new.id, "is_it_right", "")} <= arrows(process)
    assert new.lane == CHECK.lane
    assert [node.name for node in process.tasks][:2] == ["check the invoice", "register it"]


def test_what_led_to_a_removed_step_leads_on_under_its_condition() -> None:
    process = steps.remove(DECISION, "send")
    assert ("is_it_right", "end", "it is wrong") in arrows(process)
    assert len(process.flows) == len(DECISION.flows) - 1


def test_a_gateway_without_ways_to_choose_goes_with_its_last_branch() -> None:
    process = steps.remove(
        sketch([CHECK, choice("gate"), PAY], [("start", "check"), ("check", "gate"), ("gate", "pay"), ("pay", "end")]), "pay"
    )
    assert [node.id for node in process.nodes] == ["start", "check", "end"]
    assert arrows(process) == {("start", "check", ""), ("check", "end", "")}


def test_the_words_of_a_dismissed_step_are_remembered() -> None:
    process = steps.dismiss(DECISION, "send")
    assert process.dismissed == SEND.evidence
    assert all(node.id != "send" for node in process.nodes)


def test_a_step_moves_to_a_role_that_there_was_not() -> None:
    process = roles.assign(DECISION, "pay", "Treasurer")
    node = process.node("pay")
    lane = process.lane_of(node)
    assert isinstance(node, Task)
    assert lane is not None
    assert (lane.name, node.actor) == ("Treasurer", Provenance.EDITED)
    assert roles.assign(process, "pay", "treasurer") == process


def test_two_roles_become_one_when_they_are_called_the_same() -> None:
    process = roles.rename_role(roles.assign(DECISION, "pay", "boss"), "Lane_manager", "Boss")
    assert [lane.name for lane in process.lanes].count("boss") == 1
    assert "Lane_manager" not in {lane.id for lane in process.lanes}


def test_an_arrow_is_drawn_once() -> None:
    process = ways.connect(DECISION, "send", "check", when="the supplier has answered")
    assert ("send", "check", "the supplier has answered") in arrows(process)
    with pytest.raises(InvalidProcessError):
        ways.connect(process, "send", "check")


@settings(max_examples=60, deadline=None)
@given(process=processes(), data=st.data())
def test_any_step_can_be_removed_and_no_path_gets_lost(process: Process, data: st.DataObject) -> None:
    if not process.nodes:
        return
    gone = data.draw(st.sampled_from([node.id for node in process.nodes]))
    after = steps.remove(process, gone)
    assert gone not in {node.id for node in after.nodes}
    followers = {(f.source, g.target) for f in process.incoming(gone) for g in process.outgoing(gone)}
    left = {node.id for node in after.nodes}
    drawn = {(flow.source, flow.target) for flow in after.flows}
    tasks = {node.id for node in process.tasks}
    for source, target in followers:
        if source != target and {source, target} <= left & tasks:
            assert (source, target) in drawn
