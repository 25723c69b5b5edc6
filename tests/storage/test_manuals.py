"""What is entered about a manual, and its template, are kept with the project."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from interview2flow.errors import NotStoredError, StaleSaveError
from interview2flow.storage import Store
from interview2flow.storage.tables import DetailsRow


def saves(store: Store) -> list[tuple[int, str, bool]]:
    with store._reading() as session:
        return [(row.number, row.text, row.refused) for row in session.query(DetailsRow).order_by(DetailsRow.number)]


def test_details_come_back_letter_by_letter(store: Store) -> None:
    project = store.create_project("x")
    assert store.details(project.id) is None
    first = store.save_details(project.id, "owner: Åsa \x07\U0001f642\n", based_on=None, author="Maija")
    assert store.details(project.id) == first
    assert (first.number, first.text, first.author) == (1, "owner: Åsa \x07\U0001f642\n", "Maija")
    second = store.save_details(project.id, "owner: Bo\n", based_on=1)
    assert store.details(project.id) == second
    assert store.details(store.create_project("y").id) is None


def test_a_stale_save_is_refused_and_kept(store: Store) -> None:
    project = store.create_project("x")
    store.save_details(project.id, "a", based_on=None)
    theirs = store.save_details(project.id, "theirs", based_on=1)
    with pytest.raises(StaleSaveError) as refusal:
        store.save_details(project.id, "mine", based_on=1)
    assert (refusal.value.based_on, refusal.value.newest) == (1, 2)
    assert store.details(project.id) == theirs
    assert saves(store) == [(1, "a", False), (2, "theirs", False), (3, "mine", True)]
    assert store.save_details(project.id, "mine", based_on=2).number == 4


def test_the_same_again_is_not_saved_again(store: Store) -> None:
    project = store.create_project("x")
    first = store.save_details(project.id, "a", based_on=None)
    assert store.save_details(project.id, "a", based_on=None) == first
    assert saves(store) == [(1, "a", False)]


def test_of_many_saves_at_once_one_is_taken_and_none_is_lost(store: Store) -> None:
    project = store.create_project("x")
    start = threading.Barrier(6)

    def save(number: int) -> bool:
        start.wait()
        try:
            store.save_details(project.id, f"v{number}", based_on=None)
        except StaleSaveError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(save, range(6)))
    assert sum(taken) == 1
    assert {text for _, text, _ in saves(store)} == {f"v{number}" for number in range(6)}


def test_saving_details_is_a_change_of_the_project(store: Store) -> None:
    first, second = store.create_project("first"), store.create_project("second")
    store.save_details(first.id, "a", based_on=None)
    assert [each.id for each in store.projects()] == [first.id, second.id]


def test_a_template_is_put_replaced_and_taken_away(store: Store) -> None:
    project = store.create_project("x")
    assert store.template(project.id) is None
    store.set_template(project.id, "old.docx", b"old")
    content = bytes(range(256))
    put = store.set_template(project.id, " Company\n template\x00.docx ", content)
    assert store.template(project.id) == put
    assert (put.name, put.content) == ("Company template.docx", content)
    store.remove_template(project.id)
    store.remove_template(project.id)
    assert store.template(project.id) is None


def test_both_go_with_the_project(store: Store) -> None:
    project = store.create_project("x")
    store.save_details(project.id, "a", based_on=None)
    store.set_template(project.id, "company.docx", b"x")
    store.delete(project.id)
    assert saves(store) == []
    for ask in (store.details, store.template, store.remove_template):
        with pytest.raises(NotStoredError):
            ask(project.id)
