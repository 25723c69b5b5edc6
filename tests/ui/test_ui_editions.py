"""Versions of the manual: a save is named, and later manuals say what has changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from interview2flow.editing import steps
from interview2flow.exporters import bpmn
from interview2flow.model import Process
from interview2flow.model.details import Details, Revision
from interview2flow.storage import NamedVersion, Store
from interview2flow.ui import library
from interview2flow.ui.manual import keeping
from interview2flow.ui.texts import LANGUAGES, words
from interview2flow.ui.versions.edition import Edition, edition
from interview2flow.ui.versions.naming import called
from tests.ui.test_ui_pages import app, click, shown

SAY = words("en")
FIRST = NamedVersion(revision=1, name="0.9", date="2025-02-01")
SECOND = NamedVersion(revision=2, name="1.0", date="2025-03-14", approver="Maija")


def renamed(process: Process) -> Process:
    return steps.rename(process, "Activity_2", "settle the invoice")


def made(details: Details, process: Process, *, after: Process | None = None) -> Edition:
    """The manual of a process whose versions 0.9 and 1.0 both were `process`, and which is `after` now."""
    return edition((FIRST, SECOND), details, after or process, lambda version: replace(process, title=version.name))


def test_changes_are_listed_since_the_version_before_this_one(process: Process) -> None:
    now = made(Details(version="1.0", status="approved"), process)
    assert now.since is not None
    assert now.since.title == "0.9"
    assert now.details.status == "approved"
    assert [(each.version, each.date) for each in now.details.revisions] == [("0.9", "2025-02-01"), ("1.0", "2025-03-14")]


def test_a_new_version_follows_the_last_one_that_was_named(process: Process) -> None:
    entered = Revision(version="0.9", author="Olli", change="first")
    now = made(Details(version="2.0", revisions=(entered, Revision(version="0.1"))), process)
    assert now.since is not None
    assert now.since.title == "1.0"
    assert [each.version for each in now.details.revisions] == ["0.1", "0.9", "1.0"]
    assert entered in now.details.revisions


def test_what_was_approved_is_a_draft_again_once_the_flowchart_says_something_else(process: Process) -> None:
    now = made(Details(version="1.0", status="approved", date="2025-03-14"), process, after=renamed(process))
    assert (now.details.version, now.details.status, now.details.date) == ("1.0+", None, None)
    assert now.since is not None
    assert now.since.title == "1.0"


def test_without_versions_nothing_is_listed(process: Process) -> None:
    details = Details(version="0.1")
    assert edition((), details, process, lambda _: process) == Edition(details=details)


def test_a_manual_from_the_app_lists_what_has_changed(store: Store, project: str, process: Process) -> None:
    store.name_version(project, NamedVersion(revision=1, name="1.0"))
    keeping.save(store, keeping.kept(store, project), Details(version="1.0", status="approved", approver="Maija Virtanen"))
    assert "What has changed" not in library.rendered(store, project, "md").decode()
    store.save(project, bpmn.render(renamed(process)).decode(), based_on=1)
    manual = library.rendered(store, project, "md").decode()
    assert "What has changed since version 1.0" in manual
    assert "is now called “Settle the invoice”" in manual
    assert "approved" not in manual.partition("##")[0]
    assert "What has changed since version 1.0" in library.rendered(store, project, "md", pseudonyms=True).decode()


@pytest.fixture
def page(store: Store, project: str, process: Process) -> AppTest:
    store.save(project, bpmn.render(renamed(process)).decode(), based_on=1, author="Maija")
    return app(project=project, view="history").run()


def test_a_save_is_named_on_the_page_and_the_manual_follows(store: Store, project: str, page: AppTest) -> None:
    page.text_input(key=f"named-{project}-2").input("1.0")
    page.date_input(key=f"approved-on-{project}-2").set_value(date(2025, 3, 14))
    page.text_input(key=f"approved-by-{project}-2").input("Maija Salo")
    page.button(key="name-2").click().run()
    assert not page.exception
    approved = NamedVersion(revision=2, name="1.0", date="2025-03-14", approver="Maija Salo")
    assert store.versions(project) == (approved,)
    details = keeping.kept(store, project).details
    assert (details.version, details.status, details.date) == ("1.0", "approved", "2025-03-14")
    assert details.approver == "Maija Salo"
    assert called(approved, SAY) in shown(page)
    page.text_input(key=f"named-{project}-1").input("1.0")
    page.button(key="name-1").click().run()
    assert [version.revision for version in store.versions(project)] == [2]
    click(page, SAY("versions.unname"))
    assert store.versions(project) == ()


def test_what_has_no_day_of_approval_is_no_approved_version(store: Store, project: str, page: AppTest) -> None:
    page.text_input(key=f"approved-by-{project}-2").input("Maija Salo")
    page.button(key="name-2").click().run()
    assert store.versions(project) == (NamedVersion(revision=2, name="0.1"),)
    assert keeping.kept(store, project).details.status is None


def test_an_earlier_save_is_named_without_touching_the_manual(store: Store, project: str, page: AppTest) -> None:
    page.text_input(key=f"named-{project}-1").input(" 0.9 \x07")
    page.button(key="name-1").click().run()
    assert store.versions(project) == (NamedVersion(revision=1, name="0.9"),)
    assert keeping.kept(store, project).details == Details()


def test_a_draft_that_nobody_changed_can_be_named_and_a_name_is_asked_for(store: Store, project: str) -> None:
    page = app(project=project, view="history").run()
    page.text_input(key=f"named-{project}-1").input("")
    page.button(key="name-1").click().run()
    assert not page.exception
    assert store.versions(project) == ()
    page.text_input(key=f"named-{project}-1").input("1.0")
    page.button(key="name-1").click().run()
    assert [version.name for version in store.versions(project)] == ["1.0"]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_version_is_called_by_all_that_is_known_of_it(language: str) -> None:
    say = words(language)
    told = [called(each, say) for each in (NamedVersion(revision=1, name="1.0"), SECOND, replace(SECOND, approver=None))]
    assert len(set(told)) == len(told)
    assert "2025-03-14" in told[1]
    assert "Maija" in told[1]
