"""Responsibilities stay with their steps, whatever these are called and wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview2flow.editing.responsibilities import by_id, by_name
from interview2flow.editing.steps import rename
from interview2flow.errors import InvalidDetailsError
from interview2flow.model import Process
from interview2flow.model.details import Details, Responsibility
from tests.support.processes import sketch, task

PROCESS = sketch(
    [task("a", "check the invoice"), task("b", "pay"), task("c", " Pay "), task("d", ""), task("e", "7")],
    [("start", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "end")],
)


def given(*steps: str | None) -> Details:
    return Details(owner="Finance", responsibilities=tuple(Responsibility(step=step, accountable="Bo") for step in steps))


def steps(details: Details) -> list[str | None]:
    return [entry.step for entry in details.responsibilities]


def test_steps_are_known_by_number_name_and_id() -> None:
    found = by_id(given(None, "2", "CHECK the invoice ", "d", "pay"), PROCESS)
    assert steps(found) == [None, "b", "a", "d", "b", "c"]
    assert found.owner == "Finance"


def test_a_step_is_called_by_its_name_where_that_is_its_own() -> None:
    assert steps(by_name(given(None, "a", "b", "c", "d", "e"), PROCESS)) == [None, "check the invoice", "2", "3", "4", "5"]


@pytest.mark.parametrize("step", ["a", "b", "c", "d", "e"])
def test_there_and_back_is_the_same_step(step: str) -> None:
    assert by_id(by_name(given(step), PROCESS), PROCESS) == given(step)


def test_an_edited_process_keeps_its_responsibilities() -> None:
    edited = without(rename(PROCESS, "b", "settle the bill"), "a")
    assert steps(by_name(given("a", "b"), edited)) == ["settle the bill"]


def test_a_step_that_there_is_not_is_named() -> None:
    with pytest.raises(InvalidDetailsError, match="no step “9”"):
        by_id(given("9"), PROCESS)


def without(process: Process, step: str) -> Process:
    return replace(
        process,
        nodes=tuple(node for node in process.nodes if node.id != step),
        flows=tuple(flow for flow in process.flows if step not in {flow.source, flow.target}),
    )
