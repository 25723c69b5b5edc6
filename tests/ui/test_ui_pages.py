"""The pages as Streamlit runs them, without a browser; the drawing itself is tested in tests/browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interview2flow.model import Transcript, Turn
from interview2flow.storage import Store
from interview2flow.ui import drafting, library, state
from interview2flow.ui.server import START
from interview2flow.ui.texts import LANGUAGES, words

SAY = words("en")
PATIENCE = 60


def app(**query: str) -> AppTest:
    page = AppTest.from_file(str(START), default_timeout=PATIENCE)
    for key, value in query.items():
        page.query_params[key] = value
    return page


def shown(page: AppTest) -> str:
    kinds = (page.get("html"), page.title, page.error, page.warning, page.info, page.markdown)
    return " ".join(str(getattr(e, "value", None) or getattr(e.proto, "body", "")) for kind in kinds for e in kind)


def click(page: AppTest, label: str) -> AppTest:
    """Presses the button of that label."""
    return next(button for button in page.button if button.label == label).click().run()


@pytest.mark.usefixtures("store")
def test_an_empty_store_says_what_to_do() -> None:
    page = app().run()
    assert not page.exception
    assert SAY("projects.empty_title") in shown(page)
    assert {b.label for b in page.button} == {SAY("projects.new"), SAY("projects.example")}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_setting_chooses_the_language(language: str) -> None:
    page = app(lang=language).run()
    assert words(language)("projects.empty_title") in shown(page)


@pytest.mark.usefixtures("store")
def test_the_language_can_be_chosen_on_the_page() -> None:
    page = app().run()
    page.selectbox(key="language").select("fi").run()
    assert words("fi")("projects.empty_title") in shown(page)
    assert page.query_params["lang"] in ("fi", ["fi"])


def test_projects_are_listed_opened_and_left_again(project: str) -> None:
    page = app().run()
    assert "Paying an invoice" in shown(page)
    page.button(key=f"open-{project}").click().run()
    assert page.query_params["project"] in (project, [project])
    assert not page.exception
    assert SAY("step.nothing") in shown(page)
    click(page, SAY("back"))
    assert "project" not in page.query_params


def test_copies_without_names_are_offered_with_the_manual_among_them(store: Store, project: str) -> None:
    page = app(project=project).run()
    keys = {button.proto.id.rpartition("-download-")[2] for button in page.get("download_button")}
    page.checkbox(key="pseudonyms").check().run()
    assert not page.exception
    after = {button.proto.id.rpartition("-download-")[2] for button in page.get("download_button")}
    assert "docx" in keys & after
    assert {"docx-pseudonyms", "json-pseudonyms"} <= after - keys
    assert b"Maija" in library.rendered(store, project, "json")
    assert b"Maija" not in library.rendered(store, project, "json", pseudonyms=True)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_without_libreoffice_the_page_says_what_to_do(project: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview2flow.exporters._office.program._places", lambda: iter(()))
    page = app(project=project, lang=language).run()
    assert not page.exception
    assert words(language)("errors.OfficeMissingError") in [caption.value for caption in page.caption]
    (pdf,) = (button for button in page.get("download_button") if button.proto.id.endswith("-download-manual"))
    assert pdf.proto.disabled


@pytest.mark.usefixtures("store")
def test_a_project_that_is_gone_leads_back() -> None:
    page = app(project="99").run()
    assert SAY("project.gone") in shown(page)
    click(page, SAY("project.to_projects"))
    assert SAY("projects.empty_title") in shown(page)


def test_a_point_can_be_corrected_at_its_step(project: str) -> None:
    page = app(project=project).run()
    page.segmented_control(key=state.PANEL).set_value(state.Panel.REVIEW.value).run()
    assert any("Who does this" in button.label for button in page.button)
    page.button(key="review-correct").click().run()
    assert not page.exception
    assert "pay the invoice" in page.text_input[0].value
    assert SAY("step.provenance.inferred") in shown(page)


def test_a_flowchart_that_cannot_be_read_is_named_and_still_drawn(store: Store, project: str) -> None:
    store.save(project, "<no-bpmn/>", based_on=1)
    page = app(project=project).run()
    assert SAY("project.unreadable") in shown(page)
    assert not page.exception


def test_the_example_is_one_click_away(store: Store) -> None:
    page = app().run()
    click(page, SAY("projects.example"))
    assert not page.exception
    (begun,) = store.projects()
    running = drafting.of(library.store(), begun.id)
    assert running is not None
    assert "interview-1.txt" in shown(page)
    running.wait()
    page.run()
    (project,) = store.projects()
    assert project.revision == 1
    assert project.interviews == 1
    assert SAY("step.nothing") in shown(page)


def test_an_unfinished_draft_can_be_made_again(store: Store) -> None:
    created = store.create_project("Half done")
    page = app(project=created.id).run()
    assert SAY("material.none") in shown(page)
    told = Transcript(name="a.txt", language="en", turns=(Turn(text="First I check the invoice."),))
    store.add_interview(created.id, told)
    page.run()
    assert SAY("project.undrafted") in shown(page)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_history_and_the_interviews_have_pages_of_their_own(store: Store, project: str, xml: str, language: str) -> None:
    say = words(language)
    page = app(project=project, view="history", lang=language).run()
    assert say("versions.only_draft") in shown(page)
    store.save(project, xml.replace("check the invoice", "look at the invoice"), based_on=1, author="Maija")
    page.run()
    assert not page.exception
    assert "look at the invoice" in shown(page)
    assert "Maija" in shown(page)
    page = app(project=project, view="material", lang=language).run()
    assert not page.exception
    assert say("material.none") in shown(page)


@pytest.mark.usefixtures("store")
def test_a_store_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("INTERVIEW2FLOW_STORE", str(tmp_path / "file" / "below"))
    page = app().run()
    assert "INTERVIEW2FLOW_STORE" in page.error[0].value
