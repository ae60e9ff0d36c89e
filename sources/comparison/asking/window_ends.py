"""Windows of time: which lies inside which, at the grain in which they were told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from claims.model import Grain

DAY = timedelta(days=1)


def floor(day: date, grain: Grain) -> date:
    """The first day of the week, month, quarter or year that `day` lies in."""
    match grain:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def same_start(one: date, other: date, grain: Grain) -> bool:
    """Whether two starts agree at the coarser of their grains: "since February 2021" is 1 February 2021."""
    return floor(one, grain) == floor(other, grain)


def uncovered(start: date, end: date, windows: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The stretches of `start`…`end` (both included) that no window reaches, in order."""
    gaps: list[tuple[date, date]] = []
    reached = start
    for low, high in sorted(windows):
        if high < reached:
            continue
        if low > end:
            break
        if low > reached:
            gaps.append((reached, low - DAY))
        reached = high + DAY
    if reached <= end:
        gaps.append((reached, end))
    return gaps
