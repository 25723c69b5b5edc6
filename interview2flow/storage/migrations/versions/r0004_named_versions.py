"""The versions of a manual: which save of the flowchart each of them shows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"


def upgrade() -> None:
    op.create_table(
        "named_version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id", ondelete="CASCADE"), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("date", sa.String),
        sa.Column("approver", sa.String),
        sa.UniqueConstraint("project_id", "revision", name="uq_named_version_project_revision"),
        sa.UniqueConstraint("project_id", "name", name="uq_named_version_project_name"),
    )
