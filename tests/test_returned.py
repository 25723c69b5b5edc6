"""Sheets go out, are filled in, and come back: each answer finds its question."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from interview2flow import exporters, workspace
from interview2flow.analysis import review
from interview2flow.editing.answering import Reply
from interview2flow.editing.steps import rename
from interview2flow.errors import UnknownFormatError, UnreadableFileError
from interview2flow.exporters.bpmn import read, render
from interview2flow.model import Process, Question, Task
from interview2flow.returned import replies
from interview2flow.storage import Store
from tests.support.gold_process import EXAMPLES, gold_process
from tests.support.processes import INTERVIEW, OTHER, SOURCE, said, sketch, task

UNTIL_GIVEN_UP = 180
PROCESS = sketch(
    [
        task("Activity_1", "check the invoice"),
        task("Activity_3", "book the invoice", "Lane_unknown"),
        task("Activity_2", "pay the invoice", "Lane_manager", evidence=(said("I pay", source=OTHER.name),)),
    ],
    [("start", "Activity_1"), ("Activity_1", "Activity_3"), ("Activity_3", "Activity_2"), ("Activity_2", "end")],
    questions=[
        Question(ask="who has the *stamp*", about="Activity_1", source=SOURCE),
        Question(ask="when is it paid", about="Activity_2", source=OTHER.name),
    ],
    interviews=[INTERVIEW, OTHER],
)
STAMP, PAID, WHO = "Who has the *stamp*?", "When is it paid?", "Who does this: “book the invoice”?"
ANSWERS = {STAMP: "Rauni has it.\nIn the drawer.", WHO: "", PAID: "On Fridays <b>& in March</b>"}


def in_word(process: Process, answers: Mapping[str, str]) -> bytes:
    """The Word sheet, filled in as somebody does who types into the boxes."""
    document = docx.Document(BytesIO(exporters.render(process, review(process), "followup")))
    boxes = iter(document.tables)
    for paragraph in document.paragraphs:
        if paragraph.style and paragraph.style.name == "Question":
            question = paragraph.text.partition(". ")[2]
            cell = next(boxes).rows[0].cells[0]
            first, *others = answers.get(question, "").split("\n")
            cell.paragraphs[0].text = first
            for line in others:
                cell.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def in_markdown(process: Process, answers: Mapping[str, str]) -> bytes:
    """The Markdown sheet, filled in below each question."""
    text = exporters.render(process, review(process), "questions").decode()
    for question, answer in answers.items():
        head, found, rest = text.partition(question.replace("*", r"\*"))
        assert found
        text = head + found + rest.replace("Answer:", f"Answer: {answer}", 1)
    return text.encode()


def told(found: tuple[Reply, ...]) -> set[tuple[str, str, str | None]]:
    return {(each.question, each.text, each.source) for each in found}


EXPECTED = {(STAMP, ANSWERS[STAMP], SOURCE), (WHO, "", SOURCE), (PAID, ANSWERS[PAID], OTHER.name)}


def test_a_word_sheet_comes_back_with_its_answers() -> None:
    found = replies(PROCESS, "Maija.docx", in_word(PROCESS, ANSWERS))
    assert told(found) == EXPECTED
    assert {each.finding.text for each in found if each.finding} == set(ANSWERS)
    assert {each.about for each in found} == {"Activity_1", "Activity_2", "Activity_3"}


def test_a_markdown_sheet_comes_back_with_its_answers() -> None:
    found = replies(PROCESS, "all.MD", in_markdown(PROCESS, ANSWERS))
    assert told(found) == EXPECTED
    assert all(each.finding and each.finding.text == each.question for each in found)


def test_answers_come_home_when_the_process_was_changed_meanwhile() -> None:
    word, markdown = in_word(PROCESS, {WHO: "Rauni"}), in_markdown(PROCESS, {WHO: "Rauni"})
    renamed = rename(PROCESS, "Activity_3", "book the bill")
    for name, sheet in (("a.docx", word), ("a.md", markdown)):
        (reply,) = (each for each in replies(renamed, name, sheet) if each.text)
        assert reply.finding
        assert reply.finding.text == "Who does this: “book the bill”?"
    assigned = replace(PROCESS, nodes=tuple(replace(n, lane="Lane_clerk") if n.id == "Activity_3" else n for n in PROCESS.nodes))
    (late,) = (each for each in replies(assigned, "a.docx", word) if each.text)
    assert (late.finding, late.about, late.text) == (None, "Activity_3", "Rauni")


def test_answers_are_found_without_styles_and_below_the_box() -> None:
    document = docx.Document(BytesIO(in_word(PROCESS, {STAMP: "Rauni"})))
    for paragraph in document.paragraphs:
        if paragraph.style and paragraph.style.name == "Question":
            paragraph.style = document.styles["Normal"]
    document.tables[0]._tbl.addnext(document.add_paragraph("Or ask Olli.")._p)
    written = BytesIO()
    document.save(written)
    found = replies(PROCESS, "a.docx", written.getvalue())
    assert "Rauni\nOr ask Olli." in {each.text for each in found}
    assert len(found) == 3


def test_another_file_is_no_sheet() -> None:
    other = BytesIO()
    docx.Document().save(other)
    assert replies(PROCESS, "a.docx", other.getvalue()) == ()
    assert replies(PROCESS, "a.md", b"# Notes\n\nnothing") == ()
    with pytest.raises(UnreadableFileError):
        replies(PROCESS, "a.docx", b"PK no")
    with pytest.raises(UnknownFormatError):
        replies(PROCESS, "a.pdf", b"")


def test_answers_become_evidence_in_an_interview_of_their_own(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        project = store.create_project(PROCESS.title, language="en").id
        for _ in range(2):  # handed in twice, noted once
            back = [each for each in replies(PROCESS, "a.docx", in_word(PROCESS, ANSWERS)) if each.text]
            after = workspace.take_answers(store, project, PROCESS, back)(PROCESS)
        kept = {each.name: each.transcript for each in store.interviews(project)}
    assert list(kept) == ["Answers — Maija, clerk", "Answers — Olli, manager"]
    assert [turn.text for turn in kept["Answers — Maija, clerk"].turns] == [STAMP, "Rauni has it. In the drawer."]
    node = read(render(after), name="x.bpmn").node("Activity_1")
    assert isinstance(node, Task)
    words = node.evidence[-1]
    assert words.quote == kept[words.source].turns[words.turn].text[words.start : words.end]
    assert [finding.text for finding in review(after)] == [WHO]


@pytest.mark.libreoffice
@pytest.mark.parametrize("example", ["en-supplier-invoice", "fi-ostolasku"])
def test_a_sheet_that_libreoffice_saved_is_read_alike(example: str, tmp_path: Path, program: Callable[..., str]) -> None:
    process = gold_process(EXAMPLES / example)
    asked = [finding.text for finding in review(process) if finding.asks]
    answers = {question: f"Vastaus {number}, ”näin”" for number, question in enumerate(asked) if number != 1}
    sheet = in_word(process, answers)
    (tmp_path / "sheet.docx").write_bytes(sheet)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run(
        [*command, tmp_path / "saved", tmp_path / "sheet.docx"], check=True, capture_output=True, timeout=UNTIL_GIVEN_UP
    )
    saved = (tmp_path / "saved" / "sheet.docx").read_bytes()
    assert saved != sheet
    assert replies(process, "sheet.docx", saved) == replies(process, "sheet.docx", sheet)
    assert {each.question: each.text for each in replies(process, "sheet.docx", saved) if each.text} == answers
