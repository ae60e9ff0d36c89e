"""The words of verdicts as data (`vocabulary/<language>/*.yml`), and figures, days and windows written out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claims.model import Comparator
from sources.comparison.asking.weighing import day_of
from sources.model import Observation
from sources.words import words


def say(key: str, **values: str) -> str:
    """A sentence or phrase of the wording, filled in."""
    section, name = key.split(".")
    return str(words("verdicts")[section][name]).format(**values)


def number(value: Decimal) -> str:
    """12345.60 as "12,345.6"; at most four decimals."""
    text = f"{round(value, 4):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def hedged(comparator: Comparator, value: Decimal) -> str:
    """A figure in words with its comparator: "more than 700"."""
    return say(f"comparators.{words('verdicts')['comparator_names'][comparator]}", n=number(value))


def signed(comparator: Comparator, value: Decimal) -> str:
    """A figure with the sign of its comparator: "> 700"."""
    sign = {"=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "range": ""}[comparator]
    return f"{sign}{number(value)}"


def day(when: date) -> str:
    """4 August 2023."""
    return say("dates.day", day=str(when.day), month=words("verdicts")["months"][when.month - 1], year=str(when.year))


def short_day(when: date) -> str:
    """4 Aug 2023."""
    month = words("verdicts")["months_short"][when.month - 1]
    return say("dates.day", day=str(when.day), month=month, year=str(when.year))


def month(when: date) -> str:
    """May 2025."""
    return say("dates.month", month=words("verdicts")["months"][when.month - 1], year=str(when.year))


def as_of(figure: Observation, *, short: bool = False) -> str:
    """The as-of date of a figure, or its month where no day is known."""
    if figure.period_end_grain == "month":
        return month(day_of(figure))
    return short_day(day_of(figure)) if short else day(day_of(figure))


def stretch(start: date, end: date, *, short: bool = False) -> str:
    """28 March–29 April 2025; one day where both are one."""
    names = words("verdicts")["months_short" if short else "months"]
    last = say("dates.day", day=str(end.day), month=names[end.month - 1], year=str(end.year))
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    if start.year != end.year:
        first = say("dates.day", day=str(start.day), month=names[start.month - 1], year=str(start.year))
    else:
        first = say("dates.day_of_year", day=str(start.day), month=names[start.month - 1])
    return f"{first}–{last}"


def window(figure: Observation, *, short: bool = False) -> str:
    """What stretch of time a figure counts, or its as-of date where it has no start."""
    if figure.period_start is None or figure.period_end is None or figure.period_end_grain == "month":
        return as_of(figure, short=short)
    return stretch(figure.period_start, figure.period_end, short=short)
