"""Dates are days only as far as words and the letter's own date allow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.times.calendar_steps import month_end, months_before
from claims.times.dates import numeric_order, read_dates

LETTER = date(2023, 8, 15)


@pytest.mark.parametrize(
    "text",
    [
        "We may meet and march on, says the fall guy.",
        "This may lead to war.",
        "At 5 pm they called.",
        "The last of them left; the next came.",
        "Resolution 2669 was adopted.",
    ],
)
def test_no_date(text: str) -> None:
    assert read_dates(text, LETTER) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("on 12 May 2023", date(2023, 5, 12), date(2023, 5, 12), "day"),
        ("On July 28, they wrote", date(2023, 7, 28), date(2023, 7, 28), "day"),
        ("since 17 November", date(2022, 11, 17), date(2022, 11, 17), "day"),
        ("the upcoming summit on 26 August", date(2023, 8, 26), date(2023, 8, 26), "day"),
        ("talks scheduled for 2 March", date(2024, 3, 2), date(2024, 3, 2), "day"),
        ("since February 2021", date(2021, 2, 1), date(2021, 2, 28), "month"),
        ("in October", date(2022, 10, 1), date(2022, 10, 31), "month"),
        ("in 2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("in Q4 2022", date(2022, 10, 1), date(2022, 12, 31), "quarter"),
        ("in the first half of 2022", date(2022, 1, 1), date(2022, 6, 30), "month"),
        ("12–14 May 2023", date(2023, 5, 12), date(2023, 5, 14), "day"),
        ("May to July 2022", date(2022, 5, 1), date(2022, 7, 31), "month"),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31), "year"),
        ("on 25/03/2021", date(2021, 3, 25), date(2021, 3, 25), "day"),
        ("on 2021-03-04", date(2021, 3, 4), date(2021, 3, 4), "day"),
        ("yesterday", date(2023, 8, 14), date(2023, 8, 14), "day"),
        ("last week", date(2023, 8, 7), date(2023, 8, 13), "week"),
        ("last month", date(2023, 7, 1), date(2023, 7, 31), "month"),
        ("three months ago", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("this year", date(2023, 1, 1), LETTER, "year"),
        ("later this month", LETTER, date(2023, 8, 31), "month"),
        ("last year", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("last May", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("last Monday", date(2023, 8, 14), date(2023, 8, 14), "day"),
        ("in May of this year", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("in October last year", date(2022, 10, 1), date(2022, 10, 31), "month"),
    ],
)
def test_resolved(text: str, start: date, end: date, grain: str) -> None:
    (mention,) = read_dates(text, LETTER)
    assert (mention.start, mention.end, mention.grain, mention.problem) == (start, end, grain, None)
    assert mention.span.of(text) == mention.text


@pytest.mark.parametrize(
    ("text", "base", "part"),
    [
        ("on 31 June", LETTER, "does not exist"),
        ("on 30 February 2020", LETTER, "does not exist"),
        ("on 03/04/2021", LETTER, "day/month or month/day"),
        ("on 3 May", None, "no year"),
        ("in spring 2022", LETTER, "does not say which days"),
    ],
)
def test_left_open_with_the_reason(text: str, base: date | None, part: str) -> None:
    (mention,) = read_dates(text, base)
    assert mention.start is None
    assert mention.end is None
    assert mention.problem is not None
    assert part in mention.problem


def test_an_order_that_the_letter_shows_settles_figures() -> None:
    assert numeric_order("seen 25/12/2020 and 03/04/2021") == "day-month"
    assert numeric_order("seen 12/25/2020 and 03/04/2021") == "month-day"
    assert numeric_order("seen 25/12/2020 and 12/25/2020") is None
    (mention,) = read_dates("on 03/04/2021", LETTER, "month-day")
    assert mention.start == date(2021, 3, 4)


def test_relative_words_say_nothing_without_the_letter_s_date() -> None:
    assert read_dates("last week and three months ago", None) == []


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 28), st.integers(1, 12))
def test_a_missing_year_is_the_last_one_before_the_letter(base: date, day: int, month: int) -> None:
    name = date(2000, month, 1).strftime("%B")
    (mention,) = read_dates(f"on {day} {name}", base)
    assert mention.start is not None
    assert (mention.start.day, mention.start.month) == (day, month)
    assert base - timedelta(days=366) < mention.start <= base


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(-200_000, 200_000))
def test_months_before_stays_in_the_calendar(day: date, months: int) -> None:
    moved = months_before(day, months)
    assert moved.day <= day.day
    assert month_end(moved).day >= moved.day
