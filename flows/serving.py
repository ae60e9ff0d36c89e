"""A run of a schedule: a line on the terminal with the time of the next, and what it misses while nothing serves it.

When the schedule runs next stands in `state/due`: a `serve` that is started after that has missed it, and runs once.
Where many runs are due at once (a machine that slept), the first does their work, for it began after all were due.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from flows.notices.json_lines import is_json, json_line
from flows.run_folders.runs import Layout, run_record

VARIABLE = "CROSSFOOT_SERVING"
"""Set by `crossfoot serve` to its time zone, for the runs that it starts."""
DUE = "due"
_LATE = 100  # runs that are due and have not begun stand before the next one
_TOLD = ("run_id", "folder", "letters", "claims", "findings", "items", "unreadable", "failed_gates", "setup_faults")


def end_told(message: str, summary: Mapping[str, Any], state: Path) -> None:
    """Print how a run went and when the next is due, if it is one of a schedule served on a terminal."""
    zone = os.environ.get(VARIABLE)
    if not zone:
        return
    following = next_run()
    if following is not None:
        keep_due(state, following)
    if is_json():
        told = {name: summary[name] for name in _TOLD} | {"next_run": following.isoformat() if following else None}
        print(json_line("INFO", "crossfoot", message, told), file=sys.stderr, flush=True)
        return
    then = f"; next run {shown(following, zone)}" if following else ""
    print(f"{shown(datetime.now(UTC), zone)}  {message}: {summary['folder']}{then}", file=sys.stderr, flush=True)


def shown(moment: datetime, zone: str) -> str:
    """A moment as an operator reads it: "2026-11-28 03:00:00 Europe/Berlin"."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S} {zone}"


def keep_due(state: Path, moment: datetime) -> None:
    """Note when the schedule runs next."""
    aside = state / f".{DUE}.{os.getpid()}"
    with suppress(OSError):  # a disk that is full is told elsewhere
        aside.write_text(moment.isoformat(), encoding="ascii")
        aside.replace(state / DUE)


def missed(state: Path, now: datetime) -> datetime | None:
    """When the schedule should have run and did not, because nothing served it; `None` if it missed nothing."""
    try:
        due = datetime.fromisoformat((state / DUE).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
    return due if due.tzinfo is not None and due < now else None


def next_run() -> datetime | None:
    """When the deployment of the run under way runs next, as the API has it; `None` where it cannot be told."""
    from prefect.runtime import deployment

    if not deployment.id:
        return None
    try:
        return _scheduled(UUID(str(deployment.id)))
    except Exception:  # a line on a terminal is not worth a run
        return None


def overtaken(layout: Layout, paths: list[str]) -> datetime | None:
    """When the work of the run under way was done, if a run of the same letters began after this one was due."""
    from prefect.runtime import deployment, flow_run

    due = flow_run.scheduled_start_time if deployment.id else None
    try:
        record = run_record(layout, layout.latest.resolve().name)
        began = datetime.fromisoformat(record["started_at"])
    except (OSError, ValueError, KeyError):
        return None
    return began if due is not None and record["paths"] == paths and began > due else None


def _scheduled(deployment_id: UUID) -> datetime | None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas import filters, sorting
    from prefect.client.schemas.objects import StateType

    state = filters.FlowRunFilterState(type=filters.FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
    own = filters.DeploymentFilter(id=filters.DeploymentFilterId(any_=[deployment_id]))
    with get_client(sync_client=True) as client:
        runs: list[Any] = client.read_flow_runs(
            flow_run_filter=filters.FlowRunFilter(state=state),
            deployment_filter=own,
            sort=sorting.FlowRunSort.EXPECTED_START_TIME_ASC,
            limit=_LATE,
        )
    now = datetime.now(UTC)
    return next((one.expected_start_time for one in runs if one.expected_start_time > now), None)
