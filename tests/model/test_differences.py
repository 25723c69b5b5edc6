"""What differs between two versions is said part by part, and nothing else is."""

from __future__ import annotations

from hypothesis import given, settings

from interview2flow.editing import roles, steps, ways
from interview2flow.model import FactKind, Process
from interview2flow.model.differences import Aspect, Difference, Kind, compare
from tests.editing.test_steps_and_ways import DECISION
from tests.layout.processes import processes


@settings(max_examples=40, deadline=None)
@given(process=processes())
def test_nothing_differs_from_itself(process: Process) -> None:
    assert compare(process, process) == ()


def test_another_text_is_one_difference() -> None:
    assert compare(DECISION, steps.rename(DECISION, "pay", "settle the invoice")) == (
        Difference(
            kind=Kind.CHANGED,
            element="pay",
            name="settle the invoice",
            aspect=Aspect.NAME,
            before="pay the invoice",
            after="settle the invoice",
        ),
    )


def test_who_does_it_is_said_by_role() -> None:
    found = compare(DECISION, roles.assign(DECISION, "pay", "manager"))
    assert [(d.element, d.aspect, d.before, d.after) for d in found] == [("pay", Aspect.ROLE, "clerk", "manager")]


def test_facts_are_compared_by_their_kind() -> None:
    (found,) = compare(DECISION, steps.tell(DECISION, "pay", FactKind.WORK_TIME, ["5 minutes"]))
    assert (found.fact, found.before, found.after) == (FactKind.WORK_TIME, "", "5 minutes")


def test_a_removed_step_shows_where_the_work_goes_now() -> None:
    found = compare(DECISION, steps.remove(DECISION, "send"))
    assert [(d.kind, d.name) for d in found] == [(Kind.REMOVED, "send it back"), (Kind.CHANGED, "check the invoice")]


def test_a_condition_that_changed_is_a_change_of_what_comes_next() -> None:
    arrow = next(flow.id for flow in DECISION.flows if flow.name == "it is wrong")
    (found,) = compare(DECISION, ways.condition(DECISION, arrow, "a field is empty"))
    assert "send it back (a field is empty)" in found.after
