"""Where the projects lie: in the user's data folder, unless a folder, a file or a URL is named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from interview2flow.errors import StorageError

VARIABLE: Final = "INTERVIEW2FLOW_STORE"
"""The environment variable that names another place."""

FILE: Final = "projects.sqlite3"
FILE_ENDINGS: Final = frozenset({".db", ".sqlite", ".sqlite3"})
DRIVERS: Final = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def url_of(place: str | Path | None = None) -> URL:
    """The database's URL; `place` is a folder, an SQLite file or a URL, None what INTERVIEW2FLOW_STORE says or the default.

    Raises:
        StorageError: the URL is of a kind that we have no driver for.
    """
    wanted = str(place or os.environ.get(VARIABLE) or platformdirs.user_data_path("interview2flow", appauthor=False))
    if "://" not in wanted:
        return URL.create("sqlite", database=str(_file(Path(wanted).expanduser())))
    try:
        url = make_url(wanted)
    except (ArgumentError, ValueError) as error:
        raise StorageError("that was named", reason="its URL cannot be understood") from error
    if url.drivername not in DRIVERS:
        raise StorageError(shown(url), reason=f"{url.drivername} is not supported, only sqlite and postgresql")
    if url.drivername == "sqlite" and url.host:
        raise StorageError(shown(url), reason="an SQLite file is on no other machine; three slashes stand before its path")
    return url.set(drivername=DRIVERS[url.drivername])


def shown(url: URL) -> str:
    """The place in words that hold no password."""
    return url.database or "in memory" if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def _file(path: Path) -> Path:
    is_file = path.is_file() or (path.suffix in FILE_ENDINGS and not path.is_dir())
    return path if is_file else path / FILE


def prepare(url: URL) -> None:
    """Makes the folder and the file, readable by the user alone: interviews hold opinions about colleagues.

    Raises:
        StorageError: that is not possible.
    """
    if url.drivername != "sqlite" or not url.database:
        return
    try:
        path = Path(url.database)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StorageError(shown(url), reason=(error.strerror or "it cannot be made").lower()) from error
