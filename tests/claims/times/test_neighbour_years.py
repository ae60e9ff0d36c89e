"""Years told beside another: which is meant, and where none is."""

from __future__ import annotations

from datetime import date

import pytest

from claims.language.load import load_language
from claims.times.dates import read_dates

LETTER = date(2026, 3, 2)


def _told(text: str, language: str = "en") -> list[tuple[str, int | None]]:
    with load_language(language).in_force():
        found = read_dates(text, LETTER)
    return [(one.text, one.start.year if one.start else None) for one in found if not one.text.isdigit()]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the ferry carried 50 people, 12 more than the year before.",
        "In 2024 it carried 50, a rise of 12 on the year before.",
        "Fares of 2024 were held against the year before.",
    ],
)
def test_a_year_that_another_is_held_against_is_of_no_figure(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The year before, 30 boats sank.",
        "The previous year, 30 boats sank.",
        "In the year before the flood 30 boats sank.",
        "In March 2020 ninety boats sank, and the year after 100.",
        "In 2020, the year before the flood, 90 boats sank.",
    ],
)
def test_a_year_whose_neighbour_is_not_told_stays_open(text: str) -> None:
    assert [year for _, year in _told(text) if year != 2020] == [None]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The office puts 2025 at 40, and the year before at 52.", 2024),
        ("In 2020 ninety boats sank; the previous year, 80.", 2019),
        ("In 2023 the harbour had 40 ships and a year earlier 52.", 2022),
        ("In 2020, 90 boats sank, and the following year 100.", 2021),
        ("There were 90 wrecks in 2020 and, one year later, 60.", 2021),
    ],
)
def test_the_year_beside_the_one_told_before(text: str, year: int) -> None:
    assert [told for _, told in _told(text)] == [year]


@pytest.mark.parametrize(("words", "year"), [("l'année précédente", 2019), ("un an plus tard", 2021)])
def test_in_french(words: str, year: int) -> None:
    assert [told for _, told in _told(f"En 2020, 90 navires ont coulé et {words} 80.", "fr")] == [year]
