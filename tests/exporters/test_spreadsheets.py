"""The workbook and the comma-separated file: everything in them is text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.worksheet.worksheet import Worksheet

from interview2flow.exporters import FORMATS, Details, render
from interview2flow.languages import LANGUAGES, texts
from interview2flow.model import Fact, FactKind, Finding, GatewayKind, Process, Question, Severity
from interview2flow.model.details import Responsibility
from tests.exporters.process_strategies import invoice, processes
from tests.support.processes import INTERVIEW, OTHER, SOURCE, choice, said, sketch, task

EVIL = '=cmd|"/c calc"!A1 \x00\x1b<script>\u202e😀 שלום'


def findings(process: Process) -> list[Finding]:
    return [
        Finding(
            rule="told_open", text=question.ask, severity=Severity.GAP, about=question.about, source=question.source, asks=True
        )
        for question in process.questions
    ]


def book(process: Process) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(render(process, findings(process), "xlsx")))


def rows(sheet: Worksheet) -> list[tuple[str | None, ...]]:
    return [tuple(None if value is None else str(value) for value in row) for row in sheet.iter_rows(values_only=True)]


def hostile() -> Process:
    fact = Fact(FactKind.SYSTEM, "+" + EVIL, said(EVIL))
    process = sketch(
        [task("pay", EVIL, "Lane_clerk", evidence=(said(EVIL),), facts=(fact,)), task("file", "-1+1", "Lane_manager")],
        {("start", "pay"): "", ("pay", "file"): EVIL, ("file", "end"): "@SUM(A1)"},
        questions=[Question(ask=EVIL, about="pay", source=SOURCE, evidence=said(EVIL))],
    )
    return replace(process, title=EVIL, lanes=tuple(replace(lane, name="=" + lane.name) for lane in process.lanes))


def cells(workbook: openpyxl.Workbook) -> Iterator[openpyxl.cell.Cell]:
    return (cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_steps_tell_who_what_with_which_and_what_next() -> None:
    steps = rows(book(invoice()).worksheets[0])
    assert steps[0][:3] == ("No.", "Step", "Who")
    assert steps[1] == (
        "1",
        "Check the invoice",
        "clerk",
        None,
        "Visma",
        "invoice",
        "Work: 5 minutes",
        "over 5,000 → 2\n5,000 or less → 3",
        "interviews",
        "“I check the invoice in Visma”",
    )


def test_complaints_are_told_in_confidence() -> None:
    workbook = book(invoice())
    assert not any("slow" in str(cell.value) for cell in cells(workbook))


def test_roles_and_registers_name_the_steps() -> None:
    workbook = book(invoice())
    assert rows(workbook["Roles"])[1:] == [
        ("clerk", "2", "1 Check the invoice\n3 Book the invoice"),
        ("manager", "1", "2 Sign the invoice"),
    ]
    assert rows(workbook["Systems and documents"])[1:] == [
        ("System or tool", "Visma", "1", "clerk"),
        ("Document or form", "invoice", "1", "clerk"),
    ]


def test_responsibilities_are_those_of_the_manual() -> None:
    details = Details(responsibilities=(Responsibility(step="2", accountable="manager", informed=("clerk",)),))
    content = render(invoice(), (), "xlsx", details=details)
    raci = rows(openpyxl.load_workbook(BytesIO(content))["RACI"])
    assert raci[0][2:4] == ("clerk", "manager")
    assert raci[2][:5] == ("2", "Sign the invoice", "I", "A/R", "[C]")


def test_a_question_put_to_two_stands_once() -> None:
    ask = [Question(ask="who signs", about="pay", source=name, evidence=said("?")) for name in (SOURCE, OTHER.name)]
    process = sketch([task("pay", "pay")], [("start", "pay"), ("pay", "end")], questions=ask, interviews=[INTERVIEW, OTHER])
    assert rows(book(process)["Open questions"])[1:] == [("1", "who signs", "1", "Maija, clerk\nOlli, manager", None)]


def test_visio_gets_its_columns_and_ways() -> None:
    visio = rows(book(invoice())["Visio"])
    assert visio[0] == (
        "Process Step ID",
        "Process Step Description",
        "Next Step ID",
        "Connector Label",
        "Shape Type",
        "Function",
        "Phase",
    )
    assert visio[1][:6] == ("E1", "Invoice received", "P1", None, "Start", "clerk")
    assert visio[3][:6] == ("D1", "Amount?", "P2,P3", "over 5\u201a000,5\u201a000 or less", "Decision", "clerk")
    assert visio[-1][:6] == ("E2", "Invoice booked", None, None, "End", "clerk")


def test_visio_can_follow_every_way() -> None:
    nodes = [
        task("a", "a"),
        choice("split"),
        task("b", "b, c"),
        task("c", "c"),
        choice("fork", GatewayKind.PARALLEL),
        task("d", "d"),
    ]
    arrows = {
        ("start", "a"): "",
        ("a", "split"): "",
        ("split", "b"): "x, y",
        ("split", "fork"): "",
        ("fork", "c"): "",
        ("fork", "d"): "",
    }
    arrows |= {("c", "end"): "", ("d", "end"): "", ("b", "a"): "again"}
    table = {row[0]: row[2:4] for row in rows(book(sketch(nodes, arrows))["Visio"])[1:]}
    assert table == {
        "E1": ("P1", None),
        "P1": ("D1", None),
        "D1": ("P2,P3,P4", "x\u201a y,,"),
        "P2": ("P1", "again"),
        "P3": ("E2", None),
        "P4": ("E2", None),
        "E2": (None, None),
    }


def test_every_cell_is_text() -> None:
    workbook = book(hostile())
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells(workbook))
    words = [str(cell.value) for cell in cells(workbook)]
    assert any(word.startswith("=cmd") and "<script>" in word and "😀 שלום" in word for word in words)
    assert not any(sign in word for word in words for sign in "\x00\x1b\u202e")
    assert not any(cell.hyperlink for cell in cells(workbook))


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    long = sketch([task("pay", "😀" * 40_000)], [("start", "pay"), ("pay", "end")])
    name = str(book(long).worksheets[0]["B2"].value)
    assert name.endswith("…")
    assert len(name.encode("utf-16-le")) <= 2 * 32_767


def test_the_same_process_gives_the_same_file() -> None:
    assert render(invoice(), (), "xlsx") == render(invoice(), (), "xlsx")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(processes())
def test_any_process_makes_a_workbook(process: Process) -> None:
    assert len(rows(book(process).worksheets[0])) == 1 + len(process.tasks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_short_names_for_all_sheets(language: str) -> None:
    names = book(replace(invoice(), language=language)).sheetnames
    words = texts(language, "tables")
    assert names == [
        *(words[key]["name"] for key in ("steps", "roles")),
        "RACI",
        *(words[key]["name"] for key in ("questions", "register")),
        "Visio",
    ]


def table(process: Process, delimiter: str = ",") -> list[list[str]]:
    text = render(process, findings(process), "csv").decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_the_comma_separated_steps_are_those_of_the_workbook() -> None:
    heads, *steps = table(invoice())
    workbook = rows(book(invoice()).worksheets[0])
    assert tuple(heads) == workbook[0]
    assert [[cell.replace("; ", "\n") or None for cell in row] for row in steps] == [list(row) for row in workbook[1:]]


def test_no_field_of_the_comma_separated_file_is_a_formula() -> None:
    steps = table(hostile())[1:]
    assert steps[0][1].startswith("'=cmd|")
    assert steps[0][4].startswith("'+=cmd|")
    assert steps[1][1] == "'-1+1"
    assert not any(field[:1] in "=+-@\t\r\n" for row in steps for field in row if field)


def test_columns_are_parted_as_the_language_s_spreadsheets_expect() -> None:
    assert [len(row) for row in table(replace(invoice(), language="fi"), ";")] == [10] * 4


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(processes())
def test_any_process_makes_a_comma_separated_file(process: Process) -> None:
    words = texts(process.language, "tables")["delimiter"]
    assert [len(row) for row in table(process, str(words))] == [10] * (1 + len(process.tasks))


def test_they_are_formats_by_their_ending() -> None:
    assert {"xlsx", "csv"} <= set(FORMATS)
