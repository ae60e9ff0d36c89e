"""An alarm needs a slip that people make: figures that none explains are likelier no pair at all than an error."""

from __future__ import annotations

import pytest

from claims import Field, letter_from_bytes
from expectations import check_letter

EMPTY = Field(measures=(), events=(), producers=(), places=())

SILENT = [
    # two ways to part the same people
    "In all 140 people were hurt: 84 women, 37 children, 19 men and 56 guards.",
    # one of the parts is the sum of two others
    "The 84 delegates were 80 from the coast, 48 women and 32 men.",
    # a small number that is no part
    "The 612 households were 412 in the valley, 137 on the hill and 63 by the sea, in 1 district.",
    # the share of those who are left
    "Of the 96 schools 72 reopened; a quarter of them stayed shut.",
    # the number of one thing for each of the other
    "In the camp 1,260 people share 315 tents, four to a tent.",
    # another figure of the letter makes the share, or the average, right
    "The court heard 476 cases, 143 of them of theft and 27 of fraud. Foreigners were 219 of the accused, 46 per cent.",
    "The coast has 12 posts for 718 kilometres, one for every 60 kilometres or so, and they have three launches.",
    # one in so many months is no average of what stands before it
    "Since we began we have buried 38 mothers and 15 fathers, roughly one every two months.",
    # nothing that people misprint makes 23,000 of 57,000
    "The plant used 57,000 litres: 6,000 litres in March and 17,000 litres in April.",
]


def alarms(sentence: str) -> list[str]:
    text = f"3 May 2023\n\nDear Members,\n\n{sentence}\n"
    checked = check_letter(letter_from_bytes(text.encode(), path="a.txt", letter_id="a"), EMPTY, None)
    return [one.rule for one in checked.findings if one.status == "inconsistent" and one.severity != "info"]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_no_slip_explains_is_not_held_against_the_letter(sentence: str) -> None:
    assert alarms(sentence) == []


SLIPS = {
    "two digits exchanged": ("The flood killed 210 people: 60 women, 40 men and 20 children.", "parts-whole"),
    "one digit": ("The flood killed 120 people: 60 women, 50 men and 20 children.", "parts-whole"),
    "a percentage": ("Of the 480 wells, 312 wells (56 per cent) are dry.", "percentage"),
    "a rate": ("In April 2023 police arrested 90 people, an average of four people a day.", "rate"),
    "a change": ("Arrests rose from 140 in 2021 to 210 in 2022, an increase of 60 per cent.", "change"),
}


@pytest.mark.parametrize(("sentence", "rule"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_still_told(sentence: str, rule: str) -> None:
    assert alarms(sentence) == [rule]
