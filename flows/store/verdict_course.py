"""How often each verdict came out in each of the newest runs, counted by the database."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, func, select

from flows.store.run_tables import RUN_LETTERS, RUNS, VERDICTS

MOST: Final = 12
"""Runs counted: each reads a row a claim."""


def verdict_course(connection: Connection, most: int = MOST) -> list[dict[str, Any]]:
    """The newest runs, the oldest first: when, and how many claims had each first axis (`against_source`)."""
    newest = select(RUNS.c.id, RUNS.c.started_at).order_by(RUNS.c.started_at.desc(), RUNS.c.id.desc()).limit(most)
    told: dict[str, dict[str, Any]] = {
        row.id: {"run_id": row.id, "started_at": row.started_at, "verdicts": {}} for row in connection.execute(newest)
    }
    counted = (
        select(RUN_LETTERS.c.run_id, VERDICTS.c.against_source, func.count().label("claims"))
        .join(VERDICTS, VERDICTS.c.letter == RUN_LETTERS.c.letter)
        .where(RUN_LETTERS.c.run_id.in_(list(told)))
        .group_by(RUN_LETTERS.c.run_id, VERDICTS.c.against_source)
    )
    for row in connection.execute(counted):
        told[row.run_id]["verdicts"][row.against_source] = row.claims
    return list(reversed(told.values()))
