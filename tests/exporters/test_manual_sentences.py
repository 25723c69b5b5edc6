"""The manual's sentences: what to do with what, what comes before and after, the summary, and what references are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from interview2flow.analysis import review
from interview2flow.exporters import render
from interview2flow.exporters._manual import Details, compose, instructed
from interview2flow.exporters._manual.content import Line, Manual, Paragraph, Reference, Table
from interview2flow.model import Fact, FactKind, GatewayKind, Process
from tests.support.processes import choice, sketch, task

CHECK, CORRECT, APPROVE = task("check", "check it"), task("correct", "correct it"), task("approve", "approve it")
FILE = task("file", "file it")


def manual(process: Process, details: Details | None = None) -> Manual:
    return compose(process, review(process), details)


def read(line: Line) -> str:
    return "".join(part.text for part in line).replace("\u00a0", " ")


def told(process: Process) -> list[list[str]]:
    """What the work instructions say of each step."""
    (chapter,) = (chapter for chapter in manual(process).chapters if chapter.id == "instructions")
    (table,) = (block for block in chapter.blocks if isinstance(block, Table))
    return [[read(line) for line in row.cells[2]] for row in table.rows]


def alone(name: str, *facts: Fact, language: str = "en") -> str:
    """The sentences of a step that stands alone."""
    step = replace(task("only", name), facts=facts)
    return told(sketch([step], [("start", "only"), ("only", "end")], language=language))[0][0]


def system(name: str) -> Fact:
    return Fact(FactKind.SYSTEM, name)


def document(name: str) -> Fact:
    return Fact(FactKind.DOCUMENT, name)


@pytest.mark.parametrize(
    ("language", "name", "facts", "sentence"),
    [
        ("en", "post the invoice", [system("Axira")], "Post the invoice in Axira."),
        ("en", "post the invoice", [system("Axira"), system("Lonea")], "Post the invoice in Axira and in Lonea."),
        ("en", "ask the buyer", [system("phone")], "Ask the buyer by phone."),
        ("en", "weigh the parcel", [system("big scale")], "Weigh the parcel (tool: big scale)."),
        ("en", "post it in Axira", [system("Axira"), document("invoice")], "Post it in Axira (document: invoice)."),
        (
            "en",
            "file the orders",
            [document("order"), document("receipt"), document("list")],
            "File the orders (documents: receipt and list).",
        ),
        ("en", "check what was read", [system("Axira")], "Check what was read (system: Axira)."),
        ("sv", "kontera räkningen", [system("Lonea")], "Kontera räkningen i Lonea."),
        ("sv", "väga paketet", [system("våg"), document("fraktsedel")], "Väg paketet (hjälpmedel: våg; dokument: fraktsedel)."),
        ("fi", "tiliöidä lasku", [system("Kuntax")], "Tiliöi lasku Kuntaxissa."),
        ("fi", "skannata lasku Laskariin", [system("Laskari")], "Skannaa lasku Laskariin."),
        ("fi", "poistaa", [document("lasku"), document("liite")], "Poista (asiakirjat: lasku ja liite)."),
    ],
)
def test_systems_and_documents_stand_in_the_sentence_once(language: str, name: str, facts: list[Fact], sentence: str) -> None:
    assert alone(name, *facts, language=language) == sentence


@pytest.mark.parametrize(
    ("language", "kind", "values", "sentence"),
    [
        ("en", FactKind.WORK_TIME, ["Half an hour"], "Sign. This takes half an hour."),
        ("en", FactKind.WAIT_TIME, ["two days", "two weeks"], "Sign. Expect to wait two days or two weeks."),
        ("en", FactKind.WAIT_TIME, ["Next morning"], "Sign. Waiting time: next morning."),
        ("sv", FactKind.WAIT_TIME, ["tre veckor"], "Sign. Räkna med att vänta tre veckor."),
        ("fi", FactKind.WORK_TIME, ["tunti"], "Sign. Työ kestää tunnin."),
        ("fi", FactKind.WAIT_TIME, ["Kahden viikon"], "Sign. Odotus kestää kaksi viikkoa."),
    ],
)
def test_times_are_sentences(language: str, kind: FactKind, values: list[str], sentence: str) -> None:
    assert alone("sign", *(Fact(kind, value) for value in values), language=language) == sentence


def test_what_no_step_before_leads_to_says_where_it_comes_from() -> None:
    arrows = {
        ("start", "check"): "an invoice comes",
        ("check", "right"): "",
        ("right", "correct"): "it is wrong",
        ("right", "approve"): "it is right",
        ("correct", "end"): "",
        ("approve", "file"): "",
        ("file", "end"): "",
    }
    steps = told(sketch([CHECK, choice("right"), CORRECT, APPROVE, FILE], arrows))
    assert steps[0][0] == "Starting point: an invoice comes."
    assert [step[0] for step in steps[1:]] == ["Correct it.", "From step 1, if it is right:", "File it."]


def test_what_nothing_decides_is_a_gap() -> None:
    arrows = [
        ("start", "check"),
        ("check", "c"),
        ("c", "correct"),
        ("correct", "d"),
        ("d", "check"),
        ("d", "approve"),
        ("d", "file"),
    ]
    process = sketch([CHECK, choice("c"), CORRECT, choice("d"), APPROVE, FILE], [*arrows, ("approve", "file"), ("file", "end")])
    assert told(process)[1][-1] == "Repeat from step 1 or go on with step 3 or 4 [what decides is not told]."


def test_more_than_two_ways_have_a_sentence_each() -> None:
    arrows = {("start", "check"): "", ("check", "c"): "", ("c", "correct"): "bad", ("c", "approve"): "good", ("c", "file"): "old"}
    steps = told(sketch([CHECK, choice("c"), CORRECT, APPROVE, FILE], arrows))
    assert steps[0][1:] == ["If bad → step 2.", "If good → step 3.", "If old → step 4."]


def test_work_at_the_same_time_is_told_as_such() -> None:
    fork = choice("fork", GatewayKind.PARALLEL)
    arrows = [("start", "check"), ("check", "fork"), ("fork", "correct"), ("fork", "approve")]
    assert told(sketch([CHECK, fork, CORRECT, APPROVE], arrows))[0][-1] == "Then do step 2 and step 3 at the same time."


def summary(process: Process, details: Details | None = None) -> str:
    (paragraph,) = (block for block in manual(process, details).chapters[0].blocks if isinstance(block, Paragraph))
    return read(paragraph.line)


def test_the_summary_tells_the_process_in_sentences() -> None:
    waiting = replace(
        APPROVE, facts=(Fact(FactKind.WAIT_TIME, "two days"), Fact(FactKind.WAIT_TIME, "Three weeks")), lane="Lane_manager"
    )
    text = summary(sketch([CHECK, waiting], [("start", "check"), ("check", "approve"), ("approve", "end")]))
    assert "The process has two steps; the first is step 1 (check it), the last step 2 (approve it)." in text
    assert "Two roles take part: clerk and manager." in text
    assert "The longest wait is three weeks, at step 2 (approve it)." in text
    assert "see “Open questions”" in text


def test_the_summary_of_little_is_short() -> None:
    assert "The process has one step: check it." in summary(sketch([CHECK], [("start", "check"), ("check", "end")]))
    assert summary(Process(title="Tyhjä", language="fi")).startswith("Tämä opas kuvaa prosessin ”Tyhjä”. Vaiheita ei ole vielä")


def references(of: Manual) -> Iterator[Reference]:
    lines = (block.line for chapter in of.chapters for block in chapter.blocks if isinstance(block, Paragraph))
    return (part for line in lines for part in line if isinstance(part, Reference))


def test_references_have_the_numbers_of_tables_and_figures() -> None:
    called = {reference.anchor: reference.text for reference in references(manual(sketch([CHECK], [("start", "check")])))}
    assert called["table_procedure"] == "Table\u00a07"
    assert called["figure_flowchart"] == "Figure\u00a01"
    fewer = Details(leave_out=("history", "definitions"))
    called = {reference.anchor: reference.text for reference in references(manual(sketch([CHECK], [("start", "check")]), fewer))}
    assert called["table_procedure"] == "Table\u00a04"


def test_nothing_leads_to_what_is_left_out() -> None:
    left = manual(sketch([CHECK], [("start", "check"), ("check", "end")]), Details(leave_out=("procedure", "open_questions")))
    assert not {"table_procedure", "step_1", "chapter_open_questions"} & {reference.anchor for reference in references(left)}
    assert "see “" not in read(next(block.line for block in left.chapters[0].blocks if isinstance(block, Paragraph)))


def test_references_are_fields_that_word_brings_up_to_date() -> None:
    arrows = [("start", "check"), ("check", "c"), ("c", "correct"), ("c", "approve")]
    process = sketch([CHECK, choice("c"), CORRECT, APPROVE], arrows)
    body = docx.Document(BytesIO(render(process, review(process), "docx"))).element.body
    codes = {(code.text or "").split()[1] for code in body.iter(qn("w:instrText")) if (code.text or "").startswith(" REF ")}
    assert codes >= {"step_1", "table_procedure", "figure_flowchart", "chapter_open_questions"}
    marked = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert codes <= marked


def test_the_picture_calls_steps_as_the_manual_does() -> None:
    process = sketch([task("check", "tarkistaa lasku")], [("start", "check")], language="fi")
    assert instructed(process).tasks == (replace(process.tasks[0], name="tarkista lasku"),)


def test_questions_call_steps_as_the_manual_does() -> None:
    process = sketch(
        [task("check", "tarkistaa lasku"), task("pay", "maksaa")], [("start", "check"), ("pay", "end")], language="fi"
    )
    (chapter,) = (chapter for chapter in manual(process).chapters if chapter.id == "open_questions")
    asked = repr(chapter)
    assert "”tarkista lasku”" in asked
    assert "”tarkistaa lasku”" not in asked


def chain(*lanes: str) -> Process:
    """Steps one after the other; a step is left out now and then after the seventh, so that ways meet behind it."""
    steps = [task(f"s{number}", f"do {number}", lane) for number, lane in enumerate(lanes)]
    arrows = [
        ("start", "s0"),
        *((f"s{number}", f"s{number + 1}") for number in range(len(lanes) - 1)),
        (f"s{len(lanes) - 1}", "end"),
    ]
    return sketch(steps, [*arrows, ("s5", "s7")])


def test_a_long_process_is_told_in_parts_that_begin_where_ways_meet() -> None:
    process = chain(*["Lane_clerk"] * 6, *["Lane_manager"] * 3, *["Lane_clerk"] * 9)
    (chapter,) = (chapter for chapter in manual(process).chapters if chapter.id == "instructions")
    assert [read(block.line) for block in chapter.blocks if isinstance(block, Paragraph)][1:] == [
        "Steps 1–7. Done by: clerk and manager. The work then goes on with step 8 (do 7).",
        "Steps 8–18. Done by: manager and clerk.",
    ]
    tables = [block for block in chapter.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [7, 11]
    assert [table.caption for table in tables] == ["Who does what in steps 1–7", "Who does what in steps 8–18"]


def test_a_long_way_without_branches_is_parted_where_it_changes_hands() -> None:
    steps = ["Lane_clerk"] * 11 + ["Lane_manager"] * 9
    straight = sketch(
        [task(f"s{number}", "do", lane) for number, lane in enumerate(steps)],
        [(f"s{number}", f"s{number + 1}") for number in range(len(steps) - 1)],
    )
    (chapter,) = (chapter for chapter in manual(straight).chapters if chapter.id == "instructions")
    told_in = [read(block.line).partition(".")[0] for block in chapter.blocks if isinstance(block, Paragraph)]
    assert told_in[1:] == ["Steps 1–11", "Steps 12–20"]
