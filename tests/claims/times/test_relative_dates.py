"""Dates told from the letter's own: what each means, held against dateparser wherever that reads it too."""

from __future__ import annotations

from datetime import date, datetime

import dateparser
import pytest

from claims.language.load import load_language
from claims.language.words import vocabulary
from claims.times.relative.relative_dates import relative_dates

WEDNESDAY = date(2025, 5, 21)
LEAP_DAY = date(2024, 2, 29)
_AS_DATEPARSER_SAYS = {"previous": "last", "past": "last", "the current": "this", "coming": "next"}


@pytest.mark.parametrize(
    ("text", "base", "first", "last"),
    [
        ("We wrote to you yesterday.", WEDNESDAY, date(2025, 5, 20), date(2025, 5, 20)),
        ("It began the day before yesterday.", WEDNESDAY, date(2025, 5, 19), date(2025, 5, 19)),
        ("Two mills burned last week.", WEDNESDAY, date(2025, 5, 12), date(2025, 5, 18)),
        ("Two mills burned a fortnight ago.", WEDNESDAY, date(2025, 5, 5), date(2025, 5, 11)),
        ("They met thirty days ago.", WEDNESDAY, date(2025, 4, 21), date(2025, 4, 21)),
        ("They met eighteen months ago.", WEDNESDAY, date(2023, 11, 1), date(2023, 11, 30)),
        ("They met a year ago.", LEAP_DAY, date(2023, 1, 1), date(2023, 12, 31)),
        ("They met last Wednesday.", WEDNESDAY, date(2025, 5, 14), date(2025, 5, 14)),
        ("They meet next Thurs at noon.", WEDNESDAY, date(2025, 5, 22), date(2025, 5, 22)),
        ("They meet this Wednesday.", WEDNESDAY, WEDNESDAY, WEDNESDAY),
        ("It fell earlier this year.", WEDNESDAY, date(2025, 1, 1), WEDNESDAY),
        ("It falls later this month.", WEDNESDAY, WEDNESDAY, date(2025, 5, 31)),
        ("They met last May.", WEDNESDAY, date(2024, 5, 1), date(2024, 5, 31)),
    ],
)
def test_days_meant(text: str, base: date, first: date, last: date) -> None:
    with load_language("en").in_force():
        (found,) = relative_dates(text, base)
    assert (found.start, found.end, found.problem) == (first, last, None)


@pytest.mark.parametrize(
    ("text", "base"),
    [("They met 999 decades ago.", WEDNESDAY), ("On the last day nobody came.", WEDNESDAY)],
)
def test_days_that_the_letters_date_does_not_tell(text: str, base: date) -> None:
    with load_language("en").in_force():
        assert all(found.start is None and found.problem for found in relative_dates(text, base))


@pytest.mark.parametrize(("text", "first"), [("cette semaine", 19), ("ce mois", 1), ("hier", 20), ("après-demain", 23)])
def test_in_french(text: str, first: int) -> None:
    with load_language("fr").in_force():
        (found,) = relative_dates(f"Nous serons là {text} encore.", WEDNESDAY)
    assert found.start == date(2025, 5, first)


def _phrases() -> list[str]:
    words = vocabulary("relative_dates")
    units = [forms[0] for forms in words["units"].values()]
    weekdays = vocabulary("dates")["weekdays"][:7]
    counts = ("1", "3", "14", "40", "a", "two", "seven", "twelve")
    told = [f"{count} {unit}s {ago}" for count in counts for unit in units for ago in words["ago"]]
    return [*words["days"], *(f"{which} {unit}" for which in words["which"] for unit in [*units, *weekdays]), *told]


@pytest.mark.parametrize("base", [WEDNESDAY, LEAP_DAY])
def test_what_dateparser_reads_too_it_reads_alike(base: date) -> None:
    settings = {"RELATIVE_BASE": datetime(base.year, base.month, base.day), "PREFER_DATES_FROM": "past"}
    told, differing = 0, []
    with load_language("en").in_force():
        for phrase in _phrases():
            which = next((each for each in _AS_DATEPARSER_SAYS if phrase.startswith(f"{each} ")), None)
            plain = phrase if which is None else _AS_DATEPARSER_SAYS[which] + phrase[len(which) :]
            theirs = dateparser.parse(plain, languages=["en"], settings=settings)
            if theirs is None:
                continue
            told += 1
            (ours,) = relative_dates(phrase, base)
            if ours.start is None or ours.end is None or not ours.start <= theirs.date() <= ours.end:
                differing.append((phrase, ours.start, ours.end, theirs.date()))
    assert told > 60
    assert not differing
