"""The history of the tables, run by Alembic when a store is opened. A migration that was published is never changed."""
