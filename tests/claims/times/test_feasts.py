"""Days told by their name: what is none first, then with a year and without."""

from __future__ import annotations

from datetime import date

import pytest

from claims.times.dates import read_dates

BASE = date(2024, 7, 8)


@pytest.mark.parametrize("text", ["The Christmas's tree fell.", "A newer year will come.", "They live in Newyearton."])
def test_what_names_no_day(text):
    assert not read_dates(text, BASE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Christmas Eve five camps burned.", date(2023, 12, 24)),
        ("On Christmas Eve 2022 five camps burned.", date(2022, 12, 24)),
        ("At New Year 2024 it had 300.", date(2024, 1, 1)),
        ("On New Year's Eve they left.", date(2023, 12, 31)),
    ],
)
def test_the_day_is_the_named_one_of_the_year_told_else_the_last(text, day):
    (found,) = read_dates(text, BASE)
    assert (found.start, found.end) == (day, day)
