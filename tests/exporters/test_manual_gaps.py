"""What is said to be open is what stands in the manual as a gap."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from interview2flow import pipeline
from interview2flow.exporters import Gap, render, still_open
from interview2flow.model.details import Definition, Details, Record, Responsibility, Revision
from tests.support.processes import sketch, task

GIVEN = pipeline.read_details(Path(__file__).parents[2] / "examples" / "details.yaml")
PROCESS = sketch(
    [task("check", "check the invoice"), task("pay", "pay the invoice", lane="Lane_manager")],
    [("start", "check"), ("check", "pay"), ("pay", "end")],
)
FULL = replace(
    GIVEN,
    leave_out=(),
    records=(Record(name="Invoice", place="archive", retention="7 years", owner="clerk"),),
    responsibilities=(Responsibility(accountable="Finance", consulted=("Purchasing",), informed=("Sales",)),),
)
ENTERED = sorted({each.name for each in fields(Details)} - {"version", "status", "leave_out"})


def gaps(details: Details) -> int:
    """How many gaps the manual in Markdown shows."""
    return render(PROCESS, (), "md", details=details).decode().count("**\\[")


def test_nothing_is_open_where_all_is_entered() -> None:
    assert still_open(PROCESS, FULL) == ()


@pytest.mark.parametrize("name", ENTERED)
def test_each_thing_that_is_missing_is_a_gap_in_the_manual(name: str) -> None:
    without = replace(FULL, **{name: () if isinstance(getattr(FULL, name), tuple) else None})
    assert {gap.field for gap in still_open(PROCESS, without)} == {name}
    assert gaps(without) > gaps(FULL)


def test_what_is_missing_in_entries_is_counted() -> None:
    details = replace(
        FULL,
        definitions=(Definition(term="Match"), Definition(term="Order")),
        responsibilities=(Responsibility(step="1", accountable="Finance"), Responsibility(informed=("Sales",))),
        revisions=(Revision(version=FULL.version, date="2025", author="Bo"),),
    )
    assert still_open(PROCESS, details) == (
        Gap(field="definitions", missing="meaning", count=2),
        Gap(field="responsibilities", missing="accountable", count=1),
        Gap(field="responsibilities", missing="consulted", count=2),
        Gap(field="revisions", missing="change", count=1),
    )


def test_what_is_left_out_is_not_open() -> None:
    chapters = ("purpose", "glance", "definitions", "raci", "records", "measurements", "risks", "training", "history")
    assert {gap.field for gap in still_open(PROCESS, Details(leave_out=chapters))} == {
        "number",
        "date",
        "review_date",
        "owner",
        "author",
        "approver",
        "classification",
    }
