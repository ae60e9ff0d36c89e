"""What a schedule misses while nothing serves it, and how it is made up for: once.

When a flow runs next stands in `state/due-FLOW`: a `serve` that is started after that has missed it, and runs once.
Where many runs are due at once (a machine that slept), the first does their work, for it began after all were due.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from flows.run_folders.runs import Layout, run_record

CHECK, REFRESH = "fact-check", "refresh-sources"
"""The names of the flows."""


def keep_due(state: Path, flow: str, moment: datetime) -> None:
    """Note when a flow runs next."""
    aside = state / f".due.{os.getpid()}"
    with suppress(OSError):  # a disk that is full is told elsewhere
        aside.write_text(moment.isoformat(), encoding="ascii")
        aside.replace(_file(state, flow))


def forget_due(state: Path, flow: str) -> None:
    """A flow that is no longer served misses nothing."""
    _file(state, flow).unlink(missing_ok=True)


def missed(state: Path, flow: str, now: datetime) -> datetime | None:
    """When a flow should have run and did not, because nothing served it; `None` if it missed nothing."""
    try:
        due = datetime.fromisoformat(_file(state, flow).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
    return due if due.tzinfo is not None and due < now else None


def overtaken(layout: Layout, paths: list[str]) -> datetime | None:
    """When the work of the run under way was done, if a run of the same letters began after this one was due.

    A run within another's (a table was refreshed) was asked for by that one: nobody else has done its work.
    """
    from prefect.runtime import deployment, flow_run

    own = deployment.id and not flow_run.parent_flow_run_id
    due = flow_run.scheduled_start_time if own else None
    try:
        record = run_record(layout, layout.latest.resolve().name)
        began = datetime.fromisoformat(record["started_at"])
    except (OSError, ValueError, KeyError):
        return None
    return began if due is not None and record["paths"] == paths and began > due else None


def _file(state: Path, flow: str) -> Path:
    return state / f"due-{flow}"
