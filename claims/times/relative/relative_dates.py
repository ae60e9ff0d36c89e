"""Dates told from the letter's own: "last week", "three months ago", "last May", "this Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Grain, Span
from claims.text.plurals import capital_kept, singular
from claims.times.calendar_steps import Window, month_end, shifted_days
from claims.times.weekdays import weekdays


def relative_dates(text: str, base: date | None) -> list[DateMention]:
    """ "last week", "three months ago"; without the letter's date they say nothing."""
    found: list[DateMention] = []
    if base is None:
        return found
    for match in _relative().finditer(text):
        if match["month"] and not capital_kept(match["month"], "month"):
            continue  # "this may lead to"
        span = Span(match.start("core"), match.end("core"))
        grain: Grain = _unit_of(match)
        start, end, problem = _relative_window(match, grain, base)
        found.append(
            DateMention(
                span=span, text=span.of(text), start=start, end=end, grain=grain, year_stated=False, problem=problem
            )
        )
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
    point = _point(match, base)
    if point is None:
        return None, None, f"“{match['core']}” could not be read"
    start, end = _around(point, grain)
    part = (match["part"] or "").lower()
    if match["which"] and start <= base <= end:
        # "earlier this year" ends with the letter, "later this month" begins with it.
        start, end = (base, end) if part in vocabulary("relative_dates")["later"] else (start, base)
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


def _point(match: re.Match[str], base: date) -> date | None:
    """A day in the day, week, month or year that is meant; None where the words name none or the calendar has none."""
    if match["weekday"]:
        return _weekday(match["weekday"], _offset(match), base)
    if match["units"]:
        return _units_from(base, -_counted(match["counted"]), match["units"].lower())
    if match["unit"]:
        # "the next day" is that after the one just told, "the last day" the end of something.
        return _units_from(base, _offset(match), match["unit"].lower()) if _unit_of(match) != "day" else None
    words = " ".join(match["core"].lower().replace("’", "'").split())
    return base + timedelta(days=int(vocabulary("relative_dates")["days"][words]))


def _offset(match: re.Match[str]) -> int:
    which = " ".join(match["which"].lower().split())
    return int(vocabulary("relative_dates")["which"][which])


def _counted(words: str) -> int:
    return int(words) if words.isdecimal() else int(vocabulary("relative_dates")["counts"][words.lower()])


def _units_from(base: date, steps: int, unit: str) -> date | None:
    """So many units from a day, or None where the calendar ends."""
    units = vocabulary("periods")["units"]
    known = units.get(unit) or units.get(singular(unit))
    if known is None:
        return None
    point = shifted_days(base, steps, known)
    return None if point.year in (date.min.year, date.max.year) else point


def _weekday(name: str, offset: int, base: date) -> date:
    """ "last Friday": the one before the letter's day; "next Friday": the one after it; "this Friday" may be the day
    itself.
    """
    index = weekdays()[name.lower()]
    if offset < 0:
        return base - timedelta(days=(base.weekday() - index - 1) % 7 + 1)
    ahead = (index - base.weekday()) % 7
    return base + timedelta(days=ahead if offset == 0 or ahead else 7)


@of_language
def _relative() -> re.Pattern[str]:
    words = vocabulary("relative_dates")
    units = alternation(form for forms in words["units"].values() for form in forms)
    single = alternation(forms[0] for forms in words["units"].values())
    months = alternation(form for forms in vocabulary("dates")["months"] for form in forms)
    weekdays = alternation(name for name in vocabulary("dates")["weekdays"] if len(name) > 4)
    parts = alternation(words["parts"])
    return re.compile(
        rf"\b(?:(?P<part>{parts})\s+)?(?P<core>{alternation(words['days'])}"
        rf"|(?P<counted>\d{{1,3}}|{alternation(words['counts'])})\s+(?P<units>{units})\s+{alternation(words['ago'])}"
        rf"|(?:{alternation(words['articles'])}\s+)?(?P<which>{alternation(words['which'])})\s+(?:(?P<unit>{single})(?!\s+{alternation(words['of'])}\b)|(?P<weekday>{weekdays})|(?P<month>{months})(?!\s+\d)))\b",
        re.IGNORECASE,
    )


def alternation(phrases: Iterable[str]) -> str:
    """Any of some phrases, the longest first, blanks matching white space; of none one that matches nothing."""
    listed = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) + ")" if listed else "(?!)"
