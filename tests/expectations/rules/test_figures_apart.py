"""Figures that stand near each other and have nothing to do with each other: no share, rate or change is wrong."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.rules import change, percentage, rate

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


@pytest.mark.parametrize(
    "text",
    [
        # a price is no total, a day of a line no divisor
        "Coal went from 11.40 to 12.80, and the bus (line 7, four rides a day) stood on 16 days.",
        # the letter tells the quotient itself, the other is of a larger place
        "4,200 pupils in 18 schools give 233, and the average of the whole county is 215 pupils a school.",
        # a distance from a figure before
        "The board advised 40,000 tonnes, after 52,000 tonnes. The office set 46,000. It is 15% above the advice.",
        # a whole that is told behind and not named
        "It was needed to fell 120 trees, one tenth of the whole, and not 720, six times as many.",
        # votes
        "The meeting therefore resolved, by 611 votes to 26, with 23 abstentions, to write again.",
        # what is left, not what was lost
        "The old hall had 500 seats: 310 below, 140 above and 50 in boxes. The new one has 450, ten per cent fewer.",
    ],
)
def test_no_alarm_where_figures_are_of_different_things(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    extraction = extract(letter, FIELD)
    found = [one for rule in (percentage, rate, change) for one in rule.run(extraction, FIELD)]
    assert [one.message for one in found if one.status == "inconsistent"] == []
