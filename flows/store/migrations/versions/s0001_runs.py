"""Past runs, the states of their letters, and what came out of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("written_on", sa.String(length=10), nullable=True),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("stated", sa.Integer(), nullable=True),
        sa.Column("listed", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("letter_id", "digest", name=op.f("uq_letters_letter_id_digest")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("started_at", sa.String(length=40), nullable=False),
        sa.Column("finished_at", sa.String(length=40), nullable=False),
        sa.Column("as_run", sa.String(length=64), nullable=True),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("software", sa.String(length=64), nullable=False),
        sa.Column("words", sa.String(length=64), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("table_where", sa.String(), nullable=True),
        sa.Column("table_sha256", sa.String(length=64), nullable=True),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("failed_gates", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["as_run"], ["runs.id"], name=op.f("fk_runs_as_run"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "claims",
        sa.Column("letter", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("quotation", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("low", sa.String(), nullable=True),
        sa.Column("high", sa.String(), nullable=True),
        sa.Column("comparator", sa.String(length=8), nullable=False),
        sa.Column("counted", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("period_start", sa.String(length=10), nullable=True),
        sa.Column("period_end", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["letter"], ["letters.id"], name=op.f("fk_claims_letter"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("letter", "claim_id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_claim_id"), "claims", ["claim_id"], unique=False)
    op.create_table(
        "findings",
        sa.Column("letter", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("severity", sa.String(length=8), nullable=False),
        sa.Column("stated", sa.String(), nullable=False),
        sa.Column("expected", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letters.id"], name=op.f("fk_findings_letter"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("letter", "position", name=op.f("pk_findings")),
    )
    op.create_table(
        "findings_across",
        sa.Column("run_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("severity", sa.String(length=8), nullable=False),
        sa.Column("stated", sa.String(), nullable=False),
        sa.Column("expected", sa.String(), nullable=False),
        sa.Column("letter_ids", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_findings_across_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "position", name=op.f("pk_findings_across")),
    )
    op.create_table(
        "run_letters",
        sa.Column("run_id", sa.String(length=64), nullable=False),
        sa.Column("letter", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letters.id"], name=op.f("fk_run_letters_letter"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_run_letters_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "letter", name=op.f("pk_run_letters")),
    )
    op.create_index(op.f("ix_run_letters_letter"), "run_letters", ["letter"], unique=False)
    op.create_table(
        "timings",
        sa.Column("run_id", sa.String(length=64), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_timings_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "step", name=op.f("pk_timings")),
    )
    op.create_table(
        "verdicts",
        sa.Column("letter", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("against_source", sa.String(length=24), nullable=False),
        sa.Column("timeliness", sa.String(length=24), nullable=True),
        sa.Column("cautions", sa.JSON(), nullable=False),
        sa.Column("arithmetic", sa.String(), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["letter"], ["letters.id"], name=op.f("fk_verdicts_letter"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("letter", "claim_id", name=op.f("pk_verdicts")),
    )
