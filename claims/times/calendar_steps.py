"""Steps and stretches of the calendar: a month's end, so many units before a day, two days as a window."""

from __future__ import annotations

import calendar
from datetime import date

Window = tuple[date | None, date | None, str | None]
"""First and last day; where both are None, why."""

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
"""Units of time that are so many months."""
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier (later if negative), or the last of a shorter month; not before year 1."""
    index = max(12, min(day.year * 12 + day.month - 1 - months, 9999 * 12 + 11))
    first = date(index // 12, index % 12 + 1, 1)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def shifted_days(start: date, count: int, unit: str) -> date:
    """`count` units later (earlier if negative); the calendar's first and last day bound it."""
    if unit in MONTHS_OF:
        return months_before(start, -count * MONTHS_OF[unit])
    days = count * _DAYS_OF.get(unit, 1)
    return date.fromordinal(max(1, min(start.toordinal() + days, date.max.toordinal())))


def window(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> Window:
    try:
        start, end = date(*first), date(*last)
    except ValueError:
        return None, None, f"“{text}” does not exist in the calendar"
    return (start, end, None) if start <= end else (None, None, f"“{text}” ends before it begins")
