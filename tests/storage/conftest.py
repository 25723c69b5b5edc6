"""Stores to test with: SQLite in a temporary folder, and a PostgreSQL server of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from interview2flow.storage import Store

SERVER = "INTERVIEW2FLOW_TEST_POSTGRESQL"
"""Set to the URL of a server to test with, or to "off"."""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server that nobody else uses."""
    wanted = os.environ.get(SERVER)
    if wanted and wanted != "off":
        yield wanted
        return
    binaries = _binaries()
    if wanted == "off":
        pytest.skip(f"{SERVER} is off")
    if binaries is None:
        pytest.fail("PostgreSQL is not installed") if os.environ.get("CI") else pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="i2f-"))  # pytest's own folders are closed to other users, and too long for a socket
    as_user: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    data = str(folder / "data")
    control = [*as_user, str(binaries / "pg_ctl"), "--pgdata", data, "--wait"]
    try:
        _run([*as_user, str(binaries / "initdb"), "--pgdata", data, "--username", "tester", "--auth", "trust", "--no-sync"])
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        _run([*control, "--log", str(folder / "log"), "--options", options, "start"])
        yield f"postgresql://tester@/postgres?host={folder}"
        _run([*control, "--mode", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return Path(found).parent if found else debian[-1] if debian else None


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr


_numbers = count(1)


@pytest.fixture
def empty_database(postgresql: str) -> str:
    """The URL of a new database on the server."""
    name = f"test_{next(_numbers)}"
    engine = create_engine(postgresql.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return postgresql.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be opened, of each kind."""
    return str(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("empty_database"))


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An empty store of each kind."""
    with Store.open(place) as opened:
        yield opened
