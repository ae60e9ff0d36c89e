"""By which a finding is known again: the words at its figures, and which of those it is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("findings", sa.Column("key", sa.String(), server_default="", nullable=False))
