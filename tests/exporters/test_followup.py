from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from interview2flow.analysis import review
from interview2flow.exporters import FORMATS, followup, render
from interview2flow.exporters._followup import sheets
from interview2flow.exporters._followup.from_docx import mark
from interview2flow.languages import texts
from interview2flow.model import Finding, Interview, Process, Question
from interview2flow.spoken import questions_for
from tests.support.gold_process import EXAMPLES, gold_process
from tests.support.processes import INTERVIEW, OTHER, SOURCE, said, sketch, task

FOLDERS = sorted(gold.parent for gold in EXAMPLES.glob("*/gold.yaml"))
PROCESS = sketch(
    [task("a", "check"), task("pay", "pay", "Lane_manager", evidence=(said("I pay", source=OTHER.name),))],
    [("start", "a"), ("a", "pay"), ("pay", "end")],
    questions=[
        Question(ask="who signs", about="pay", source=SOURCE, evidence=said("Olli pays", source=OTHER.name)),
        Question(ask="when is it paid", about="pay", source=OTHER.name),
    ],
    interviews=[INTERVIEW, OTHER],
)


def made(process: Process, findings: tuple[Finding, ...]) -> Document:
    return docx.Document(BytesIO(followup.render(process, findings)))


def styled(document: Document, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


def test_each_interviewee_is_asked_on_pages_of_their_own() -> None:
    document = made(PROCESS, review(PROCESS))
    assert styled(document, "Subtitle") == ["Maija, clerk", "Olli, manager"]
    assert styled(document, "Question") == ["1. Who signs?", "1. When is it paid?"]
    assert "Dear Maija," in styled(document, "Normal")
    first, second = (p for p in document.paragraphs if p.style and p.style.name == "Title")
    assert not first._p.xpath("./w:pPr/w:pageBreakBefore")
    assert second._p.xpath("./w:pPr/w:pageBreakBefore")


def test_words_stand_above_each_question_as_ones_own_or_as_anothers() -> None:
    maija, olli = sheets(PROCESS, review(PROCESS))
    assert maija.items[0].quotes == ("Olli, manager said: “Olli pays”",)
    assert olli.items[0].quotes == ("You said: “I pay”",)
    assert olli.items[0].about == "About step 2, pay"


def test_a_sheet_for_one_names_nobody_else() -> None:
    own = tuple(finding for finding in review(PROCESS) if finding.source == OTHER.name)
    document = made(PROCESS, own)
    assert styled(document, "Subtitle") == ["Olli, manager"]
    assert "Maija" not in "".join(text or "" for text in document.element.itertext())
    assert "Maija" not in document.core_properties.subject
    assert "Maija" not in render(PROCESS, own, "questions").decode()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_there_is_room_for_each_answer_and_real_styles(folder: Path) -> None:
    process = gold_process(folder)
    findings = review(process)
    content = render(process, findings, "followup")
    document = docx.Document(BytesIO(content))
    asked = [finding.text for finding in findings if finding.asks]
    assert [text.partition(". ")[2] for text in styled(document, "Question")] == asked
    assert len(document.tables) == len(asked)
    assert all(table.style and table.style.name == "Answer Box" for table in document.tables)
    assert all(row.height and row.height.cm > 2 for table in document.tables for row in table.rows)
    assert all(element.get(qn("w:val")) for element in document.element.iter(qn("w:tblDescription")))
    used = {e.get(qn("w:val")) for tag in ("pStyle", "rStyle", "tblStyle") for e in document.element.iter(qn(f"w:{tag}"))}
    assert used <= {style.style_id for style in document.styles}
    assert document.core_properties.language == texts(process.language, "manual")["locale"]
    assert content == render(process, findings, "followup")


def test_nothing_open_is_said_so() -> None:
    process = sketch([task("pay", "pay")], [("start", "pay"), ("pay", "end")])
    assert styled(made(process, review(process)), "Normal") == ["Nothing is open."]


def test_answers_given_later_do_not_make_another_person() -> None:
    later = Interview(name="Answers", interviewee=INTERVIEW.interviewee)
    process = replace(
        PROCESS,
        interviews=(*PROCESS.interviews, later),
        questions=(Question(ask="who signs", about="pay", source="Answers", evidence=said("I do", source="Answers")),),
    )
    (sheet,) = sheets(process, review(process))
    assert (sheet.whom, sheet.items[0].quotes) == ("Maija, clerk", ("You said: “I do”",))
    assert questions_for(process, SOURCE) == questions_for(process, "Answers") == (process, review(process))


def test_a_bookmark_remembers_what_a_question_is_about() -> None:
    assert mark("Activity_3", 2) == "about_Activity_3_2"
    assert mark("a-b", 1) is mark("x" * 60, 1) is mark(None, 1) is None


def test_it_is_a_format() -> None:
    assert "followup" in FORMATS
    assert "_followup" not in FORMATS
