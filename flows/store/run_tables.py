"""The tables of past runs. Moments are ISO 8601 in UTC, numbers of claims decimal text: the same on every database.

A row of `letters` is a state of a letter: its bytes and all that came out of them. Runs in which a letter came out
alike share its state. No table holds the name of a signatory.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from flows.store.schema_base import METADATA

RUNS = Table(
    "runs",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("started_at", String(40), nullable=False),
    Column("finished_at", String(40), nullable=False),
    # the run whose pages were published again, where nothing had changed
    Column("as_run", String(64), ForeignKey("runs.id", ondelete="SET NULL")),
    Column("version", String(40), nullable=False),
    Column("software", String(64), nullable=False),
    Column("words", String(64), nullable=False),
    Column("settings", JSON, nullable=False),
    Column("table_where", String),
    Column("table_sha256", String(64)),
    Column("letters", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("items", Integer, nullable=False),
    Column("problems", JSON, nullable=False),
    Column("failed_gates", JSON, nullable=False),
    # how many changes of which kind since the run before; of the first run nothing
    Column("changed", JSON(none_as_null=True)),
)

LETTERS = Table(
    "letters",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("letter_id", String, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("path", String, nullable=False),
    Column("title", String),
    Column("written_on", String(10)),
    Column("items", Integer, nullable=False),
    Column("stated", Integer),
    Column("listed", Integer),
    UniqueConstraint("letter_id", "digest"),
)

RUN_LETTERS = Table(
    "run_letters",
    METADATA,
    Column("run_id", String(64), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("letter", Integer, ForeignKey("letters.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "letter"),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("letter", Integer, ForeignKey("letters.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("quotation", String, nullable=False),
    Column("sentence", String, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("value", String, nullable=False),
    Column("low", String),
    Column("high", String),
    Column("comparator", String(8), nullable=False),
    Column("counted", String),
    Column("measure", String),
    Column("place", String),
    Column("period_start", String(10)),
    Column("period_end", String(10)),
    Index(None, "claim_id"),
)

VERDICTS = Table(
    "verdicts",
    METADATA,
    Column("letter", Integer, ForeignKey("letters.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", String, primary_key=True),
    Column("against_source", String(24), nullable=False),
    Column("timeliness", String(24)),
    Column("cautions", JSON, nullable=False),
    Column("arithmetic", String, nullable=False),
    # the rows of the reference table that took part: [{"id", "value", "as_of", "producer", "decides"}]
    Column("source", JSON, nullable=False),
)

FINDINGS = Table(
    "findings",
    METADATA,
    Column("letter", Integer, ForeignKey("letters.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("rule", String, nullable=False),
    Column("status", String(16), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("stated", String, nullable=False),
    Column("expected", String, nullable=False),
    Column("message", String, nullable=False),
    # as in editors' decisions: by the words at its figures, and which of those it is
    Column("key", String, nullable=False, server_default=""),
)

ACROSS = Table(
    "findings_across",
    METADATA,
    Column("run_id", String(64), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("rule", String, nullable=False),
    Column("status", String(16), nullable=False),
    Column("severity", String(8), nullable=False),
    Column("stated", String, nullable=False),
    Column("expected", String, nullable=False),
    Column("letter_ids", JSON, nullable=False),
)

TIMINGS = Table(
    "timings",
    METADATA,
    Column("run_id", String(64), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("step", String(40), primary_key=True),
    Column("seconds", Float, nullable=False),
)
