from __future__ import annotations

from dataclasses import replace

import pytest

from interview2flow.analysis import review
from interview2flow.exporters._manual import Details, compose
from interview2flow.exporters._manual.content import Cell, Chapter, Line, Manual, Mark, Paragraph, Table, Text
from interview2flow.model import Fact, FactKind, GatewayKind, Process, Provenance
from interview2flow.model.details import Responsibility, Revision
from tests.support.processes import OTHER, choice, said, sketch, task

CHECK = task("check", "check the invoice")
CORRECT = task("correct", "correct the invoice")
APPROVE = task("approve", "approve the invoice", "Lane_manager")
FILE = task("file", "file the invoice", "Lane_unknown")

DECIDED = sketch(
    [CHECK, choice("right"), CORRECT, APPROVE, FILE],
    {
        ("start", "check"): "",
        ("check", "right"): "",
        ("right", "correct"): "the amount is wrong",
        ("right", "approve"): "the amount is right",
        ("correct", "check"): "",
        ("approve", "file"): "",
        ("file", "end"): "",
    },
)


def manual(process: Process, details: Details | None = None) -> Manual:
    return compose(process, review(process), details)


def chapter(of: Manual, name: str) -> Chapter:
    return next(chapter for chapter in of.chapters if chapter.id == name)


def tables(of: Chapter) -> list[Table]:
    return [block for block in of.blocks if isinstance(block, Table)]


def read(line: Line) -> str:
    return "".join(part.text for part in line)


def column(table: Table, number: int) -> list[list[str]]:
    return [[read(line) for line in row.cells[number]] for row in table.rows]


def marked(cell: Cell, mark: Mark) -> list[str]:
    return [part.text for line in cell for part in line if isinstance(part, Text) and part.mark is mark]


def procedure(process: Process) -> Table:
    (table,) = tables(chapter(manual(process), "procedure"))
    return table


def test_the_procedure_says_when_and_what_comes_next() -> None:
    table = procedure(DECIDED)
    assert column(table, 0) == [["1"], ["2"], ["3"], ["4"]]
    assert column(table, 3) == [[], ["the amount is wrong"], ["the amount is right"], []]
    assert column(table, 7) == [
        ["the amount is wrong →\u00a02", "the amount is right →\u00a03"],
        ["→\u00a0back to 1"],
        ["→\u00a04"],
        ["→\u00a0end"],
    ]


def test_a_role_that_nobody_named_is_a_visible_gap() -> None:
    assert marked(procedure(DECIDED).rows[3].cells[2], Mark.GAP) == ["[role not stated]"]


def test_what_was_concluded_is_marked_and_listed() -> None:
    steps = [replace(CHECK, provenance=Provenance.INFERRED), replace(APPROVE, actor=Provenance.INFERRED)]
    made = manual(sketch(steps, [("start", "check"), ("check", "approve"), ("approve", "end")]))
    table = tables(chapter(made, "procedure"))[0]
    assert marked(table.rows[0].cells[1], Mark.INFERRED) == ["Check the invoice"]
    assert marked(table.rows[1].cells[2], Mark.INFERRED) == ["manager"]
    (raci,) = tables(chapter(made, "raci"))
    assert [marked(row.cells[3], Mark.INFERRED) for row in raci.rows] == [[], ["R"]]
    listed = [read(block.line) for block in chapter(made, "concluded").blocks if isinstance(block, Paragraph)]
    assert listed[1:] == [
        "Steps that nobody told in so many words: 1.",
        "Steps whose role was concluded: 2.",
        "Order concluded from how the work was told: 1→2.",
    ]


def test_decisions_become_tables() -> None:
    (table,) = tables(chapter(manual(DECIDED), "decisions"))
    assert table.caption == "Decision after step 1: Check the invoice"
    assert column(table, 0) == [["the amount is wrong"], ["the amount is right"]]
    assert [read(row.cells[1][0]).replace("\u00a0", " ") for row in table.rows] == [
        "→ step 2 Correct the invoice",
        "→ step 3 Approve the invoice",
    ]


def test_the_untold_side_of_a_decision_is_a_gap() -> None:
    arrows = {("start", "check"): "", ("check", "only"): "", ("only", "approve"): "it is right", ("approve", "end"): ""}
    (table,) = tables(chapter(manual(sketch([CHECK, choice("only"), APPROVE], arrows)), "decisions"))
    assert marked(table.rows[1].cells[1], Mark.GAP) == ["[not told]"]


def test_loops_and_parallel_work_are_told_as_such() -> None:
    fork, join = choice("fork", GatewayKind.PARALLEL), choice("join", GatewayKind.PARALLEL)
    arrows = [
        ("start", "check"),
        ("check", "fork"),
        ("fork", "correct"),
        ("fork", "approve"),
        ("correct", "join"),
        ("approve", "join"),
        ("join", "file"),
        ("file", "end"),
    ]
    process = sketch([CHECK, fork, CORRECT, APPROVE, join, FILE], arrows)
    table = procedure(process)
    assert column(table, 7)[0] == ["→\u00a02, 3 at the same time"]
    assert column(table, 3)[3] == ["when steps 2 and 3 are done"]
    told = [read(block.line) for block in chapter(manual(process), "exceptions").blocks if isinstance(block, Paragraph)]
    assert [line.replace("\u00a0", " ") for line in told[1:]] == [
        "After step 1 (check the invoice), do steps 2 (correct the invoice) and 3 (approve the invoice) at the same time.",
        "Step 4 (file the invoice) waits until steps 2 and 3 are done.",
    ]
    loop = [read(block.line) for block in chapter(manual(DECIDED), "exceptions").blocks if isinstance(block, Paragraph)]
    repeated = "After step 2 (correct the invoice), repeat from step 1 (check the invoice)."
    assert loop[1].replace("\u00a0", " ") == repeated


def test_quotes_say_who_said_them_and_where() -> None:
    step = replace(CHECK, evidence=(said("I check it", turn=6), said("she checks it", source=OTHER.name)))
    (table,) = tables(chapter(manual(sketch([step], [("start", "check"), ("check", "end")])), "quotes"))
    assert column(table, 1) == [["“I check it”"], ["“she checks it”"]]
    assert column(table, 2) == [["Maija, clerk"], ["interview-2.txt"]]
    assert column(table, 3) == [["interview-1.txt, passage 7"], ["interview-2.txt, passage 1"]]


def test_systems_are_listed_with_the_steps_that_use_them() -> None:
    both = [replace(step, facts=(Fact(FactKind.SYSTEM, "Axira"),)) for step in (CHECK, APPROVE)]
    process = sketch(both, [("start", "check"), ("check", "approve"), ("approve", "end")])
    (table,) = tables(chapter(manual(process), "glance"))
    assert ["Axira (1, 2)"] in column(table, 1)


def test_complaints_are_no_part_of_the_manual() -> None:
    slow = replace(CHECK, facts=(Fact(FactKind.COMPLAINT, "my boss is slow", said("my boss is slow")),))
    assert "my boss is slow" not in repr(manual(sketch([slow], [("start", "check"), ("check", "end")])))


def test_what_the_coordinator_entered_fills_the_gaps() -> None:
    details = Details(owner="Finance", purpose="To pay in time", date="2025-03-14")
    entered = manual(DECIDED, details)
    control = {name: value for [name], [value] in zip(column(entered.control, 0), column(entered.control, 1), strict=True)}
    assert control["Process owner"] == "Finance"
    assert control["Date"] == "2025-03-14"
    assert control["Approved by"] == "[to be filled in]"
    assert "To pay in time" in repr(chapter(entered, "purpose"))


def test_raci_takes_who_does_it_from_the_interviews_and_leaves_the_rest_open() -> None:
    (table,) = tables(chapter(manual(DECIDED), "raci"))
    assert [column.heading for column in table.columns] == ["No.", "Step", "clerk", "manager", "Open"]
    assert column(table, 2) == [["R"], ["R"], [""], [""]]
    assert column(table, 3) == [[""], [""], ["R"], [""]]
    assert [marked(row.cells[4], Mark.GAP) for row in table.rows] == [["[A, C, I]"]] * 3 + [["[R, A, C, I]"]]


def test_raci_shows_what_was_entered_for_all_steps_and_for_one() -> None:
    details = Details(
        responsibilities=(
            Responsibility(step="approve the invoice", accountable="Director"),
            Responsibility(accountable="Manager", consulted=("auditor",)),
            Responsibility(step="1", informed=("clerk",)),
        )
    )
    (table,) = tables(chapter(manual(DECIDED, details), "raci"))
    shown = {heading.heading: column(table, number) for number, heading in enumerate(table.columns)}
    assert shown["manager"] == [["A"], ["A"], ["R"], ["A"]]
    assert shown["Director"] == [[""], [""], ["A"], [""]]
    assert shown["auditor"] == [["C"]] * 4
    assert shown["clerk"] == [["R/I"], ["R"], [""], [""]]
    assert shown["Open"] == [[""], ["[I]"], ["[I]"], ["[R, I]"]]


def test_raci_names_the_roles_where_they_are_too_many_for_columns() -> None:
    crowd = Details(responsibilities=(Responsibility(informed=tuple("abcdefghijklm")),))
    (table,) = tables(chapter(manual(DECIDED, crowd), "raci"))
    assert column(table, 2) == [["clerk"], ["clerk"], ["manager"], ["[role not stated]"]]
    assert column(table, 5) == [["a, b, c, d, e, f, g, h, i, j, k, l, m"]] * 4
    assert marked(table.rows[0].cells[3], Mark.GAP) == ["[to be filled in]"]


def test_each_system_and_document_has_its_steps_and_their_roles() -> None:
    form = Fact(FactKind.DOCUMENT, "credit note")
    steps = [
        replace(CHECK, facts=(Fact(FactKind.SYSTEM, "Axira"), form)),
        replace(APPROVE, facts=(Fact(FactKind.SYSTEM, "axira"),)),
    ]
    made = manual(sketch(steps, [("start", "check"), ("check", "approve"), ("approve", "end")]))
    systems, documents = tables(chapter(made, "materials"))
    assert [column(systems, 0), column(documents, 0)] == [[["Axira"]], [["Credit note"]]]
    assert column(systems, 1) == [["1 Check the invoice", "2 Approve the invoice"]]
    assert column(systems, 2) == [["clerk, manager"]]
    (records,) = tables(chapter(made, "records"))
    assert [column(records, 0), column(records, 2)] == [[["Credit note"]], [["[to be filled in]"]]]


def test_versions_hold_this_one_and_room_for_more() -> None:
    details = Details(version="2.0", author="Anna", revisions=(Revision(version="1.0", change="first"),))
    versions, approval = tables(chapter(manual(DECIDED, details), "history"))
    assert column(versions, 0) == [["1.0"], ["2.0"], [""], [""]]
    assert column(versions, 3) == [["first"], ["[to be filled in]"], [""], [""]]
    assert column(approval, 1) == [["Anna"], ["[to be filled in]"], ["[to be filled in]"]]
    assert column(approval, 3) == [["", ""]] * 3


@pytest.mark.parametrize("name", ["definitions", "records", "measurements", "risks"])
def test_what_nobody_has_entered_is_a_gap(name: str) -> None:
    assert all(marked(row.cells[0], Mark.GAP) for table in tables(chapter(manual(DECIDED), name)) for row in table.rows)


def test_the_status_is_said_in_the_language_of_the_manual() -> None:
    swedish = manual(replace(DECIDED, language="sv"), Details(status="In review"))
    assert swedish.status == "version 0.1, under granskning"
    assert "utkast" in repr(chapter(swedish, "summary"))
    assert "utkast" not in repr(chapter(manual(replace(DECIDED, language="sv"), Details(status="approved")), "summary"))


@pytest.mark.parametrize(
    ("language", "sentence", "running"),
    [
        ("en", "Version 1.0 was approved on 2025-03-14 by Maija Salo.", "version 1.0, approved 2025-03-14"),
        ("sv", "Version 1.0 godkändes 2025-03-14 av Maija Salo.", "version 1.0, godkänd 2025-03-14"),
        ("fi", "Versio 1.0 on hyväksytty 2025-03-14, hyväksyjänä Maija Salo.", "versio 1.0, hyväksytty 2025-03-14"),
    ],
)
def test_an_approved_manual_says_when_and_by_whom_and_is_no_draft(language: str, sentence: str, running: str) -> None:
    approved = Details(status="approved", version="1.0", date="2025-03-14", approver="Maija Salo")
    made = manual(replace(DECIDED, language=language), approved)
    (paragraph,) = (block for block in chapter(made, "summary").blocks if isinstance(block, Paragraph))
    assert sentence in read(paragraph.line)
    assert made.status == running
    assert not any(word in repr(made).casefold() for word in ("draft", "utkast", "luonno"))


def test_an_approved_manual_says_how_many_questions_are_open() -> None:
    (paragraph,) = (block for block in chapter(manual(DECIDED, Details(status="approved")), "summary").blocks)
    assert isinstance(paragraph, Paragraph)
    asked = tables(chapter(manual(DECIDED), "open_questions"))[0]
    assert len(asked.rows) == 2
    assert "Two questions are still open" in read(paragraph.line)
    assert marked((paragraph.line,), Mark.GAP) == ["[to be filled in]"] * 2


def test_the_status_is_known_in_the_manual_s_language_and_in_words_of_one_s_own() -> None:
    assert "utkast" not in repr(chapter(manual(replace(DECIDED, language="sv"), Details(status="Godkänd")), "summary"))
    assert manual(DECIDED, Details(status="pilot")).status == "version 0.1, pilot"


def test_a_chapter_can_be_left_out() -> None:
    left = manual(DECIDED, Details(leave_out=("training", "quotes")))
    assert {"training", "quotes"}.isdisjoint(chapter.id for chapter in left.chapters)


def told(process: Process) -> list[list[str]]:
    """What the work instructions say of each step."""
    (table,) = tables(chapter(manual(process), "instructions"))
    return [[line.replace("\u00a0", " ") for line in lines] for lines in column(table, 2)]


def test_instructions_tell_where_the_way_parts_and_begin_each_stretch_with_its_role() -> None:
    (table,) = tables(chapter(manual(DECIDED), "instructions"))
    assert column(table, 0) == [["Clerk"], [""], ["Manager"], ["[role not stated]"]]
    assert told(DECIDED) == [
        ["Check the invoice.", "If the amount is wrong → step 2; if the amount is right → step 3."],
        ["Correct the invoice.", "Repeat from step 1."],
        ["From step 1, if the amount is right:", "Approve the invoice."],
        ["File the invoice.", "The work ends here."],
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If it is fine → step 3; otherwise → step 2."),
        ("sv", "Om it is fine → steg 3; annars → steg 2."),
        ("fi", "Jos it is fine → vaihe 3; muuten → vaihe 2."),
    ],
)
def test_instructions_tell_what_holds_otherwise_last(language: str, sentence: str) -> None:
    arrows = {("start", "check"): "", ("check", "ok"): "", ("ok", "correct"): "", ("ok", "approve"): "it is fine"}
    process = sketch([CHECK, choice("ok"), CORRECT, APPROVE], arrows, language=language)
    assert told(process)[0][-1] == sentence


def test_instructions_tell_of_loops_with_their_end() -> None:
    arrows = {
        ("start", "check"): "",
        ("check", "correct"): "",
        ("correct", "ok"): "",
        ("ok", "check"): "",
        ("ok", "approve"): "all is right.",
    }
    process = sketch([CHECK, CORRECT, choice("ok"), APPROVE], {**arrows, ("approve", "end"): ""})
    assert told(process)[1][-1] == "Repeat from step 1 until all is right; then → step 3."


def test_instructions_do_not_say_if_twice_and_show_what_was_not_told() -> None:
    arrows = {("start", "check"): "", ("check", "ok"): "", ("ok", "approve"): "when it is right", ("approve", "end"): ""}
    assert told(sketch([CHECK, choice("ok"), APPROVE], arrows))[0][-1] == "When it is right → step 2; otherwise [not told]."


def test_instructions_name_what_is_used_and_how_long_it_takes() -> None:
    facts = (Fact(FactKind.SYSTEM, "Axira"), Fact(FactKind.DOCUMENT, "Invoice"), Fact(FactKind.WORK_TIME, "two minutes"))
    process = sketch([replace(CHECK, facts=facts), APPROVE], [("start", "check"), ("check", "approve"), ("approve", "end")])
    assert told(process)[0] == ["Check the invoice in Axira. This takes two minutes."]


def test_an_empty_process_still_makes_a_manual() -> None:
    ids = [chapter.id for chapter in manual(Process(title="Nothing yet", language="sv")).chapters]
    assert ids == [
        *("summary", "history", "purpose", "definitions", "glance"),
        *("records", "measurements", "risks", "training", "open_questions", "concluded"),
    ]
