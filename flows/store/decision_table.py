"""The table of editors' decisions: rows are added and never changed. The latest revision of a thing is what holds.

`key` names the thing of its `kind` in the letter. `revision` counts from 1 for each thing: of two editors who decide on
the same state of it, the second meets the uniqueness of (letter_id, kind, key, revision) and sees what the first did.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from flows.store.schema_base import METADATA

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("by", String, nullable=False),
    Column("letter_id", String, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("key", String, nullable=False),
    Column("quotations", JSON, nullable=False),
    Column("value", String),
    Column("occurrence", Integer),
    Column("decision", String(24), nullable=False),
    Column("note", String, nullable=False, server_default=""),
    Column("payload", JSON, nullable=False),
    Column("supersedes", Integer, ForeignKey("decisions.id")),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("letter_id", "kind", "key", "revision"),
    Index(None, "letter_id"),
)
