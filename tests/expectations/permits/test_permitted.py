"""Which alarms the subjects of their figures permit: none of different things; beside them the errors to be told."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def alarms(text: str) -> list[str]:
    letter = letter_from_bytes(f"22 September 2026\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    found = findings_of(extract(letter, FIELD), FIELD)
    return [one.rule for one in found if one.status == "inconsistent"]


QUIET = {
    "a rest without a number": "In May 121 clerks left: 46 went abroad, 41 to the port, the rest would not say.",
    "two of each": "The council of ten, two from each ward, of whom four are women, met on Monday.",
    "parts of a part": (
        "Our clinic saw 402 cases: 205 of fever, 94 of burns (41 of them at work), 71 of falls and 32 others."
    ),
    "what is gone told below nothing": "Goats went down from 36,000 in 1990 to 19,800 in 2022, minus 45%.",
    "thousands left to the reader": "The cuts come to 9.0 billion. On a product of 360 that is 2.5 per cent.",
    "a month behind a figure": "Our aide has earned 380,000 a month since July, for 18 hours.",
    "a day of the month": "We have prayed on the first Monday of the month since May 2023.",
    "some of those": "Forty-one of the 250 inns stand alone. 14 of those forty-one made a loss last year.",
    "what is reckoned between": (
        "63 families were left with nothing. Of these, four have been paid. We ask for a stone and for the 59 families "
        "who have not been paid."
    ),
    "an age beside a sum": "A ticket cost £265 then and is £312 today. Reductions (£156) begin at 57, it was 50.",
    "what bounds one of them": "Thirty rooms are let: 14 to tenants over 70, and 16 to the rest of us.",
    "an item without a number": "The board of nine: four tenants, four owners and a notary.",
    "an item without a number, the whole behind": "Crew: two sisters, five cousins and a cook, eight people in all.",
    "a name for an item": "There are 15 of us: eight women, six men, and Bo.",
    "a couple for an item": "Today there are ten guests: four Danes, three Finns, a couple, and one Swede.",
    "so many in every hundred": (
        "We repaired 1,350 bicycles last year. Of that number 1,080 went to their owners (80 in every hundred) and "
        "270 to the school in the next town, 61 miles there and back."
    ),
    "a number behind the name of an island": (
        "The five choirs have 7,350 singers: Alden 3,400, Upper Borley 1,650, Port Caddon 1,380, Dunmere 620 and the "
        "Islands 300."
    ),
    "of those forty": (
        "The almanac had 52 pages under the old printer and has 44 now. Of those forty-four, 12 are advertisements; in "
        "the last one it was 8 in 52. Stories over 4 pages long: two."
    ),
    "blocks and prizes": (
        "The estate has 640 flats in 13 blocks. The rent has risen twice since we came. Of our gardens two are under "
        "water.\n\nThe lift in the tower has stood still for a year.\n\nLast week we handed out 31 at the fair."
    ),
    "a sum of money in brief": (
        "Of the $2.6 million, $1.4 million is wages, $0.7 million is rent and $0.5 million is books. Measure K would "
        "bring $4.1 million from a levy on docks."
    ),
    "a bag of so many kilos": "Rice, a bag of 25 kg: from 360 to 495, not by half, by 37.5 percent.",
    "an age that was reached": "When Mara turned 19 in 2009 there was nothing left in the fund.",
    "an age of villagers": (
        "Of the 72, seventeen have more than eighty years; there are 6 children, for whom the teacher gives lessons by "
        "telephone from 9 to 12. Signora Ada says that in 1949 they remained closed in for 40 days."
    ),
    "a multiple of another time": (
        "Since the strike in May, 540 drivers have been dismissed on the coast. 351 of them, or 65%, are women, 189 "
        "are men. At the time of the first letter there had been 135 dismissals, so the figure has quadrupled."
    ),
}

TOLD = {
    "a share that other figures of the list make by chance": (
        "percentage",
        "Since March the observers have recorded 640 breaches. This makes 107 a month. Three hundred and eighty-four, "
        "or 50%, are laid at the door of the eastern side, 192 (30%) at that of the western, and for 64 (10%) nobody "
        "is named.",
    ),
    "a scale left out": (
        "repeated-figure",
        "The quarry owed 700 dollars to the town in 2021. The quarry owed 700 million dollars to the town in 2021.",
    ),
    "all items have numbers": (
        "parts-whole",
        "There are nine of us: five women and three men.",
    ),
    "two items of many": (
        "parts-whole",
        "We have collected 4,120 signatures, 2,850 on paper and 1,720 through our website, against the closure.",
    ),
    "the same thing twice": (
        "repeated-figure",
        "The flood drove out 3,620 families. They slept in the school, and the town gave them blankets.\n\nThe mayor "
        "came on the third day and promised tents, bread and a doctor, and left before dark.\n\nWinter went by, and "
        "no tent was seen; we wrote to the prefect and the bishop.\n\nWe ask for homes for the 3,260 families.",
    ),
    "a share of its own two": ("percentage", "Of 640 letters 256 came back unopened, or 45 per cent."),
    "a day beside its length": ("duration", "The mill closed on 3 May 2021, six years ago, and stands empty."),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_figures_of_different_subjects_raise_no_alarm(text):
    assert alarms(text) == []


@pytest.mark.parametrize(("rule", "text"), TOLD.values(), ids=TOLD)
def test_what_its_subjects_permit_is_told(rule, text):
    assert rule in alarms(text)
