"""What the program drafted, kept apart from what the coordinator made of it; first drafts were the first revisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("project_id", sa.Integer, sa.ForeignKey("project.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("xml", sa.LargeBinary, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("project_id", "number", name="uq_draft_project_number"),
    )
    op.execute(
        "INSERT INTO draft (project_id, number, xml, created) "
        "SELECT project_id, 1, xml, created FROM revision WHERE number = 1 AND refused = false"
    )
