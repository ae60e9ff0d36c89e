"""What a comparison noted of its questions: a row that none of them meets changes no verdict."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.lookup.looked_up import LookUp, OfProducer, OfPublication, OfThing, OfValue, Row, noted
from sources.lookup.place_tree import Gazetteer
from sources.model import Observation
from sources.settings import Settings
from sources.table.load import load_table

TABLE = load_table()
GAZETTEER = Gazetteer(TABLE.places)
LETTER = b"""Open letter of the quay

12 June 2024

Since the coup of 1 February 2021 at least 4,900 people have been killed in Myanmar, AAPP says, and 20,000 arrested.
In Sagaing 40 boats were burned in March 2023. Nearly 2.6 million people are displaced, 31 of them in our street.
"""
ROW = Row("killed", "e", ("town", "land"), Decimal(40), "who", date(2024, 5, 1), date(2024, 6, 1))


@pytest.mark.parametrize(
    ("asked", "meets"),
    [
        (OfThing("killed", None, ("town", "land")), False),
        (OfThing("hurt", "e", ()), False),
        (OfThing("killed", "e", ("other", "land")), False),
        (OfValue(frozenset({"killed"}), Decimal(41), Decimal(50)), False),
        (OfValue(frozenset({"hurt"}), Decimal(30), Decimal(50)), False),
        (OfProducer("who", date(2024, 5, 2), date.max), False),
        (OfPublication("who", date(2024, 6, 2)), False),
        (OfThing("killed", "e", ()), True),
        (OfThing("killed", "e", ("land",)), True),
        (OfThing("killed", "e", ("quarter", "town", "land")), True),
        (OfThing("killed", None, (), any_event=True), True),
        (OfValue(frozenset({"hurt", "killed"}), Decimal(40), Decimal(40)), True),
        (OfProducer("who", date.min, date(2024, 5, 1)), True),
        (OfPublication("who", date(2024, 6, 1)), True),
    ],
)
def test_which_rows_a_question_meets(asked: LookUp, meets: bool) -> None:
    assert asked.meets(ROW) is meets


def _row(one: Observation) -> Row:
    place = GAZETTEER.of(one)
    chain = tuple(GAZETTEER.chain(place)) if place is not None else ()
    return Row(one.measure_id, one.event_id, chain, one.value, one.producer_id, one.period_end or date.min,
               one.published_on)  # fmt: skip


def _changed(one: Observation, dice: random.Random) -> Observation:
    """A row with another number, another day or, for what compares, gone to another place."""
    value = replace(one, value=one.value + dice.choice((1, 1000)))
    day = one.period_end
    return dice.choice((value, replace(one, place="Nowhere", place_code=None),
                        replace(value, period_end=day - timedelta(days=400) if day else None)))  # fmt: skip


@pytest.mark.parametrize("known", [None, "letter"])
def test_a_row_that_no_question_meets_changes_no_verdict(known: str | None) -> None:
    dice, settings = random.Random(7), Settings(as_known=known)  # type: ignore[arg-type]
    extraction = extract(letter_from_bytes(LETTER, path="a.txt", letter_id="a"), TABLE.field)
    with noted() as asked:
        before = compare_letter(extraction, TABLE, settings)
    rows, unmet, other = list(TABLE.observations), 0, 0
    for at in dice.sample([at for at, one in enumerate(rows) if not one.superseded_by], 6):
        fresh = _changed(rows[at], dice)
        changed = replace(TABLE, observations=(*rows[:at], fresh, *rows[at + 1 :]), sha256=str(at))
        same = compare_letter(extraction, changed, settings) == before
        met = any(one.meets(row) for one in asked for row in (_row(rows[at]), _row(fresh)))
        assert met or same, rows[at]
        unmet, other = unmet + (not met), other + (not same)
    assert unmet >= 2  # there is something that is not compared again
