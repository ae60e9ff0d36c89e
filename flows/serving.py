"""Where a run is served on a schedule: a line a run on the terminal, with the time of the next."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

VARIABLE = "CROSSFOOT_SERVING"
"""Set by `crossfoot serve` to its time zone, for the runs that it starts."""
_LATE = 100  # runs that are due and have not begun stand before the next one


def end_told(message: str, folder: str) -> None:
    """Print how a run went and when the next is due, if it is one of a schedule served on a terminal."""
    zone = os.environ.get(VARIABLE)
    if not zone:
        return
    now = datetime.now(ZoneInfo(zone))
    following = next_run()
    then = f"; next run {shown(following, zone)}" if following else ""
    print(f"{shown(now, zone)}  {message}: {folder}{then}", file=sys.stderr, flush=True)


def shown(moment: datetime, zone: str) -> str:
    """A moment as an operator reads it: "2026-11-28 03:00:00 Europe/Berlin"."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S} {zone}"


def next_run() -> datetime | None:
    """When the deployment of the run under way runs next, as the API has it; `None` where it cannot be told."""
    from prefect.runtime import deployment

    if not deployment.id:
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
