"""A name is one event or none, and the reason why none is kept."""

from __future__ import annotations

from datetime import date

import pytest

from claims.model import Field
from claims.times.dates import read_dates
from claims.times.known_events.event_names import EventNames, event_names
from claims.times.known_events.events import document_event, settle_anchor, toll_event

LETTER = date(2023, 8, 15)


@pytest.fixture
def names(field: Field) -> EventNames:
    return event_names(field)


def anchor(names: EventNames, text: str, place: str = "Atria", letter: date = LETTER) -> tuple[str | None, str]:
    (hit,) = names.hits(text)
    reading = settle_anchor(names, hit, text, names.places.named(place), letter, read_dates(text, letter))
    return (reading.event.event_id if reading.event is not None else None), reading.reason or ""


@pytest.mark.parametrize(
    ("text", "place", "letter", "why"),
    [
        ("since the coup", "Borland", LETTER, "place"),
        ("since the coup", "Atria", date(2020, 1, 1), "after the letter"),
        ("since the coup of 1998", "Atria", LETTER, "another date"),
        ("since the 1998 coup", "Atria", LETTER, "another date"),
        ("since the Gallian coup", "Atria", LETTER, "qualifier"),
        ("since the mutiny", "Atria", LETTER, "may be any of mutiny_old, mutiny_new"),
        ("since the secret summit", "Atria", LETTER, "source"),
    ],
)
def test_none_with_the_reason(names: EventNames, text: str, place: str, letter: date, why: str) -> None:
    event, reason = anchor(names, text, place, letter)
    assert event is None
    assert why in reason


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("since the failed coup", "coup_2020"),
        ("since the coup of March 2020", "coup_2020"),
        ("since the 2020 coup", "coup_2020"),
        ("Since the military coup on 5 March 2020, they", "coup_2020"),
        ("since the mutiny of 2016", "mutiny_new"),
        ("since the flood", "flood_2022"),
    ],
)
def test_one(names: EventNames, text: str, event: str) -> None:
    assert anchor(names, text) == (event, "")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On 3 June 2023, in Harbour Township, soldiers killed 9.", "raid_harbour"),
        ("The raid on the Harbour market killed 9.", "raid_harbour"),
        ("On 3 June 2023, in North Province, soldiers killed 9.", None),
        ("On 4 June 2023, in Harbour Township, soldiers killed 9.", None),
        ("In Harbour Township soldiers killed 9.", None),
        ("The raid on the Harbour market of 9 July 2023 killed 9.", None),
    ],
)
def test_the_event_whose_toll_it_is(names: EventNames, text: str, event: str | None) -> None:
    reading = toll_event(names, text, names.hits(text), read_dates(text, LETTER), LETTER)
    assert (reading.event.event_id if reading.event is not None else None) == event


def test_a_toll_after_the_letter_is_none(names: EventNames) -> None:
    text = "The raid on the Harbour market killed 9."
    assert toll_event(names, text, names.hits(text), [], date(2023, 1, 1)).event is None


def test_a_document_is_known_by_its_day_and_name(names: EventNames) -> None:
    assert document_event(names, "Statement on the flood, 1 August 2022", date(2022, 8, 1)).event is not None
    assert document_event(names, "Statement on the flood, 2 August 2022", date(2022, 8, 2)).event is None
    assert document_event(names, "Statement on rain", date(2022, 8, 1)).event is None
    assert document_event(names, "Statement on the flood", None).event is None
