"""Where the store lies, and what is said when it cannot lie there."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from interview2flow.errors import StorageError
from interview2flow.storage import VARIABLE, Store
from interview2flow.storage.place import shown, url_of


def test_the_default_is_the_user_s_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    with Store.open() as store:
        assert Path(store.place) == tmp_path / "interview2flow" / "projects.sqlite3"


def test_the_variable_names_another_place_and_an_argument_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "shared"))
    assert url_of().database == str(tmp_path / "shared" / "projects.sqlite3")
    assert url_of(tmp_path / "mine.db").database == str(tmp_path / "mine.db")


@pytest.mark.parametrize("given", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_with_psycopg_and_its_password_is_not_shown(given: str) -> None:
    url = url_of(f"{given}://anna:secret@db.example/flows")
    assert url.drivername == "postgresql+psycopg"
    assert "secret" not in shown(url)


@pytest.mark.parametrize(
    "wrong", ["mysql://db/flows", "postgresql+asyncpg://db/flows", "://", "sqlite://x://y:z", "sqlite://host/x.db"]
)
def test_other_databases_are_refused(wrong: str) -> None:
    with pytest.raises(StorageError, match="INTERVIEW2FLOW_STORE"):
        Store.open(wrong)


def test_what_is_there_stays_there(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        made = store.create_project("x")
    with Store.open(tmp_path) as store:
        assert store.project(made.id) == made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new") as store:
        store.create_project("x")
        rights = {path.name: path.stat().st_mode & 0o077 for path in [tmp_path / "new", *(tmp_path / "new").iterdir()]}
    assert set(rights.values()) == {0}


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "projects.sqlite3").write_text("these are my notes " * 100)
    with pytest.raises(StorageError, match="not a database"):
        Store.open(tmp_path)


def test_a_damaged_database(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        project = store.create_project("x")
        store.save(project.id, os.urandom(30_000).hex(), based_on=None)
    file = tmp_path / "projects.sqlite3"
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StorageError, match=r"projects\.sqlite3"), Store.open(tmp_path) as store:
        store.latest(project.id)


def test_a_place_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=r"file.* cannot be used"):
        Store.open(tmp_path / "file" / "folder")


def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.create_project("x")
    with closing(sqlite3.connect(tmp_path / "projects.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'r9999'")
        connection.commit()
    with pytest.raises(StorageError, match="newer version"):
        Store.open(tmp_path)


@pytest.mark.postgresql
def test_a_server_that_does_not_answer(postgresql: str) -> None:
    with pytest.raises(StorageError, match="cannot be used"):
        Store.open(postgresql.replace("/postgres?", "/nobody_made_this?"))
