"""How Alembic reaches the database: over the connection, and in the transaction, that the store hands it."""

from __future__ import annotations

from alembic import context

from interview2flow.storage.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True)
context.run_migrations()
