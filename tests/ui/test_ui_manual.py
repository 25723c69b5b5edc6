"""The form for the manual's details: what is typed is kept, what is missing is told, and nobody's words are lost."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from interview2flow import exporters
from interview2flow.errors import InvalidDetailsError, StaleSaveError
from interview2flow.model import Process
from interview2flow.model.details import Definition, Details, Record, Responsibility
from interview2flow.storage import Store
from interview2flow.ui import library
from interview2flow.ui.manual import keeping, lists, raci
from interview2flow.ui.manual.sections import SECTIONS
from interview2flow.ui.server import START
from interview2flow.ui.table.cells import Edits
from interview2flow.ui.texts import LANGUAGES, words

SAY = words("en")
EXAMPLE = Path(__file__).parents[2] / "examples" / "details.yaml"


def form(project: str, part: str = "control", language: str = "en") -> AppTest:
    page = AppTest.from_file(str(START), default_timeout=60)
    page.query_params.update({"project": project, "view": "manual", "lang": language})
    page.run()
    return show(page, part)


def show(page: AppTest, part: str) -> AppTest:
    return page.radio(key="manual-part").set_value(part).run()


def field(page: AppTest, name: str) -> Any:
    label = SAY(f"manual.fields.{name}")
    fields = (*page.text_input, *page.text_area, *page.selectbox, *page.date_input, *page.multiselect)
    return next(each for each in fields if each.label == label)


def type_rows(page: AppTest, name: str, **edits: Any) -> AppTest:
    """Types into the sheet of that name: what the browser would tell."""
    sheet = next(each for each in page.data_editor if each.key and each.key.startswith(name))
    typed = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **edits}
    states = page._tree.get_widget_states()
    states.widgets.append(WidgetState(id=sheet.proto.id, string_value=json.dumps(typed)))
    return page._run(states)


def kept(store: Store, project: str) -> Details:
    return keeping.kept(store, project).details


def told(page: AppTest) -> str:
    return " ".join(str(getattr(each.proto, "body", "")) for each in page.get("html"))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_every_part_is_drawn_in_every_language(project: str, language: str, section: Any) -> None:
    page = form(project, section.name, language)
    assert not page.exception
    assert not page.error
    assert words(language)(f"manual.leads.{section.name}") in told(page)


def test_what_is_typed_is_kept_and_told(store: Store, project: str) -> None:
    page = form(project)
    assert SAY("manual.nothing_saved") in told(page)
    assert f"{SAY('manual.fields.owner')}," in told(page)
    field(page, "owner").set_value("  Head of\tFinance ").run()
    field(page, "status").set_value("in review").run()
    field(page, "date").set_value(date(2025, 3, 14)).run()
    assert kept(store, project) == Details(owner="Head of Finance", status="in review", date="2025-03-14")
    assert "Saved: Date, today" in told(page)
    assert f"{SAY('manual.fields.owner')}," not in told(page)
    show(page, "purpose")
    field(page, "purpose").set_value("Invoices are paid.\n\n Once.").run()
    show(page, "training")
    field(page, "training").set_value("Axira\n\n  Rules ").run()
    assert kept(store, project).purpose == "Invoices are paid.\n\nOnce."
    assert kept(store, project).training == ("Axira", "Rules")
    show(page, "control")
    assert "Saved: Training, today" in told(page)
    assert field(page, "owner").value == "Head of Finance"
    field(page, "version").set_value("").run()
    assert field(page, "version").value == kept(store, project).version == "0.1"
    field(page, "owner").set_value("").run()
    assert kept(store, project).owner is None


def test_a_status_or_date_in_other_words_stays_as_it_is(store: Store, project: str) -> None:
    store.save_details(project, "status: being tried out\ndate: March 2025\nreview_date: 2099-12-31\n", based_on=None)
    page = form(project)
    assert field(page, "status").value == "being tried out"
    assert field(page, "date").value == "March 2025"
    assert field(page, "review_date").value == date(2099, 12, 31)


def test_lists_are_typed_as_sheets(store: Store, project: str) -> None:
    store.save_details(project, "definitions:\n- term: Match\n- term: Order\n", based_on=None)
    page = form(project, "definitions")
    type_rows(page, "definitions", edited_rows={0: {"meaning": "Comparing"}}, added_rows=[{"term": "PO", "meaning": None}, {}])
    found = (Definition(term="Match", meaning="Comparing"), Definition(term="Order"), Definition(term="PO"))
    assert kept(store, project).definitions == found
    show(page, "records")
    type_rows(page, "records", added_rows=[{"name": "Invoice", "retention": "7 years"}])
    assert kept(store, project).records == (Record(name="Invoice", retention="7 years"),)
    assert "Kept where (1)" in told(page)
    show(page, "definitions")
    type_rows(page, "definitions", deleted_rows=[0, 2])
    assert kept(store, project).definitions == (Definition(term="Order"),)


def test_responsibilities_are_kept_by_step(store: Store, project: str, process: Process) -> None:
    page = form(project, "responsibilities")
    (sheet,) = page.data_editor
    assert list(sheet.value["step"]) == [SAY("manual.every_step"), "check the invoice", "pay the invoice"]
    rows = {0: {"accountable": ["Finance", "Head of Finance"]}, 2: {"consulted": ["clerk", "Purchasing"]}}
    type_rows(page, "responsibilities", edited_rows=rows)
    every, pay = kept(store, project).responsibilities
    assert (every.step, every.accountable) == (None, "Head of Finance")
    assert (pay.step, pay.consulted) == ("Activity_2", ("clerk", "Purchasing"))
    (sheet,) = page.data_editor
    assert list(sheet.value["accountable"][0]) == ["Head of Finance"]
    written = keeping.file(store, project, process).decode()
    assert "step: pay the invoice" in written


def test_what_was_entered_for_a_step_that_is_gone_waits_for_it(process: Process) -> None:
    details = Details(responsibilities=(Responsibility(step="gone", accountable="Bo"), Responsibility(informed=("Ann",))))
    rows = raci.rows(details, process, every_step="all")
    assert set(raci.responsibilities(rows, details)) == set(details.responsibilities)


def test_the_files_show_what_is_kept(store: Store, project: str) -> None:
    store.save_details(project, "owner: Head of Finance\nresponsibilities:\n- step: gone\n  accountable: Bo\n", based_on=None)
    for form_ in ("docx", "md", "xlsx", "handbook"):
        assert library.rendered(store, project, form_)
    document = docx.Document(BytesIO(library.rendered(store, project, "docx")))
    assert "Head of Finance" in [cell.text for table in document.tables for cell in table._cells]


def test_copies_without_names_name_nobody_of_the_details(store: Store, project: str) -> None:
    people = "owner: Åsa Kwon\napprover: Head of Finance\npurpose: Kwon wants it.\n"
    store.save_details(project, f"{people}responsibilities:\n- step: gone\n  accountable: Kwon\n", based_on=None)
    copy = library.rendered(store, project, "md", pseudonyms=True).decode()
    assert "Kwon" not in copy
    assert "Person A wants it" in copy
    assert "Head of Finance" in copy


def test_a_file_is_loaded_and_taken_away(store: Store, project: str, process: Process) -> None:
    store.save_details(project, "owner: Bo\nscope: All\n", based_on=None)
    page = form(project)
    page.file_uploader[0].set_value(("about.yaml", b'"![x](http://x.example)": 1', "application/yaml")).run()
    assert r"\!\[x\]\(" in page.error[0].value
    assert field(page, "owner").value == "Bo"
    page.file_uploader[0].set_value(("about.yaml", b"owner: Finance\nleave_out: [training]", "application/yaml")).run()
    assert not page.exception
    assert not page.error
    assert field(page, "owner").value == "Finance"
    assert kept(store, project) == Details(owner="Finance", scope="All", leave_out=("training",))
    assert keeping.file(store, project, process) == b"version: '0.1'\nowner: Finance\nscope: All\nleave_out:\n- training\n"


@pytest.mark.parametrize("text", ["leave_out: [riskz]", "responsibilities: [{step: 9}]", "owner: [a]"])
def test_a_file_that_does_not_fit_is_refused(process: Process, text: str) -> None:
    with pytest.raises(InvalidDetailsError):
        keeping.loaded(text.encode(), "about.yaml", process, Details())


def test_the_example_comes_through_the_form(store: Store, project: str, process: Process) -> None:
    given = exporters.read_details(EXAMPLE.read_bytes(), name="details.yaml")
    loaded = keeping.loaded(EXAMPLE.read_bytes(), "details.yaml", process, Details())
    keeping.save(store, keeping.kept(store, project), loaded)
    again = exporters.read_details(keeping.file(store, project, process), name="details.yaml")
    assert again.responsibilities[1].step == "check the invoice"
    assert keeping.changed(given, again).keys() == {"responsibilities"}


def test_two_who_change_different_things_are_both_kept(store: Store, project: str) -> None:
    one = two = keeping.kept(store, project)
    keeping.save(store, one, Details(owner="Bo"))
    both = keeping.save(store, two, Details(scope="All"))
    assert both.details == kept(store, project) == Details(owner="Bo", scope="All")
    with pytest.raises(StaleSaveError):
        keeping.save(store, one, Details(owner="Ann"))


def test_two_who_change_the_same_are_asked(store: Store, project: str) -> None:
    page, other = form(project), form(project)
    field(other, "owner").set_value("Theirs").run()
    field(page, "owner").set_value("Mine").run()
    assert SAY("manual.conflict", what=SAY("manual.fields.owner")) in page.warning[0].value
    assert field(page, "owner").value == "Mine"
    assert kept(store, project).owner == "Theirs"
    field(page, "author").set_value("Me").run()
    next(button for button in page.button if button.label == SAY("manual.mine")).click().run()
    assert not page.warning
    assert kept(store, project) == Details(owner="Mine", author="Me")
    other.run()
    assert field(other, "owner").value == "Mine"
    field(other, "approver").set_value("Other").run()
    field(page, "approver").set_value("Mine").run()
    next(button for button in page.button if button.label == SAY("manual.theirs")).click().run()
    assert kept(store, project).approver == field(page, "approver").value == "Other"


def test_without_a_draft_there_is_no_form(store: Store) -> None:
    created = store.create_project("Empty")
    page = AppTest.from_file(str(START), default_timeout=60)
    page.query_params.update({"project": created.id, "view": "manual"})
    page.run()
    assert page.info[0].value == SAY("manual.undrafted")


def test_characters_that_cannot_be_seen_are_not_kept() -> None:
    assert lists.lines("a\x00b\u202e\n\x07\n=cmd()") == ("ab", "=cmd()")
    assert lists.paragraphs(" a\tb\n\n<c>\x0c ") == "a b\n\n<c>"


def test_rows_are_entries_where_all_stands_that_must() -> None:
    edits = Edits(edited={0: {"place": "archive"}}, added=[{"name": "x"}, {"place": "y"}], deleted=[1])
    rows = lists.edited([lists.cells_of(Record(name="a")), lists.cells_of(Record(name="b"))], edits)
    assert lists.entries(rows, Record, lists.columns(Record)) == (Record(name="a", place="archive"), Record(name="x"))
