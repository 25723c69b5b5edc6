"""The history in words: who saved what, what differs between two versions, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from interview2flow.editing import roles, steps
from interview2flow.exporters import bpmn
from interview2flow.layout.svg import Halo
from interview2flow.model import FactKind, Process
from interview2flow.storage import RevisionInfo, Store
from interview2flow.ui import saving
from interview2flow.ui.author import author
from interview2flow.ui.texts import LANGUAGES, words
from interview2flow.ui.versions.differing import Pair, halos, pair
from interview2flow.ui.versions.entries import entries
from interview2flow.ui.versions.telling import told

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def info(number: int, minutes: int, author: str | None = "maija", *, refused: bool = False, based_on: int = 0) -> RevisionInfo:
    created = BEGIN + timedelta(minutes=minutes)
    before = based_on or number - 1 or None
    return RevisionInfo(number=number, created=created, author=author, note="", based_on=before, refused=refused)


def numbers(infos: list[RevisionInfo]) -> list[tuple[list[int], int | None]]:
    return [([save.number for save in entry.saves], entry.before) for entry in entries(infos)]


def test_saves_of_one_person_within_minutes_are_one_entry() -> None:
    saved = [info(5, 30), info(4, 11), info(3, 9), info(2, 1), info(1, 0)]
    assert numbers(saved) == [([5], 4), ([4, 3, 2], 1), ([1], None)]


def test_another_persons_saves_stand_apart() -> None:
    assert numbers([info(4, 3), info(3, 2, "olli"), info(2, 1), info(1, 0)]) == [([4], 3), ([3], 2), ([2], 1), ([1], None)]


def test_a_refused_version_stands_beside_and_is_nobodys_forerunner() -> None:
    saved = [info(4, 3), info(3, 2, refused=True, based_on=1), info(2, 1), info(1, 0)]
    assert numbers(saved) == [([4], 2), ([3], 1), ([2], 1), ([1], None)]


@pytest.fixture
def changed(store: Store, project: str) -> Callable[[Process], Pair]:
    def change(after: Process) -> Pair:
        number = store.save(project, bpmn.render(after).decode(), based_on=1).number
        return pair(store, project, 1, number)

    return change


def in_words(found: Pair, language: str = "en") -> list[str]:
    return [f"{difference.kind}: {told(difference, found, words(language))}" for difference in found.differences]


def test_what_differs_is_said_in_plain_words(changed: Callable[[Process], Pair], process: Process) -> None:
    after = steps.rename(process, "Activity_1", "look at the invoice")
    after = roles.assign(after, "Activity_2", "treasurer")
    after = steps.tell(after, "Activity_2", FactKind.SYSTEM, ["Visma"])
    assert in_words(changed(after)) == [
        "added: Role “treasurer”",
        "changed: “check the invoice” is now called “look at the invoice”",
        "changed: “pay the invoice”: done by treasurer",
        "changed: “pay the invoice”: System “Visma” noted",
    ]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_removed_step_is_told_in_every_language(changed: Callable[[Process], Pair], process: Process, language: str) -> None:
    found = changed(steps.remove(process, "Activity_2"))
    assert any("pay the invoice" in line for line in in_words(found, language))
    assert any(words(language)("versions.the_end") in line for line in in_words(found, language))


def test_both_pictures_set_apart_what_differs(changed: Callable[[Process], Pair], process: Process) -> None:
    renamed = steps.rename(process, "Activity_1", "look at the invoice")
    first, second = halos(changed(steps.remove(renamed, "Activity_2")))
    assert first["Activity_2"] is Halo.REMOVED
    assert "Activity_2" not in second
    assert first["Activity_1"] is second["Activity_1"] is Halo.CHANGED
    assert Halo.ADDED in second.values()  # the arrow that leads past the step that is gone


def test_an_earlier_version_is_taken_up_as_a_new_one(store: Store, project: str, process: Process, xml: str) -> None:
    store.save(project, bpmn.render(replace(process, title="Otherwise")).decode(), based_on=1)
    number = saving.restore(store, project, 1, note="taken up again")
    newest = store.latest(project)
    assert newest is not None
    assert (number, newest.number, newest.xml, newest.note, newest.author) == (3, 3, xml, "taken up again", author())
    assert saving.restore(store, project, 2, note="") == 4  # and back
    assert len(store.revisions(project)) == 4
