"""How much changed since the run before, counted when a run is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("runs", sa.Column("changed", sa.JSON(none_as_null=True), nullable=True))
