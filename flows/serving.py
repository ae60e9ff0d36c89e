"""Where a run is served on a schedule: a line a run on the terminal, with the time of the next."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from flows.notices.json_lines import is_json, json_line
from flows.state.missed_runs import keep_due

VARIABLE = "CROSSFOOT_SERVING"
"""Set by `crossfoot serve` to its time zone, for the runs that it starts."""
_LATE = 100  # runs that are due and have not begun stand before the next one


def end_told(flow: str, message: str, told: Mapping[str, Any], state: Path) -> None:
    """Print how a run of a flow went and when the next is due, if it is one of a schedule served on a terminal.

    `told` are plain values for a log as JSON; its `folder` is where the run's pages are.
    """
    zone = os.environ.get(VARIABLE)
    if not zone:
        return
    following = next_run()
    if following is not None:
        keep_due(state, flow, following)
    if is_json():
        values = {**told, "flow": flow, "next_run": following.isoformat() if following else None}
        print(json_line("INFO", "crossfoot", message, values), file=sys.stderr, flush=True)
        return
    where = f": {told['folder']}" if "folder" in told else ""
    then = f"; next run {shown(following, zone)}" if following else ""
    print(f"{shown(datetime.now(UTC), zone)}  {message}{where}{then}", file=sys.stderr, flush=True)


def shown(moment: datetime, zone: str) -> str:
    """A moment as an operator reads it: "2026-11-28 03:00:00 Europe/Berlin"."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S} {zone}"


def next_run() -> datetime | None:
    """When the deployment of the run under way runs next, as the API has it; `None` where it cannot be told, and for a
    flow within another's run.
    """
    from prefect.runtime import deployment, flow_run

    if not deployment.id or flow_run.parent_flow_run_id:
        return None
    try:
        return _scheduled(UUID(str(deployment.id)))
    except Exception:  # a line on a terminal is not worth a run
        return None


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
