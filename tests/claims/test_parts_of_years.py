"""Quarters and halves that are told by "last": with a year the last of it, without one no days at all."""

from __future__ import annotations

from datetime import date

import pytest

from claims.times.dates import read_dates

DAY = date(2023, 5, 1)


@pytest.mark.parametrize("text", ["In the last quarter prices rose.", "over the last half", "by the last quarter"])
def test_a_last_part_without_a_year_names_no_days(text: str) -> None:
    assert [(one.start, one.end) for one in read_dates(text, DAY)] in ([], [(None, None)])


CASES = {
    "in the last quarter of 2021": (date(2021, 10, 1), date(2021, 12, 31)),
    "the last half of 2020": (date(2020, 7, 1), date(2020, 12, 31)),
    "the third quarter of 2022": (date(2022, 7, 1), date(2022, 9, 30)),
    "the second half of 2022": (date(2022, 7, 1), date(2022, 12, 31)),
}


@pytest.mark.parametrize(("text", "days"), CASES.items(), ids=CASES.keys())
def test_a_part_of_a_year(text: str, days: tuple[date, date]) -> None:
    assert [(one.start, one.end) for one in read_dates(text, DAY)] == [days]
