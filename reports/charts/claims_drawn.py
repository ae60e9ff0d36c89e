"""Observations and claims as what a drawing shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from claims.model import Claim
from reports.charts.course import Course, Dot, Stated
from reports.words.table_names import Names, SeriesKey, subject_of
from reports.words.wording import day, figure
from sources.model import Observation

FEWEST: Final = 3
"""Days of a course below which the arithmetic's line tells it better."""
_OTHERS: Final = 4
_FAR: Final = 4
"""An interval's end so many times the figure, or open, is not drawn: it would press the course flat."""


def courses_of(key: SeriesKey, unit: str, names: Names, deciding: Collection[str]) -> tuple[Course, ...]:
    """The course of `key` first, then those of other producers on the same subject in the same unit."""
    others = sorted(one for one in names.subjects.get(subject_of(key), ()) if one != key)
    courses = [_course(names.series.get(one, ()), unit, names, deciding) for one in (key, *others)]
    return tuple(one for one in courses[: 1 + _OTHERS] if one.dots)


def _course(rows: Sequence[Observation], unit: str, names: Names, deciding: Collection[str]) -> Course:
    standing = [one for one in rows if one.unit == unit and one.period_end is not None and one.superseded_by is None]
    return Course(
        name=names.producer(rows[0].producer_id) if rows else "",
        dots=tuple(_dot(one, one.period_end, deciding) for one in standing if one.period_end is not None),
    )


def _dot(one: Observation, when: date, deciding: Collection[str]) -> Dot:
    return Dot(
        day=when,
        value=one.value,
        text=f"{figure(one.value)} ({day(when, one.period_end_grain)})",
        decides=one.observation_id in deciding,
    )


def stated(claim: Claim, when: date, whose: str = "") -> Stated:
    """A claim's figure on its day; `whose`: the letter's name, where a drawing holds several letters."""
    value, interval = claim.quantity.value, claim.quantity.interval
    ends = [end for end in (interval.low, interval.high) if end is not None and abs(end) <= abs(value) * _FAR]
    return Stated(
        day=when,
        value=value,
        text=" · ".join(part for part in (whose, f"{claim.text} ({day(when)})") if part),
        low=min([*ends, value]),
        high=max([*ends, value]),
    )
