from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview2flow.analysis import review
from interview2flow.errors import UnknownRoleError
from interview2flow.exporters import handbook, render
from interview2flow.exporters._handbook import compose, roles
from interview2flow.exporters._manual.content import Line, Table
from interview2flow.languages import LANGUAGES
from interview2flow.model import Fact, FactKind, Process, Question
from tests.exporters.process_strategies import processes
from tests.support.gold_process import gold_process
from tests.support.processes import SOURCE, choice, sketch, task

PROCESS = sketch(
    [
        task("check", "check the invoice", facts=(Fact(FactKind.SYSTEM, "Axira"), Fact(FactKind.WAIT_TIME, "two days"))),
        choice("right"),
        task("sign", "sign it", "Lane_manager", facts=(Fact(FactKind.DOCUMENT, "invoice"),)),
        task("pay", "pay it"),
        task("file", "file it", "Lane_unknown"),
    ],
    {
        ("start", "check"): "an invoice comes",
        ("check", "right"): "",
        ("right", "sign"): "it is right",
        ("right", "check"): "it is wrong",
        ("sign", "pay"): "",
        ("pay", "file"): "",
        ("file", "end"): "",
    },
    questions=[
        Question(ask="who may pay", about="pay", source=SOURCE),
        Question(ask="who may sign", about="sign", source=SOURCE),
    ],
)


def said(line: Line) -> str:
    return "".join(part.text for part in line)


def tables(process: Process, role: str) -> dict[str, list[list[list[str]]]]:
    """All tables of a role's handbook by their captions: rows of cells of lines."""
    lane = next(lane for lane in process.lanes if lane.name == role)
    manual = compose(process, review(process), lane)
    blocks = (block for chapter in manual.chapters for block in chapter.blocks if isinstance(block, Table))
    return {
        b.caption: [[[said(line) for line in cell] for cell in row.cells] for row in b.rows] for b in (manual.control, *blocks)
    }


def opened(process: Process, role: str) -> Document:
    return docx.Document(BytesIO(handbook.render(process, review(process), role=role)))


def test_my_steps_have_the_manuals_numbers_and_what_comes_before_and_after() -> None:
    steps = tables(PROCESS, "clerk")["Your steps"]
    assert [step[0] for step in steps] == [["1"], ["3"]]
    assert steps[0][1] == ["Check the invoice in Axira.", "Expect to wait two days."]
    assert steps[0][2] == ["an invoice comes", "it is wrong (after step\u00a01)"]
    assert steps[0][3] == ["If it is right → step\u00a02 “Sign it” (manager)", "If it is wrong → step\u00a01"]
    assert steps[1][2:] == [["after step\u00a02 “Sign it” (manager)"], ["→ step\u00a04 “File it” ([role not stated])"]]


def test_what_goes_from_hand_to_hand_is_told_to_both() -> None:
    clerk, manager = tables(PROCESS, "clerk"), tables(PROCESS, "manager")
    assert clerk["What you get, and from whom"] == [[["manager"], ["2 Sign it", "Document: invoice"], ["3 Pay it"]]]
    handed = [["manager"], ["1 Check the invoice", "If: it is right"], ["2 Sign it"]]
    assert clerk["What you hand over, and to whom"][0] == handed
    assert manager["What you get, and from whom"] == [[["clerk"], *handed[1:]]]


def test_decisions_are_those_of_the_role_alone() -> None:
    assert [row[1:] for row in tables(PROCESS, "clerk")["Your decisions"]] == [
        [["it is right"], ["→ step\u00a02 “Sign it” (manager)"]],
        [["it is wrong"], ["→ step\u00a01"]],
    ]
    assert "Your decisions" not in tables(PROCESS, "manager")


def test_whom_to_ask_names_tellers_neighbours_and_the_owner() -> None:
    asked = tables(PROCESS, "manager")["Whom to ask about what"]
    assert asked[0] == [["Maija, clerk"], ["how it is done: 2"]]
    assert asked[1] == [["clerk"], ["1 Check the invoice", "3 Pay it"]]
    assert asked[-1] == [["[to be filled in]"], ["everything else (process owner)"]]


def test_open_questions_are_those_about_the_roles_steps() -> None:
    lines = [paragraph.text for paragraph in opened(PROCESS, "manager").paragraphs]
    assert "Who may sign?" in lines
    assert "Who may pay?" not in lines


def test_links_lead_to_steps_in_the_same_file() -> None:
    for role in ("clerk", "manager"):
        body = opened(PROCESS, role).element.body
        marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
        links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
        assert links
        assert links <= marks


def test_a_role_is_found_by_a_part_of_its_name_and_by_no_other() -> None:
    assert opened(PROCESS, "MANA").core_properties.title == "Handbook: manager"
    with pytest.raises(UnknownRoleError, match="clerk; manager"):
        handbook.render(PROCESS, (), role="buyer")
    with pytest.raises(UnknownRoleError):
        handbook.render(PROCESS, (), role="e")


def test_file_names_are_safe_on_any_system() -> None:
    lanes = (replace(PROCESS.lanes[0], name="../a\\b:\u202e clerk\x00"), *PROCESS.lanes[1:])
    with ZipFile(BytesIO(render(replace(PROCESS, lanes=lanes), (), "handbook"))) as package:
        assert package.namelist() == ["01 a b clerk.docx", "02 manager.docx"]


def test_no_role_makes_no_handbook() -> None:
    nobody = sketch([task("a", "check", None)], [("start", "a"), ("a", "end")])
    assert ZipFile(BytesIO(render(nobody, (), "handbook"))).namelist() == []


def test_each_role_of_an_example_gets_a_file_and_the_same_process_gives_the_same_bytes(example: Path) -> None:
    process = gold_process(example)
    findings = review(process)
    content = render(process, findings, "handbook")
    assert content == render(process, findings, "handbook")
    with ZipFile(BytesIO(content)) as package:
        made = [docx.Document(BytesIO(package.read(name))) for name in package.namelist()]
    assert len(made) == len(roles(process)) > 1
    for document, role in zip(made, roles(process), strict=True):
        assert role.name in document.core_properties.title
        steps = sum(task.lane == role.id for task in process.tasks)
        assert [len(table.rows) for table in document.tables][1] == steps + 1


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(processes(), st.sampled_from(LANGUAGES))
def test_any_process_makes_handbooks(process: Process, language: str) -> None:
    process = replace(process, language=language)
    with ZipFile(BytesIO(render(process, review(process), "handbook"))) as package:
        assert len(package.namelist()) == len(roles(process))
        assert all(docx.Document(BytesIO(package.read(name))).tables for name in package.namelist())
