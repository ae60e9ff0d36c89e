"""Periods that an event begins, places of other sentences, parts of a toll, and sources in brackets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claims.extraction import Extraction
from claims.model import Claim

Reader = Callable[..., Extraction]


def only(extraction: Extraction) -> Claim:
    (claim,) = extraction.claims
    return claim


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        ("Between the coup and July 2023 the army killed 90 people.", date(2020, 3, 5), date(2023, 7, 31)),
        ("From the coup to July 2022 the army killed 90 people.", date(2020, 3, 5), date(2022, 7, 31)),
        ("From the coup on the army killed 90 people.", date(2020, 3, 5), date(2023, 8, 15)),
        ("Since the coup, and in July 2022 above all, it killed 90 people.", date(2022, 7, 1), date(2022, 7, 31)),
    ],
)
def test_an_event_begins_a_stretch_of_time(read: Reader, body: str, start: date, end: date) -> None:
    period = only(read(body)).period
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_those_in_detention_have_not_died_there(read: Reader) -> None:
    first, second = read("The military has killed 400 people since the coup, of whom 90 in detention.").claims
    assert first.measure == "killed"
    assert second.measure != "killed"


def test_a_place_is_inherited_within_its_paragraph_and_told(read: Reader) -> None:
    claim = only(read("In Borland the roads are shut. The police killed 90 people in 2022."))
    assert (claim.place, claim.place_inherited) == ("Borland", "place from a sentence before in the same paragraph")


@pytest.mark.parametrize("gap", [" Nobody came.", " Nobody came. Nothing moved."])
def test_another_country_named_further_back_is_not_taken_over(read: Reader, gap: str) -> None:
    claim = only(read(f"In Borland the roads are shut.{gap} The military killed 90 people in 2022."))
    assert claim.place is None
    assert any("Borland was named" in note for note in claim.notes)


def test_no_place_crosses_a_paragraph(read: Reader) -> None:
    claim = only(read("In Borland the roads are shut.\n\nThe military killed 90 people in Atria's war, it says."))
    assert claim.place == "Atria"


def test_a_source_in_brackets_speaks_for_the_figure_before_it(read: Reader) -> None:
    first, second, third = read(
        "Some 900 people fled (Atria Monitor, 1 May 2023) and 80 were killed (Gull Bureau, March 2022), while 70 died."
    ).claims
    assert [c.producer for c in first.citations] == ["monitor"]
    assert [c.published_on for c in first.citations] == [date(2023, 5, 1)]
    assert first.period is not None
    assert first.period.end == date(2023, 5, 1)
    assert (second.attribution, second.citations[0].published_on) == ("Gull Bureau", None)
    assert third.citations == ()


@pytest.mark.parametrize("aside", ["(Room 12, Harbour House)", "(a town, 2021)", "(Upper Olmo)"])
def test_other_brackets_are_no_sources(read: Reader, aside: str) -> None:
    assert only(read(f"Some 900 people fled {aside} by boat.")).citations == ()
