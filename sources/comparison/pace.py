"""Beyond the last vintage: how far a running count may have risen since its newest figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from claims.model import Interval
from sources.comparison.asking.question import Question
from sources.comparison.asking.weighing import Scales, Weighed, day_of, weigh
from sources.model import Observation

TIMES: Final = 3
_RECENT_DAYS, _LEAST_DAYS = 400, 7


def beyond_pace(question: Question, series: Sequence[Observation], scales: Scales) -> Weighed | None:
    """The refutation of a count that no pace of its own series reaches: three times the steepest recent slope.

    `series`: the exact figures of one producer that count from the claim's start, in its place; all before its day.
    """
    figures = sorted(
        (each for each in series if each.comparator in ("=", "~")), key=lambda each: (day_of(each), each.value)
    )
    if not figures or question.end is None or question.interval.low is None:
        return None
    last = figures[-1]
    days = (question.end - day_of(last)).days
    reach = max(TIMES * steepest(figures) * days, last.value * scales.settings.material)
    if days <= 0 or question.interval.low <= last.value + reach:
        return None
    band = Interval(low=last.value, high=last.value + reach)
    return weigh(question, scales, how="pace", low=last, high=last, series=True, band=band, outcome="too_high")


def steepest(figures: Sequence[Observation]) -> Decimal:
    """The steepest slope a day between two figures of the last year or so; else the mean since the count began."""
    last = figures[-1]
    recent = [each for each in figures if (day_of(last) - day_of(each)).days <= _RECENT_DAYS]
    slopes = [
        _slope(one, other)
        for at, one in enumerate(recent)
        for other in recent[at + 1 :]
        if (day_of(other) - day_of(one)).days >= _LEAST_DAYS
    ]
    since = max(1, (day_of(last) - (last.period_start or date.min)).days)
    return max([*slopes, last.value / since])


def _slope(one: Observation, other: Observation) -> Decimal:
    return (other.value - one.value) / (day_of(other) - day_of(one)).days
