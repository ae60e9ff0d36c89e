"""Dates told from the letter's own ("last week", "three months ago", "last May"), read by dateparser, and only when one
stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from claims.language.typed import language_in_force
from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Grain, Span
from claims.text.plurals import capital_kept
from claims.times.calendar_days import Window, month_end


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
    point = _parsed(match["core"], base)
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


@of_language(maxsize=256)
def _parsed(words: str, base: date) -> date | None:
    """One clean expression read by dateparser, with the letter's date as now."""
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    listed = vocabulary("relative_dates")
    first, _, rest = " ".join(words.lower().split()).partition(" ")
    if first in listed["articles"] and rest.partition(" ")[0] in {*listed["which"], *listed["standard"]}:
        first, _, rest = rest.partition(" ")
    plain = f"{listed['standard'].get(first, first)} {rest}".strip()
    parsed = dateparser.parse(plain, languages=[language_in_force().code], settings=settings)
    return parsed.date() if parsed is not None else None


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
        rf"|(?:\d{{1,3}}|{alternation(words['counts'])})\s+(?P<units>{units})\s+{alternation(words['ago'])}"
        rf"|(?:{alternation(words['articles'])}\s+)?(?P<which>{alternation(words['which'])})\s+(?:(?P<unit>{single})(?!\s+{alternation(words['of'])}\b)|(?P<weekday>{weekdays})|(?P<month>{months})(?!\s+\d)))\b",
        re.IGNORECASE,
    )


def alternation(phrases: Iterable[str]) -> str:
    """Any of some phrases, the longest first, blanks matching white space; of none one that matches nothing."""
    listed = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) + ")" if listed else "(?!)"
