"""The table: what it shows, and what becomes of the process when it is edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from interview2flow.editing import rows
from interview2flow.editing.rows import END, Row, Way, apply, rows_of
from interview2flow.errors import InvalidTableError
from interview2flow.model import FactKind
from tests.editing.test_steps_and_ways import DECISION
from tests.support.gold_process import gold_folders, gold_process


def test_a_row_says_what_comes_next_and_when() -> None:
    check, send, pay = rows_of(DECISION)
    assert check.ways == (Way(to="2", when="it is wrong"), Way(to="3", when="it is right"))
    assert (send.ways, pay.ways) == ((Way(to=END),), (Way(to=END),))


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_a_table_that_nobody_edited_changes_nothing(folder: Path) -> None:
    process = gold_process(folder)
    assert apply(process, rows_of(process)) == process


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_texts_roles_and_facts_are_taken_from_the_table(folder: Path) -> None:
    process = gold_process(folder)
    first, *others = rows_of(process)
    edited = replace(first, step="do it otherwise", role="Somebody new", facts={FactKind.SYSTEM: ("Abacus",)})
    again = rows_of(apply(process, [edited, *others]))
    assert again[0] == edited
    assert again[1:] == tuple(others)


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_ways_are_drawn_as_the_table_says(folder: Path) -> None:
    process = gold_process(folder)
    table = list(rows_of(process))
    ways = (Way(to="1", when="something is missing"), Way(to=END, when="all is there"))
    table[-1] = replace(table[-1], ways=ways)
    again = rows_of(apply(process, table))
    assert set(again[-1].ways) == set(ways)
    assert again[:-1] == tuple(table[:-1])


def test_a_new_row_goes_between() -> None:
    check, send, pay = rows_of(DECISION)
    process = apply(DECISION, [check, send, Row(number="2a", step="wait for the credit note", role="clerk"), pay])
    assert [row.step for row in rows_of(process)] == [
        "check the invoice",
        "send it back",
        "wait for the credit note",
        "pay the invoice",
    ]
    assert rows_of(process)[1].ways == (Way(to="3"),)
    assert rows_of(process)[2].ways == (Way(to=END),)


def test_a_row_that_is_gone_takes_its_step_along() -> None:
    check, _, pay = rows_of(DECISION)
    process = apply(DECISION, [replace(check, ways=(Way(to=pay.number),)), pay])
    assert [(row.step, row.ways) for row in rows_of(process)] == [
        ("check the invoice", (Way(to="2"),)),
        ("pay the invoice", (Way(to=END),)),
    ]


def test_a_row_that_moved_moves_its_step() -> None:
    chain = rows.apply(
        DECISION, [replace(row, ways=(Way(to=to),)) for row, to in zip(rows_of(DECISION), ("2", "3", END), strict=True)]
    )
    first, second, third = rows_of(chain)
    again = rows_of(apply(chain, [third, first, second]))
    assert [row.step for row in again] == ["pay the invoice", "check the invoice", "send it back"]
    assert [row.ways for row in again] == [(Way(to="2"),), (Way(to="3"),), (Way(to=END),)]


@pytest.mark.parametrize("bad", [Row(number="9", step=" "), Row(number="9", step="sign", ways=(Way(to="77"),))])
def test_a_row_that_cannot_be_used_is_named(bad: Row) -> None:
    with pytest.raises(InvalidTableError, match="Row 9"):
        apply(DECISION, [*rows_of(DECISION), bad])
