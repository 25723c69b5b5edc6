"""A field stays where it is while it is filled in, and follows what is changed elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from interview2flow.editing import steps
from interview2flow.model import FactKind
from interview2flow.storage import Store
from interview2flow.ui import saving, state
from interview2flow.ui.server import START
from interview2flow.ui.work import Work
from tests.ui.test_ui_pages import PATIENCE

NAME, SYSTEM = "name-Activity_1", "system-Activity_1"


@pytest.fixture
def work(store: Store, project: str) -> Work:
    """The first step selected; the second names a system."""
    opened = saving.open_work(store, project)
    assert opened is not None
    told = saving.edit(
        store, opened, lambda process: steps.tell(process, task_id="Activity_2", kind=FactKind.SYSTEM, values=["SAP"])
    )
    return told.select("Activity_1")


@pytest.fixture
def page(work: Work) -> AppTest:
    opened = AppTest.from_file(str(START), default_timeout=PATIENCE)
    opened.query_params["project"] = work.project
    return show(opened, work)


def show(page: AppTest, work: Work) -> AppTest:
    page.session_state[state.WORK] = work
    return page.run()


def folded(page: AppTest) -> set[str | None]:
    return {field.key for field in page.expander[0].multiselect}


def test_a_field_is_the_same_after_its_text_was_stored(page: AppTest, store: Store, work: Work) -> None:
    page.text_input(key=NAME).input("verify the invoice").run()
    assert page.text_input(key=NAME).value == "verify the invoice"
    newest = saving.open_work(store, work.project)
    assert newest is not None
    assert "verify the invoice" in newest.xml


def test_a_field_follows_what_is_changed_on_the_picture(page: AppTest, store: Store, work: Work) -> None:
    drawn = saving.edit(store, work, lambda process: steps.rename(process, "Activity_1", "look at it"))
    assert show(page, replace(drawn, selected="Activity_1")).text_input(key=NAME).value == "look at it"


def test_a_field_that_is_filled_in_stays_folded_until_another_step_is_selected(page: AppTest) -> None:
    page.multiselect(key=SYSTEM).select("SAP").run()
    assert page.multiselect(key=SYSTEM).value == ["SAP"]
    assert SYSTEM in folded(page)
    now = page.session_state[state.WORK]
    show(page, now.select("Activity_2"))
    assert SYSTEM not in folded(show(page, now.select("Activity_1")))
