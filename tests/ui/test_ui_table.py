"""The table's cells: what they show, and what becomes of the process when they are typed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview2flow.editing.rows import END, Way, apply, rows_of
from interview2flow.model import FactKind
from interview2flow.ui.table.cells import Column, Edits, cells_of, edited, natural
from tests.editing.test_steps_and_ways import DECISION
from tests.support.gold_process import gold_folders, gold_process

ROWS = rows_of(DECISION)


def typed(cells: dict[int, dict[str, str]], *, added: tuple[dict[str, str], ...] = (), deleted: tuple[int, ...] = ()) -> Edits:
    found = Edits.of({"edited_rows": cells, "added_rows": list(added), "deleted_rows": list(deleted)})
    assert found is not None
    return found


def test_a_decision_stands_in_two_cells() -> None:
    cells = cells_of(ROWS[0], end="end")
    assert (cells[Column.NEXT], cells[Column.CONDITION]) == ("2; 3", "it is wrong; it is right")
    assert cells_of(ROWS[2], end="slut")[Column.NEXT] == "slut"


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_typing_the_same_again_changes_nothing(folder: Path) -> None:
    process = gold_process(folder)
    rows = rows_of(process)
    again = edited(rows, typed({n: cells_of(row, end="loppu") for n, row in enumerate(rows)}), end="loppu")
    assert apply(process, again) == process


def test_cells_are_read_by_their_columns() -> None:
    edits = typed(
        {1: {"step": " return  it ", "role": "manager", "system": "Visma; Outlook", "next": "1; END", "condition": "once"}}
    )
    row = edited(ROWS, edits, end="end")[1]
    assert (row.step, row.role, row.facts) == ("return it", "manager", {FactKind.SYSTEM: ("Visma", "Outlook")})
    assert row.ways == (Way(to="1", when="once"), Way(to=END))


def test_another_number_moves_a_row() -> None:
    assert [row.step for row in edited(ROWS, typed({2: {"number": "1.5"}}), end="end")] == [
        "check the invoice",
        "pay the invoice",
        "send it back",
    ]
    assert [row.number for row in edited(ROWS, typed({2: {"number": "1"}}), end="end")] == ["3", "1", "2"]


def test_rows_pasted_below_stand_by_their_number() -> None:
    edits = typed(
        {}, added=({"number": "1a", "step": "stamp it"}, {"step": "file it", "role": "clerk"}, {"step": None, "role": "x"})
    )
    assert [row.step for row in edited(ROWS, edits, end="end")] == [
        "check the invoice",
        "stamp it",
        "send it back",
        "pay the invoice",
        "file it",
    ]
    assert len(apply(DECISION, edited(ROWS, edits, end="end")).tasks) == 5


def test_a_deleted_row_leaves_the_others_ways_whole() -> None:
    process = apply(DECISION, edited(ROWS, typed({}, deleted=(1,)), end="end"))
    check, pay = rows_of(process)
    assert set(check.ways) == {Way(to="2", when="it is right"), Way(to=END, when="it is wrong")}
    assert pay.ways == (Way(to=END),)


def test_numbers_are_ordered_as_people_do() -> None:
    assert sorted(["10", "2a", "2", "1,5", "~"], key=natural) == ["1,5", "2", "2a", "10", "~"]


@pytest.mark.parametrize("message", [None, {}, {"edited_rows": []}, "text"])
def test_what_tells_of_no_edits_is_passed_over(message: object) -> None:
    assert Edits.of(message) is None
