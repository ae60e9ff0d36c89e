"""Running counts from dated events: how many from the first day asked for to the end of each month.

A provider of events publishes no total; the total to the end of a month is counted here, and each row says so. Months
that are not over are left out, save the last where its last day was asked for.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from claims.quick_records import dataclass
from sources.providers.asking import PullUsageError, Query, Remarks


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something dated that counts for one series in one place; `published_on` is the day of its latest revision."""

    place_code: str
    series: str
    start: date
    end: date
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningCount:
    """The count of one series in one place from `start` to `end`, and of how many entries it is made."""

    place_code: str
    series: str
    start: date
    end: date
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    entries: int
    published_on: date | None


def first_day(query: Query, provider_id: str) -> date:
    """The day running counts begin. Raises `PullUsageError` where none was given."""
    if query.since is None:
        raise PullUsageError("--since", f"{provider_id} gives events, and a running count needs its first day; name it")
    return query.since


def settled(query: Query, days: int, remarks: Remarks) -> date:
    """The last day to count to: events of the last `days` days are still being coded, and a count would miss them."""
    last = query.today - timedelta(days=days)
    if query.until is not None and query.until > last:
        remarks.add(f"days after {last} are still being coded; nothing after it is counted")
    return min(query.last_day, last)


def days_counted(since: date, last: date, *, asked: bool) -> list[date]:
    """The month ends from `since` to `last`, and `last` itself where it was asked for (`asked`)."""
    days, month = [], since.replace(day=1)
    while month <= last:
        end = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        if end <= last:
            days.append(end)
        month = end + timedelta(days=1)
    return [*days, last] if asked and last >= since and (not days or days[-1] != last) else days


def running_counts(happenings: Iterable[Happening], since: date, days: Iterable[date]) -> Iterator[RunningCount]:
    """For each series and place the counts at each of `days` (sorted), from its first entry on.

    An entry counts from the day it ended, and not at all where it began before `since`.
    """
    groups: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for entry in happenings:
        if entry.start >= since:
            groups[entry.place_code, entry.series].append(entry)
    stops = list(days)
    for (place, series), entries in sorted(groups.items()):
        yield from _of_group(place, series, sorted(entries, key=lambda entry: entry.end), since, stops)


def _of_group(
    place: str, series: str, entries: list[Happening], since: date, days: list[date]
) -> Iterator[RunningCount]:
    value, low, high, taken = Decimal(0), Decimal(0), Decimal(0), 0
    published: date | None = None
    bounded = any(entry.low is not None for entry in entries)
    for day in days:
        while taken < len(entries) and entries[taken].end <= day:
            entry, taken = entries[taken], taken + 1
            value += entry.value
            low += entry.value if entry.low is None else entry.low
            high += entry.value if entry.high is None else entry.high
            published = max(filter(None, (published, entry.published_on)), default=None)
        if taken:
            yield RunningCount(
                place_code=place,
                series=series,
                start=since,
                end=day,
                value=value,
                low=low if bounded else None,
                high=high if bounded else None,
                entries=taken,
                # A count up to a day was not published before that day.
                published_on=max(published, day) if published else None,
            )
