"""Parts larger than what their words put them in."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of

NOTHING = Field(measures=(), events=(), producers=(), places=())


def alarms(body: str) -> list[str]:
    text = f"Open letter\n\n14 September 2023\n\nDear Members,\n\n{body}\n\nYours,\n\nAda Borley\n"
    letter = letter_from_bytes(text.encode(), path="l.txt", letter_id="l")
    findings = findings_of(extract(letter, NOTHING), NOTHING)
    return [one.message for one in findings if one.rule == "nested-window" and one.status == "inconsistent"]


@pytest.mark.parametrize(
    "body",
    [
        "Four weavers died and 18 were hurt, nine of them badly.",
        "There were 16 fires, with 22 families burned out and 18 hurt, 20 of them badly.",
        "The district has 940 pupils in three schools, 120 of them barefoot.",
        "Of the 12 villages, 4,000 people live in three.",
        "Of the 54, 41 walked home.",
        "Some 900 of the 1,200 looms stand still.",
        "Among the 224 millers, women own 140.",
        "We sold 300 of the thread to the 40 shops.",
        "More than 60 of the 54 were said to be ill.",
    ],
)
def test_what_is_no_part_too_large(body: str) -> None:
    assert not alarms(body)


@pytest.mark.parametrize(
    "body",
    [
        "Four weavers died and 18 were hurt, nineteen of them badly.",
        "Of the 54, 61 walked home.",
        "At the ford 61 of the 54 weavers turned back.",
        "Among the 224 millers, women own 240.",
        "Six of the eleven had a house, and eight of these six had a well.",
    ],
)
def test_a_part_larger_than_its_whole(body: str) -> None:
    assert alarms(body)
