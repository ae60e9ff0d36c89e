"""When a flow runs: a cron line or an interval, in a time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from claims.errors import CrossfootError

NIGHTLY = "0 3 * * *"
WEEKLY = "0 1 * * 0"


def zone_of(name: str) -> str:
    """A time zone's name. Raises CrossfootError for what is none."""
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise CrossfootError("--timezone", f"{name!r} is no time zone; write one such as Europe/Berlin") from None


def every(seconds: int, zone: str) -> Any:
    """A schedule of Prefect's that runs so long after one run the next."""
    from prefect.schedules import Interval

    return Interval(timedelta(seconds=seconds), timezone=zone)


def by_cron(option: str, text: str, zone: str) -> Any:
    """A schedule of Prefect's by a cron line. Raises CrossfootError for what is none."""
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.schedules import Cron

    try:
        CronSchedule(cron=text)
    except ValueError:
        raise CrossfootError(option, f"{text!r} is no cron line; write five fields, e.g. '0 3 * * *'") from None
    return Cron(text, timezone=zone)


async def first_run(schedule: Any, zone: str, now: datetime | None = None) -> datetime:
    """When a schedule runs next, as Prefect's scheduler reckons it."""
    from prefect.server.schemas.schedules import CronSchedule

    now = now or datetime.now(UTC)
    if schedule.interval is not None:
        return now + timedelta(seconds=schedule.interval.total_seconds())
    dates = await CronSchedule(cron=schedule.cron, timezone=zone).get_dates(1, start=now)
    first: datetime = dates[0]
    return first
