"""Saves of the flowchart are named as versions of the manual."""

from __future__ import annotations

import pytest

from interview2flow.errors import DuplicateVersionError, NotStoredError
from interview2flow.storage import NamedVersion, Store


def saved(store: Store, count: int) -> str:
    project = store.create_project("x").id
    for number in range(count):
        store.save(project, f"<{number}/>", based_on=number or None)
    return project


def test_versions_are_kept_with_who_approved_them_when(store: Store) -> None:
    project = saved(store, 3)
    assert store.versions(project) == ()
    second = NamedVersion(revision=3, name="1.0", date="2025-03-14", approver="Åsa \U0001f642")
    first = NamedVersion(revision=1, name="0.9")
    store.name_version(project, second)
    store.name_version(project, first)
    assert store.versions(project) == (first, second)
    assert store.versions(saved(store, 1)) == ()


def test_a_save_is_named_anew_or_loses_its_name(store: Store) -> None:
    project = saved(store, 2)
    store.name_version(project, NamedVersion(revision=1, name="0.9"))
    store.name_version(project, NamedVersion(revision=1, name="1.0"))
    assert [version.name for version in store.versions(project)] == ["1.0"]
    store.unname_version(project, 1)
    store.unname_version(project, 1)
    assert store.versions(project) == ()


def test_a_name_stands_for_one_save_and_a_save_must_be_there(store: Store) -> None:
    project = saved(store, 2)
    store.name_version(project, NamedVersion(revision=1, name="1.0"))
    with pytest.raises(DuplicateVersionError, match=r"a version 1\.0"):
        store.name_version(project, NamedVersion(revision=2, name="1.0"))
    with pytest.raises(NotStoredError):
        store.name_version(project, NamedVersion(revision=9, name="2.0"))


def test_versions_go_with_their_project(store: Store) -> None:
    project = saved(store, 1)
    store.name_version(project, NamedVersion(revision=1, name="1.0"))
    store.delete(project)
    with pytest.raises(NotStoredError):
        store.versions(project)
