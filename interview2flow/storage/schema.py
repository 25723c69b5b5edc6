"""Brings a store's tables to the newest form when it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

from interview2flow.errors import StorageError
from interview2flow.storage.engine import writing
from interview2flow.storage.place import shown

HEAD: Final = "r0004"
"""The newest migration."""

MIGRATIONS: Final = Path(__file__).with_name("migrations")
LOCK: Final = 4_901_727_303
"""Under this number PostgreSQL lets one program at a time migrate."""


def bring_up_to_date(engine: Engine) -> None:
    """Runs the migrations that are missing, all or none.

    Raises:
        StorageError: a newer version of the program has been at work there.
    """
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        _upgrade(connection, place=shown(engine.url))


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, *, place: str) -> None:
    # Alembic takes a tenth of a second to load, which is only spent when there is something to do.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if (version := _version(connection)) not in {None, *known}:
        raise StorageError(place, reason=f"a newer version of interview2flow made it ({version})")
    command.upgrade(config, "head")
