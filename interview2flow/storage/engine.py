"""The connection to SQLite or PostgreSQL, set up so that several threads and programs can share it."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError

from interview2flow.errors import StorageError
from interview2flow.storage.place import shown

IMMEDIATE: Final = "interview2flow_immediate"
"""The execution option of transactions that will write: SQLite then takes the lock at once, instead of failing half-way."""

PRAGMAS: Final = (
    "PRAGMA busy_timeout = 10000",  # milliseconds; before all others, since these wait too
    "PRAGMA journal_mode = WAL",  # readers do not wait for a writer
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten: interviews are personal
)


def engine_of(url: URL) -> Engine:
    """An engine that no connection has been made with yet.

    Raises:
        StorageError: the driver is not installed, or does not understand the URL.
    """
    try:
        # Parameters hold what people said: they never appear in an error's message.
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=url.drivername != "sqlite")
    except ArgumentError as error:
        raise StorageError(shown(url), reason="its URL cannot be understood") from error
    except ImportError as error:
        reason = "its driver is not installed, do: pip install 'interview2flow[postgresql]'"
        raise StorageError(shown(url), reason=reason) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write."""
    return engine.execution_options(**{IMMEDIATE: True})


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: sqlite3 would begin too late to keep out other writers
    for pragma in PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(IMMEDIATE) else "BEGIN")
