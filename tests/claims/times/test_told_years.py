"""Dates without a year: what the letter's date gives them, and what the words before give them instead."""

from __future__ import annotations

from datetime import date

import pytest

from claims.times.dates import read_dates
from claims.times.told_years import with_told_years

LETTER = date(2023, 5, 3)


def read(text, years=()):
    return with_told_years(read_dates(text, LETTER), text, LETTER, years)


@pytest.mark.parametrize(
    ("text", "years", "start"),
    [
        ("On 28 February police came.", (2021,), date(2023, 2, 28)),
        ("On Tuesday, 28 February, police came.", (2021,), date(2023, 2, 28)),
        ("The army, which rebelled in 2021, has killed 30 people since April.", (), date(2023, 4, 1)),
        ("Since 2021 the ward is shut; on 2 March it burned.", (), date(2023, 3, 2)),
        ("On Wednesday, 28 February, police came.", (2021,), date(2023, 2, 28)),
    ],
)
def test_the_letters_year(text, years, start):
    last = read(text, years)[-1]
    assert (last.start, last.inherited) == (start, None)


@pytest.mark.parametrize(
    ("text", "years", "start"),
    [
        ("In 2021 the council met on Monday, 3 May.", (), date(2021, 5, 3)),
        ("In 2021 the council met on 4 May.", (), date(2021, 5, 4)),
        ("On Sunday, 28 February, police came.", (2021,), date(2021, 2, 28)),
        ("The strike of 2021 ran from Monday, 3 May.", (), date(2021, 5, 3)),
        ("Monday, 3 May: soldiers shot 12 nurses.", (2019, 2021), date(2021, 5, 3)),
    ],
)
def test_a_year_told_before(text, years, start):
    last = read(text, years)[-1]
    assert last.start == start
    assert last.inherited.startswith("year from")
