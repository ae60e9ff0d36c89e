"""Figures for a year are of that year; those of a day or of a report are up to it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field

EMPTY = Field(measures=(), events=(), producers=(), places=())


def start_of(sentence: str) -> date | None:
    text = f"1 February 2025\n\nDear Members,\n\n{sentence}\n"
    extraction = extract(letter_from_bytes(text.encode(), path="x.txt", letter_id="x"), EMPTY)
    period = next(one for one in extraction.claims if one.quantity.value == 1634).period
    return period.start if period else None


@pytest.mark.parametrize(
    "sentence",
    [
        "By the union's report for 2023, 1,634 people had been killed.",
        "By its figures of 3 May 2023, 1,634 people had been killed.",
        "In its report of 2023 the union has 1,634 people killed.",
    ],
)
def test_up_to_a_day(sentence: str) -> None:
    assert start_of(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The union's figures for 2023: 1,634 people killed.",
        "Its estimates for 2023 are 1,634 people killed.",
        "In calendar 2023, 1,634 people were killed.",
        "In the calendar year 2023 the guards killed 1,634 people.",
    ],
)
def test_of_the_year(sentence: str) -> None:
    assert start_of(sentence) == date(2023, 1, 1)
