"""Points are decided one after the other; what was decided can be opened again; sheets go out and come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
import pytest
from streamlit.testing.v1 import AppTest

from interview2flow.editing import reviewing
from interview2flow.exporters import bpmn
from interview2flow.model import Process, Provenance
from interview2flow.storage import Store
from interview2flow.ui import library, saving, state
from interview2flow.ui.checklist import checklist, listed
from interview2flow.ui.panels.sheets import take, to_ask
from interview2flow.ui.saving import Edit
from interview2flow.ui.server import START
from interview2flow.ui.texts import words
from tests.support.processes import INTERVIEW, OTHER, SOURCE, sketch, task

SAY = words("en")
PROCESS = sketch(
    [
        task("a", "check", confidence=0.2),
        task("b", "pay", "Lane_unknown"),
        task("c", "file", actor=Provenance.INFERRED),
    ],
    [("start", "a"), ("a", "b"), ("b", "c"), ("c", "end")],
    interviews=[INTERVIEW, OTHER],
)
WHO, STEP, ROLE = "Who does this: “pay”?", "Is “check” really a step of this work?", "Is it the clerk who does this: “file”?"


def texts_of(points: tuple[object, ...]) -> list[str]:
    return [point.finding.text for point in points]  # type: ignore[attr-defined]


def test_the_list_is_worked_through_and_counts() -> None:
    points = checklist(PROCESS)
    assert texts_of(points.open) == [WHO, STEP, ROLE]
    assert (points.looked_at, points.all) == (0, 3)
    who, step, role = points.open
    process = reviewing.settle(PROCESS, who.key)
    process = reviewing.ask(process, step.finding)
    points = checklist(process)
    assert (texts_of(points.open), texts_of(points.waiting), texts_of(points.done)) == ([ROLE], [STEP], [WHO])
    assert (points.looked_at, points.all) == (2, 3)
    assert role.sources == (SOURCE,)


def test_what_was_corrected_counts_as_looked_at() -> None:
    corrected = checklist(
        sketch([task("a", "check")], [("start", "a"), ("a", "end")]), first=[p.finding for p in checklist(PROCESS).open]
    )
    assert (corrected.corrected, corrected.looked_at, corrected.all) == (3, 3, 3)


def test_the_next_point_follows_the_one_that_is_decided() -> None:
    points = checklist(PROCESS)
    who, step, role = points.open
    assert points.chosen(None) == points.chosen("gone") == who
    assert points.chosen(role.key) == role
    assert [points.after(point.key) for point in (who, step, role)] == [step.key, role.key, who.key]
    alone = checklist(reviewing.settle(reviewing.settle(PROCESS, who.key), step.key))
    assert alone.after(role.key) is None


@pytest.fixture
def page(store: Store) -> Iterator[tuple[AppTest, str]]:
    project = store.create_project("Paying", language="en").id
    xml = bpmn.render(PROCESS).decode()
    store.add_draft(project, xml)
    store.save(project, xml, based_on=None)
    shown = AppTest.from_file(str(START), default_timeout=60)
    shown.query_params["project"] = project
    shown.run()
    shown.segmented_control(key=state.PANEL).set_value(state.Panel.REVIEW.value).run()
    yield shown, project
    assert not shown.exception


def lines(page: AppTest) -> list[str]:
    """The open points as the list has them, without their badges and whom to ask."""
    found = [button.label.replace("\\", "") for button in page.button if str(button.key).startswith("finding-")]
    return [text.partition("] ")[2].partition(" *")[0] for text in found]


def newest(store: Store, project: str) -> Process:
    revision = store.latest(project)
    assert revision
    return bpmn.read(revision.xml.encode(), name="x.bpmn")


def test_points_are_accepted_asked_and_opened_again(page: tuple[AppTest, str], store: Store) -> None:
    shown, project = page
    assert lines(shown) == [WHO, STEP, ROLE]
    shown.button(key="review-right").click().run()
    assert lines(shown) == [STEP, ROLE]
    shown.button(key="review-ask").click().run()
    process = newest(store, project)
    assert texts_of(checklist(process).waiting) == [STEP]
    shown.button(key="reopen-done-0").click().run()
    assert texts_of(checklist(newest(store, project)).open) == [WHO, ROLE]
    assert lines(shown) == [WHO, ROLE]
    assert [info.note for info in store.revisions(project)][:3] == [
        SAY("history.reopened"),
        SAY("history.asked"),
        SAY("history.settled"),
    ]


def test_an_answer_in_the_app_becomes_evidence(page: tuple[AppTest, str], store: Store) -> None:
    shown, project = page
    shown.text_area[0].input("Rauni does.")
    shown.selectbox[0].select(OTHER.name)
    next(button for button in shown.button if button.label == SAY("review.keep_answer")).click().run()
    (answers,) = store.interviews(project)
    assert answers.name == "Answers — Olli, manager"
    process = newest(store, project)
    assert process.tasks[1].evidence[-1].quote == "Rauni does."
    assert texts_of(checklist(process).done) == [WHO]


def test_an_empty_answer_changes_nothing(page: tuple[AppTest, str], store: Store) -> None:
    shown, project = page
    shown.text_area[0].input("  ")
    next(button for button in shown.button if button.label == SAY("review.keep_answer")).click().run()
    assert newest(store, project) == PROCESS
    assert store.interviews(project) == ()


@dataclass
class Returned:
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


def test_a_sheet_goes_out_and_comes_back(store: Store) -> None:
    project = store.create_project(PROCESS.title, language="en").id
    store.save(project, bpmn.render(PROCESS).decode(), based_on=None)
    work = saving.open_work(store, project)
    assert work
    assert dict(to_ask(PROCESS)) == {SOURCE: 1}
    document = docx.Document(BytesIO(library.sheet(store, project, SOURCE, "followup")))
    document.tables[0].rows[0].cells[0].paragraphs[0].text = "Rauni pays."
    filled = BytesIO()
    document.save(filled)
    carried: list[tuple[Edit, str]] = []
    files = [
        Returned("Maija.docx", filled.getvalue()),
        Returned("empty.md", library.sheet(store, project, SOURCE, "questions")),
        Returned("holiday.docx", b"no"),
    ]
    told = list(take(store, project, PROCESS, SAY, lambda edit, note: carried.append((edit, note)), files))
    assert told[0] == SAY("review.sheets.none", name="empty.md")
    assert "holiday.docx" in told[1]
    assert told[2:] == ["1 answer kept."]
    ((edit, note),) = carried
    saved = saving.edit(store, work, edit, note=note)
    assert texts_of(listed(saved.xml).done) == [WHO]
    assert not dict(to_ask(newest(store, project)))
