"""Parts and shares without a colon or a bracket: rests, exact sums, clauses of their own, by invented sentences."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.rules import parts_whole, percentage

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def faults(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    extraction = extract(letter, FIELD)
    found = [*parts_whole.run(extraction, FIELD), *percentage.run(extraction, FIELD)]
    return [(one.rule, one.message) for one in found if one.status == "inconsistent" and one.severity != "info"]


SILENT = [
    "The permits grew from 4,200 to 5,040, that is by 840, or 20 per cent.",
    "Of the 530 flats we saw, 310 had damp in one wall or more. Another 140 had a leak. That leaves 80 without fault.",
    "We validated 4,200 families. 2,500 units stand. Of those, 1,900 have water. 1,700 remain.",
    "It should have been $3.2 million. Four tranches brought $2.1 million. The balance, $1.1 million, is owed.",
    "They landed 90,000 tonnes and milled 38,000 tonnes, leaving 52,000. A basket of 5,000 francs is 17,000 now.",
    "Ninety-six of us were lost: 62 on the day, 34 in the week after. The list has 70 names. One father asked.",
    "In 30 days the $3,000 are gone: thirty times 110 is $3,300.",
    "The catch was 36 crates when it was 50 before. With a crew of nine, that leaves four crates for each man.",
    "Of the 60 pupils in two classes, 32 and 28 strong, 15 coughed.",
    "We asked 84 shops. 63 had closed. Of these, 30 sell at home, 21 lend and 12 do both. The remaining 21 went on.",
    "The clerk takes 3.5 kilos for moisture from a full sack of 14, one quarter; 250 women did not reach it.",
    "So while nineteen posts have a nurse, fewer than half of all twenty-four have a drug.",
    "The belt measured 80 hectares in 2010. There are 60 left, so a quarter of it has been lost.",
    "It holds 2,400 people. In 2021 there were 1,920; the rise is one of 25 per cent, or 480 persons.",
    "Of the 16,500 hectares, forty per cent, which is 6,600 hectares, is sown; on the rest, 9,900, there is none.",
    "On 30 June it held 4,900 people in places built for 3,500. That is an occupancy of 140 per cent.",
    "There are 420 wells. 168 had copper. That is 40 per cent of the water points. The 252 which passed lie uphill.",
    "Of the 30 huts, 12 burned and 9 were looted.",
    "The council has 23 members, 9 women and 14 men, and met 3 times.",
    "Our 230 guards, 92 of them women and 138 of them men, go out in 3 teams.",
    "In all 64 people were held, 13 of them women, 5 of them children.",
    "There are 420 wells. 168 had copper. That is 60 per cent of the points. The 252 which passed are dry.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_agrees_or_is_open_is_no_fault(text):
    assert faults(text) == []


AT_FAULT = [
    ("parts-whole", "Our 230 guards, 92 of them women and 183 of them men, go out in 3 teams."),
    ("parts-whole", "Of the 530 flats we saw, 310 had damp. A further 410 had a leak. That leaves 80 without fault."),
    ("parts-whole", "There are 420 wells. 168 had copper. The 225 which passed lie uphill."),
    ("parts-whole", "It should have been $3,240,000. What came was $2,180,000. The balance, $1,600,000, is owed."),
    ("parts-whole", "This winter 12 of the 96 centres have shut their doors, and that leaves 48."),
    ("parts-whole", "The plan would close five of our fourteen branches and leave eight."),
    (
        "parts-whole",
        "We lodged 420 claims. 40 were approved. 110 were refused. On the other 370 we have heard nothing.",
    ),
    ("parts-whole", "Of the 12 schools, eight were built by the fund and three by a member."),
    ("parts-whole", "It asked five things. Of these, two have been done and four have not."),
    ("parts-whole", "Among the fifteen are ten fishers and seven children of one hamlet."),
    ("parts-whole", "In the sample, of 100 streams, 63 opened on time and 47 late."),
    ("percentage", "We saw 900 boats, 630 at Alden and 270 (43%) at Borley."),
    ("percentage", "In all 252 of the 7,200 have been seen: 5.3 per cent."),
    ("percentage", "In 2021 there were 44 dead, of whom 11 - one in five - were women."),
    ("percentage", "Of the 16,500 hectares, fourteen per cent, which is 6,600 hectares, is under soya."),
    ("percentage", "On 30 June it held 4,900 people in places built for 3,500. That is an occupancy of 170 per cent."),
]


@pytest.mark.parametrize(("rule", "text"), AT_FAULT)
def test_a_slip_is_found(rule, text):
    assert {found for found, _ in faults(text)} == {rule}
