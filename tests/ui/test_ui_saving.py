from __future__ import annotations

import pytest

from interview2flow.editing import steps
from interview2flow.storage import Store
from interview2flow.ui import library, saving
from interview2flow.ui.reading import read, title_of, titled
from interview2flow.ui.work import Change, Origin, Work


@pytest.fixture
def work(store: Store, project: str) -> Work:
    opened = saving.open_work(store, project)
    assert opened is not None
    return opened


def change(xml: str, *, based_on: int, client: str = "here", sequence: int = 1) -> Change:
    return Change(xml=xml, origin=Origin(client=client, sequence=sequence), based_on=based_on)


def test_a_project_without_draft_has_nothing_to_draw_on(store: Store) -> None:
    assert saving.open_work(store, store.create_project("Empty").id) is None


def test_each_change_is_a_revision_and_the_newest_is_what_is_opened(store: Store, work: Work) -> None:
    once = saving.save(store, work, change("<one/>", based_on=1))
    twice = saving.save(store, once, change("<two/>", based_on=2, sequence=2))
    assert (once.revision, twice.revision) == (2, 3)
    reopened = saving.open_work(store, work.project)
    assert reopened is not None
    assert (reopened.revision, reopened.xml) == (3, "<two/>")


def test_drawing_on_while_the_last_change_is_stored_is_not_stale(store: Store, work: Work) -> None:
    once = saving.save(store, work, change("<one/>", based_on=1))
    twice = saving.save(store, once, change("<two/>", based_on=1, sequence=2))  # sent before the answer to the first came
    assert twice.refusal is None
    assert twice.revision == 3


def test_a_change_that_is_sent_twice_is_stored_once(store: Store, work: Work) -> None:
    once = saving.save(store, work, change("<one/>", based_on=1))
    assert saving.save(store, once, change("<one/>", based_on=1)) == once
    assert len(store.revisions(work.project)) == 2


@pytest.fixture
def stale(store: Store, work: Work) -> Work:
    """Somebody else stored revision 2 before our change, which is based on 1, came."""
    store.save(work.project, "<theirs/>", based_on=1)
    return saving.save(store, work, change("<mine/>", based_on=1))


def test_a_stale_change_is_refused_and_kept(store: Store, stale: Work) -> None:
    assert stale.refusal is not None
    assert stale.refusal.newest == 2
    newest = store.latest(stale.project)
    assert newest is not None
    assert newest.xml == "<theirs/>"
    refused = [store.revision(stale.project, info.number).xml for info in store.revisions(stale.project) if info.refused]
    assert refused == ["<mine/>"]


def test_going_on_with_mine_keeps_theirs_in_the_history(store: Store, stale: Work) -> None:
    work = saving.keep_mine(store, stale, note="kept")
    newest = store.latest(work.project)
    assert newest is not None
    assert (newest.xml, newest.note, newest.number) == ("<mine/>", "kept", work.revision)
    assert store.revision(work.project, 2).xml == "<theirs/>"
    assert work.refusal is None
    further = saving.save(store, work, change("<further/>", based_on=1, sequence=2))
    assert further.refusal is None


def test_going_on_with_theirs_opens_it(store: Store, stale: Work) -> None:
    work = saving.take_theirs(store, stale)
    assert (work.revision, work.xml, work.origin, work.refusal) == (2, "<theirs/>", None, None)


def test_a_third_version_meanwhile_asks_again(store: Store, stale: Work) -> None:
    store.save(stale.project, "<third/>", based_on=2)
    again = saving.keep_mine(store, stale, note="kept")
    assert again.refusal is not None
    newest = store.latest(stale.project)
    assert newest is not None
    assert (newest.xml, again.refusal.newest) == ("<third/>", newest.number)


def test_drawing_on_during_a_conflict_keeps_waiting(store: Store, stale: Work) -> None:
    on = saving.save(store, stale, change("<mine 2/>", based_on=1, sequence=2))
    assert on.refusal is not None
    assert on.refusal.change.xml == "<mine 2/>"
    newest = store.latest(stale.project)
    assert newest is not None
    assert newest.xml == "<theirs/>"


def test_renaming_the_project_renames_the_flowchart_and_its_files(store: Store, work: Work) -> None:
    library.rename(store, work.project, "Buying")
    reopened = saving.open_work(store, work.project)
    assert reopened is not None
    assert title_of(reopened.xml) == "Buying"
    assert b'"title": "Buying"' in library.rendered(store, work.project, "json")
    assert reopened.revision == work.revision


def test_renaming_the_pool_renames_the_project(store: Store, work: Work) -> None:
    renamed = titled(work.xml, "Purchasing")
    saving.save(store, work, change(renamed, based_on=1))
    assert store.project(work.project).title == "Purchasing"


def test_a_title_is_left_alone_where_it_is_right_or_unreadable(work: Work) -> None:
    assert titled(work.xml, "Paying an invoice") == work.xml
    assert titled(work.xml, "") == work.xml
    assert titled("<no-bpmn/>", "Buying") == "<no-bpmn/>"


def test_an_edit_beside_the_picture_is_a_revision(store: Store, work: Work) -> None:
    first = read(work.xml).process.tasks[0]
    edited = saving.edit(store, work, lambda process: steps.rename(process, first.id, "do it our way"), note="renamed")
    assert read(edited.xml).process.node(first.id).name == "do it our way"
    newest = store.latest(work.project)
    assert newest is not None
    assert (newest.xml, newest.note, newest.number) == (edited.xml, "renamed", work.revision + 1)
    assert saving.edit(store, edited, lambda process: process) == edited


def test_an_edit_of_an_old_version_waits_for_a_decision(store: Store, work: Work) -> None:
    store.save(work.project, "<theirs/>", based_on=work.revision)
    first = read(work.xml).process.tasks[0]
    edited = saving.edit(store, work, lambda process: steps.rename(process, first.id, "do it our way"))
    assert edited.refusal is not None
    assert read(saving.keep_mine(store, edited, note="").xml).process.node(first.id).name == "do it our way"
