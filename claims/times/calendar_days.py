"""Dates found by the grammar as days of the calendar, against the letter's own date; nothing here is relative to
today.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from claims.model import DateMention, Grain
from claims.times.calendar_steps import Window, month_end, months_before, window
from claims.times.grammar.datespans import DateSpan

NumericOrder = Literal["day-month", "month-day"]

_CENTURY = 100
_MONTHS = 12


def resolve(
    found: DateSpan, base: date | None, *, order: NumericOrder | None = None, ahead: bool = False
) -> DateMention:
    """A found date as days, `start` to `end` inclusive; both None with a `problem` where words and base leave it
    open.

    `ahead`: without a year it is the nearest reading on or after `base`, not before.
    """
    start, end, problem = _reader(found)(found, base, order, ahead)
    return DateMention(
        span=found.span,
        text=found.text,
        start=start,
        end=end,
        grain=_grain(found),
        year_stated=found.start.year is not None
        or (found.end is not None and found.end.year is not None)
        or found.kind == "numeric",
        problem=problem,
    )


def _reader(found: DateSpan) -> Callable[[DateSpan, date | None, NumericOrder | None, bool], Window]:
    return {
        "day": _days,
        "days": _days,
        "day_of_month": _day_of_month,
        "numeric": _numeric,
        "month": _months,
        "months": _months,
        "year": _years,
        "years": _years,
        "quarter": _parts_of_year,
        "half": _parts_of_year,
        "decade": _decade,
    }.get(found.kind, _undated)


def _grain(found: DateSpan) -> Grain:
    if found.kind in ("day", "days", "numeric", "day_of_month"):
        return "day"
    if found.kind in ("month", "months", "half"):
        return "month"
    return "quarter" if found.kind == "quarter" else "year"


def _undated(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    """Seasons, fiscal years and centuries begin on no day that the words say."""
    return None, None, f"“{found.text}” does not say which days"


def _days(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    first, last = found.start, found.end or found.start
    year = last.year if last.year is not None else first.year
    month = first.month if first.month is not None else last.month
    last_month = last.month if last.month is not None else month
    if month is None or last_month is None or first.day is None:
        return _undated(found, base, order, ahead)
    if year is None:
        year = _missing_year(base, month, first.day, ahead)
        if year is None:
            return None, None, f"“{found.text}” has no year, and the letter no date to tell it by"
    start_year = _full_year(first.year, base) if first.year is not None else _full_year(year, base)
    if first.year is None and month > last_month:
        start_year -= 1
    return window(
        found.text, (start_year, month, first.day), (_full_year(year, base), last_month, last.day or first.day)
    )


def _day_of_month(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    """ "by the 12th": of the letter's month, or the month next to it, as the words point."""
    if base is None or found.start.day is None:
        return None, None, f"“{found.text}” has no month, and the letter no date to tell it by"
    day, month = found.start.day, base
    if (day > base.day) != ahead and day != base.day:
        month = months_before(base.replace(day=1), -1 if ahead else 1)
    return window(found.text, (month.year, month.month, day), (month.year, month.month, day))


def _numeric(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    if len(found.numbers) != 3:
        return _days(found, base, order, ahead)
    if found.numbers[0] > 31:
        year, month, day = found.numbers
    else:
        told = telling_order(found.numbers) or order
        if told is None and found.numbers[0] != found.numbers[1]:
            return None, None, f"“{found.text}” may be day/month or month/day"
        first, second, year = found.numbers
        day, month = (second, first) if told == "month-day" else (first, second)
    whole = (_full_year(year, base), month, day)
    return window(found.text, whole, whole)


def telling_order(numbers: Sequence[int]) -> NumericOrder | None:
    if len(numbers) != 3 or numbers[0] > 31:
        return None
    if numbers[0] > 12 >= numbers[1]:
        return "day-month"
    return "month-day" if numbers[1] > 12 >= numbers[0] else None


def _months(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    first, last = found.start, found.end or found.start
    month, last_month = first.month, last.month or first.month
    if month is None or last_month is None:
        return _undated(found, base, order, ahead)
    year = last.year if last.year is not None else first.year
    year = _missing_year(base, month, 1, ahead) if year is None else _full_year(year, base)
    if year is None:
        return None, None, f"“{found.text}” has no year, and the letter no date to tell it by"
    # "August to March 2024": the year printed once is that of the end
    start_year = year - (month > last_month)
    return date(start_year, month, 1), month_end(date(year, last_month, 1)), None


def _years(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    first = found.start.year
    if first is None:
        return _undated(found, base, order, ahead)
    last = found.end.year if found.end is not None and found.end.year is not None else first
    last = first // _CENTURY * _CENTURY + last if last < _CENTURY else last
    return date(_full_year(first, base), 1, 1), date(_full_year(last, base), 12, 31), None


def _parts_of_year(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    part, months = (found.start.quarter, 3) if found.start.quarter is not None else (found.start.half, 6)
    year = found.start.year if found.start.year is not None else (base.year if base is not None else None)
    if part is not None and part < 0 and found.start.year is not None:
        part += 12 // months + 1  # "the last quarter of 2021"
    if part is None or year is None or not 0 < part <= 12 // months:
        # "the last quarter" may be of this year, or the one before now
        return _undated(found, base, order, ahead)
    year, first = _full_year(year, base), (part - 1) * months + 1
    if not 1 <= first <= _MONTHS - months + 1:  # "the 38th quarter"
        return _undated(found, base, order, ahead)
    if found.start.year is None and base is not None and date(year, first, 1) > base and not ahead:
        year -= 1
    return date(year, first, 1), month_end(date(year, first + months - 1, 1)), None


def _decade(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    if found.start.year is None:
        return _undated(found, base, order, ahead)
    first = _full_year(found.start.year, base) // 10 * 10
    return date(first, 1, 1), date(first + 9, 12, 31), None


def _full_year(year: int, base: date | None) -> int:
    """ "'21": the year of the century that is nearest before the letter, with a decade's room ahead."""
    if year >= _CENTURY:
        return year
    limit = (base.year if base is not None else 2000 + _CENTURY // 2) + 10
    return limit - (limit - year) % _CENTURY


def _missing_year(base: date | None, month: int, day: int, ahead: bool) -> int | None:
    if base is None:
        return None
    passed = (month, day) <= (base.month, base.day)
    if ahead:
        return base.year if (month, day) >= (base.month, base.day) else base.year + 1
    return base.year if passed else base.year - 1
