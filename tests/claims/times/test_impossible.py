"""Dates that no calendar has."""

from __future__ import annotations

import pytest

from claims.times.impossible import impossible_dates


@pytest.mark.parametrize(
    "text",
    [
        "the vote of 30 June and 31 July",
        "29 February 2024",
        "on 29 February",
        "In June 31 people were detained",
        "they may 31 times",
        "2023-06-30",
        "version 3.31 June",
        "June 2031",
        "31 May 2023",
        "the 45 March protesters",
        "on 12/31/2022",
        "on 31.12.2022",
        "version 31.06.2022.4",
        "order 31/06/2022-4",
        "A/25/13/2022",
    ],
)
def test_possible(text):
    assert impossible_dates(text) == []


@pytest.mark.parametrize(
    ("text", "words", "month", "last"),
    [
        ("on 31 June.", "31 June", 6, 30),
        ("on the 31st of April 2020", "31st of April 2020", 4, 30),
        ("on February 30, 2020", "February 30, 2020", 2, 29),
        ("on 29 February 2023", "29 February 2023", 2, 28),
        ("November 31st", "November 31st", 11, 30),
        ("dated 2023-06-31", "2023-06-31", 6, 30),
        ("on 32 May 2020", "32 May 2020", 5, 31),
        ("on 31/06/2022 police", "31/06/2022", 6, 30),
        ("on 06/31/2022 police", "06/31/2022", 6, 30),
        ("on 29.02.2023 police", "29.02.2023", 2, 28),
        ("on 25/13/2022 police", "25/13/2022", 0, None),
    ],
)
def test_impossible(text, words, month, last):
    (found,) = impossible_dates(text)
    assert (found.text, found.month, found.last_day) == (words, month, last)
