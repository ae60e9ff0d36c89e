"""Dates of a text as days: the grammar's finds resolved against the letter's own date, never against today's.

A missing year is the one that puts the date nearest before the letter ("On July 28" in a letter of August 2023), unless the
words point ahead ("the upcoming summit on 26 May"). What cannot be settled stays open with its `problem`: a day that does
not exist, 03/04/2021 where the letter shows no order. Relative expressions ("last week") are read by dateparser, which this
module alone imports, and only when one stands in the text.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

from claims.datespans import DateParts, DateSpan, find_date_spans
from claims.model import DateMention, Grain, Span
from claims.words import vocabulary

NumericOrder = Literal["day-month", "month-day"]
Window = tuple[date | None, date | None, str | None]

_CUE_REACH = 80
_CENTURY = 100


def read_dates(text: str, base: date | None, order: NumericOrder | None = None) -> list[DateMention]:
    """Every date named in `text`, sorted, resolved against `base` (the letter's date); clock times are left out.

    `order` says how all-figure dates are written in this letter, as `numeric_order` found.
    """
    found = [resolve(span, base, order=order, ahead=_points_ahead(text, span.span)) for span in find_date_spans(text)
             if span.kind != "clock"]  # fmt: skip
    told = [_with_told_year(mention, text, base) for mention in found]
    return _longest_first(told, _relative_dates(text, base))


def _longest_first(dates: Sequence[DateMention], relative: Sequence[DateMention]) -> list[DateMention]:
    """Both kinds in order of place; of two that overlap ("last [May]", "[May of this year]") the longer."""
    kept: list[DateMention] = []
    for mention in sorted([*dates, *relative], key=lambda m: (m.span.start, -m.span.end)):
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def numeric_order(text: str) -> NumericOrder | None:
    """How the letter writes dates in figures, if those that can be read in one way only agree ("25/03/2021")."""
    orders = {_telling_order(span.numbers) for span in find_date_spans(text) if span.kind == "numeric"} - {None}
    return orders.pop() if len(orders) == 1 else None


def resolve(
    found: DateSpan, base: date | None, *, order: NumericOrder | None = None, ahead: bool = False
) -> DateMention:
    """A found date as days, `start` to `end` inclusive; both None with a `problem` where words and base leave it open.

    `ahead`: without a year it is the nearest reading on or after `base`, not before.
    """
    start, end, problem = _reader(found)(found, base, order, ahead)
    return DateMention(
        span=found.span, text=found.text, start=start, end=end, grain=_grain(found),
        year_stated=found.start.year is not None or (found.end is not None and found.end.year is not None)
        or found.kind == "numeric",
        problem=problem,
    )  # fmt: skip


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier (later if negative), or the last of a shorter month; not before year 1."""
    index = max(12, min(day.year * 12 + day.month - 1 - months, 9999 * 12 + 11))
    first = date(index // 12, index % 12 + 1, 1)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def _reader(found: DateSpan) -> Callable[[DateSpan, date | None, NumericOrder | None, bool], Window]:
    return {
        "day": _days, "days": _days, "day_of_month": _day_of_month, "numeric": _numeric, "month": _months,
        "months": _months, "year": _years, "years": _years, "quarter": _parts_of_year, "half": _parts_of_year,
        "decade": _decade,
    }.get(found.kind, _undated)  # fmt: skip


def _grain(found: DateSpan) -> Grain:
    if found.kind in ("day", "days", "numeric", "day_of_month"):
        return "day"
    if found.kind in ("month", "months"):
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
    return _window(found.text, (start_year, month, first.day), (_full_year(year, base), last_month, last.day or first.day))


def _day_of_month(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    """ "by the 12th": of the letter's month, or the month next to it, as the words point."""
    if base is None or found.start.day is None:
        return None, None, f"“{found.text}” has no month, and the letter no date to tell it by"
    day, month = found.start.day, base
    if (day > base.day) != ahead and day != base.day:
        month = months_before(base.replace(day=1), -1 if ahead else 1)
    return _window(found.text, (month.year, month.month, day), (month.year, month.month, day))


def _numeric(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    if len(found.numbers) != 3:
        return _days(found, base, order, ahead)
    if found.numbers[0] > 31:
        year, month, day = found.numbers
    else:
        told = _telling_order(found.numbers) or order
        if told is None and found.numbers[0] != found.numbers[1]:
            return None, None, f"“{found.text}” may be day/month or month/day"
        first, second, year = found.numbers
        day, month = (second, first) if told == "month-day" else (first, second)
    whole = (_full_year(year, base), month, day)
    return _window(found.text, whole, whole)


def _telling_order(numbers: Sequence[int]) -> NumericOrder | None:
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
    start_year = _full_year(first.year, base) if first.year is not None else year - (month > last_month)
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
    if part is None or year is None:
        return _undated(found, base, order, ahead)
    year, first = _full_year(year, base), (part - 1) * months + 1
    if found.start.year is None and base is not None and date(year, first, 1) > base and not ahead:
        year -= 1
    return date(year, first, 1), month_end(date(year, first + months - 1, 1)), None


def _decade(found: DateSpan, base: date | None, order: NumericOrder | None, ahead: bool) -> Window:
    if found.start.year is None:
        return _undated(found, base, order, ahead)
    first = _full_year(found.start.year, base) // 10 * 10
    return date(first, 1, 1), date(first + 9, 12, 31), None


def _window(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> Window:
    try:
        start, end = date(*first), date(*last)
    except ValueError:
        return None, None, f"“{text}” does not exist in the calendar"
    return (start, end, None) if start <= end else (None, None, f"“{text}” ends before it begins")


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


def _points_ahead(text: str, span: Span) -> bool:
    """ "the upcoming summit on 26 May": a cue in the words right before, in the same sentence."""
    before = re.split(r"[.;:!?]\s", text[max(0, span.start - _CUE_REACH) : span.start].lower())[-1]
    return any(re.search(rf"\b{re.escape(cue)}\b", before) for cue in vocabulary("relative_dates")["future_cues"])


def _with_told_year(mention: DateMention, text: str, base: date | None) -> DateMention:
    """ "in May of this year", "on 12 May last year": the year is told by the words after it."""
    if mention.year_stated or base is None or mention.grain not in ("day", "month") or mention.start is None:
        return mention
    found = _year_after().match(text, mention.span.end)
    if found is None or mention.end is None:
        return mention
    year = base.year + int(vocabulary("relative_dates")["which"][found["which"].lower()])
    span = Span(mention.span.start, found.end())
    start, end, problem = _window(
        span.of(text),
        (year, mention.start.month, mention.start.day),
        (year + mention.end.year - mention.start.year, mention.end.month, mention.end.day),
    )
    return replace(mention, span=span, text=span.of(text), start=start, end=end, year_stated=True, problem=problem)


def _relative_dates(text: str, base: date | None) -> list[DateMention]:
    """ "last week", "three months ago"; without the letter's date they say nothing."""
    found: list[DateMention] = []
    if base is None:
        return found
    for match in _relative().finditer(text):
        if match["month"] and not match["month"][0].isupper():
            continue  # "this may lead to"
        span = Span(match.start("core"), match.end("core"))
        grain: Grain = _unit_of(match)
        start, end, problem = _relative_window(match, grain, base)
        found.append(DateMention(span=span, text=span.of(text), start=start, end=end, grain=grain, year_stated=False,
                                 problem=problem))  # fmt: skip
    return found


def _unit_of(match: re.Match[str]) -> Grain:
    words = vocabulary("relative_dates")["units"]
    unit = (match["unit"] or match["units"] or "day").lower()
    if match["month"]:
        return "month"
    return next((grain for grain, forms in words.items() if unit in forms), "day")


def _relative_window(match: re.Match[str], grain: Grain, base: date) -> Window:
    if match["month"]:
        return _which_month(match, base)
    point = _parsed(match["core"], base)
    if point is None:
        return None, None, f"“{match['core']}” could not be read"
    start, end = _around(point, grain)
    part = (match["part"] or "").lower()
    if match["which"] and start <= base <= end:
        # "earlier this year" ends with the letter, "later this month" begins with it.
        start, end = (base, end) if part == "later" else (start, base)
    return start, end, None


def _which_month(match: re.Match[str], base: date) -> Window:
    """ "last May": the one before the letter; "this May": of the letter's year."""
    names = vocabulary("dates")["months"]
    month = next(i for i, forms in enumerate(names, 1) if match["month"].lower() in forms)
    offset = int(vocabulary("relative_dates")["which"][match["which"].lower()])
    if offset == 0:
        year = base.year
    elif offset < 0:
        year = base.year if month < base.month else base.year - 1
    else:
        year = base.year if month > base.month else base.year + 1
    return date(year, month, 1), month_end(date(year, month, 1)), None


def _around(point: date, grain: Grain) -> tuple[date, date]:
    """The whole week (from Monday), month or year that holds a day."""
    if grain == "week":
        monday = point - timedelta(days=point.weekday())
        return monday, monday + timedelta(days=6)
    if grain == "month":
        return point.replace(day=1), month_end(point)
    if grain == "year":
        return date(point.year, 1, 1), date(point.year, 12, 31)
    return point, point


def _parsed(words: str, base: date) -> date | None:
    """One clean expression read by dateparser, with the letter's date as now."""
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    plain = re.sub(r"^the\s+(?=last|past|previous|current|next|coming)", "", " ".join(words.lower().split()))
    for word, standard in (("previous", "last"), ("past", "last"), ("current", "this"), ("coming", "next")):
        plain = re.sub(rf"^{word}\b", standard, plain)
    parsed = dateparser.parse(plain, languages=["en"], settings=settings)  # type: ignore[arg-type]
    return parsed.date() if parsed is not None else None


@cache
def _relative() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    units = _either(form for forms in words["units"].values() for form in forms)
    single = _either(forms[0] for forms in words["units"].values())
    months = _either(form for forms in vocabulary("dates")["months"] for form in forms)
    weekdays = _either(name for name in vocabulary("dates")["weekdays"] if len(name) > 4)
    parts = _either(words["parts"])
    return re.compile(
        rf"\b(?:(?P<part>{parts})\s+)?(?P<core>{_either(words['days'])}"
        rf"|(?:\d{{1,3}}|{_either(words['counts'])})\s+(?P<units>{units})\s+{_either(words['ago'])}"
        rf"|(?:the\s+)?(?P<which>{_either(words['which'])})\s+(?:(?P<unit>{single})(?!\s+of\b)|(?P<weekday>{weekdays})|(?P<month>{months})(?!\s+\d)))\b",
        re.IGNORECASE,
    )


@cache
def _year_after() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    return re.compile(rf"\s+(?:of\s+)?(?P<which>{_either(words['which'])})\s+year\b", re.IGNORECASE)


def _either(phrases: Sequence[str] | object) -> str:
    listed = sorted((str(phrase) for phrase in phrases), key=len, reverse=True)  # type: ignore[attr-defined]
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) + ")"
