"""The newest runs, each with what changed since the one before: for `crossfoot history`, and as a page beside them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from flows.history.plain_changes import run_of
from flows.runs import Layout, whole_runs
from flows.store.open_store import Store
from flows.store.past_runs import RunFacts, runs
from reports.site.render import render_runs
from reports.site.runs_page import run_rows

PAGE = "runs.html"
LISTED = 60
"""Runs on the page of all runs."""


def runs_listed(connection: Connection, layout: Layout, most: int) -> list[dict[str, Any]]:
    """The newest runs, the newest first; `changed` since the run before, `kept`: with its pages."""
    kept = set(whole_runs(layout)) if layout.runs.is_dir() else set()
    return [_row(run, run.id in kept) for run in reversed(runs(connection)[-most:])]


def _row(run: RunFacts, kept: bool) -> dict[str, Any]:
    counts = {"letters": run.letters, "claims": run.claims, "items": run.items}
    return {**run_of(run), **counts, "changed": run.changed, "kept": kept}


def write_runs_pages(layout: Layout, store: Store) -> None:
    """The page of all runs, beside `latest` and beside the runs: `../runs.html` from both. Raises OSError."""
    with store.reading() as connection:
        rows, known = runs_listed(connection, layout, LISTED), len(runs(connection))
    for folder, to_runs, to_latest in ((layout.out, "runs/", "latest/"), (layout.runs, "", "../latest/")):
        html = render_runs(run_rows(rows, to_runs), known - len(rows), f"{to_latest}index.html")
        aside = folder / f".{PAGE}"
        aside.write_text(html, encoding="utf-8")
        aside.replace(folder / PAGE)
