"""Projects with their interviews and revisions, in SQLite or PostgreSQL."""
