"""Figures given twice but for a slip: pairs that are two figures first, then what their words say is one."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.kinds import Same

_BARE = Field(measures=(), events=(), producers=(), places=(), topics=())
_BETWEEN = "The river has not been cleaned since the spring, and the council has not answered our letters.\n\n"


def fitted(text):
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return [
        (one.first.quantity.value, one.again.quantity.value)
        for one in extract(letter, _BARE).relations
        if isinstance(one, Same) and one.fitted
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In Alden 2,604 families lost their homes.\n\nIn Borley 640 boats were sunk, and another 460 boats were saved.",
        "In Alden 36 women came to us.\n\nLast week 63 people waited at the gate.",
        "Alden Watch and 32 groups filed a complaint.\n\nThe complaint of the 33 groups is pending.",
        "In the 129 days before the vote there were no arrests.\n\nIn the first 120 days after it there were nine.",
        "Of the 612 homes that we saw, 412 were damp.\n\nWe ask for repairs in every one of the 412 homes.",
        "In Alden\t1,720\t903\t516\nIn Borley\t1,270\t889\t425\n",
    ],
)
def test_two_figures(text):
    assert fitted(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (f"On 3 May 2,604 families were evicted from the flats by the river.\n\n{_BETWEEN}"
         "Give each of the 2,640 evicted families a home.", (2604, 2640)),
    ],
)  # fmt: skip
def test_one_figure_misprinted(text, pair):
    assert pair in fitted(text)
