"""What one clause names in full (limits, shares, acts with their days, numbered letters): silent ones first."""

from __future__ import annotations

import pytest

from claims.letters import letter_from_bytes
from expectations.check import check_letter

SILENT = [
    # limits are no amounts, and need not part in two
    "There are 39 children, of whom 26 were under ten and 22 were girls.",
    "Of the 74 wells, 31 are deeper than 40 metres and 50 are public.",
    "The law foresees 28 lessons, of which 12 are in the mother tongue and 16 in the state language.",
    "Of the 79, 35 need help; the office has paid for 14 of these (40%) and declined the remaining 21.",
    # another whole, or another thing that a share is of
    "We have 4,000 workers. In the depots 600 posts would disappear, 17.6 % of the 3,400 there.",
    "Of the 350 who applied, 84 were taken, 40 per cent of them women.",
    "The town has 19,500 inhabitants. We have 1,170 signatures, 15% of the voters.",
    "You cut our grant in March, from 500,000 to 425,000. That was 15 per cent of our money.",
    "By May 4,416 people had been killed. Of the dead 3,312 were men and 1,104, a quarter, women.",
    # acts of two stories, acts that come again, years that are not told
    "The old mill was closed on 3 March 2019 and the new one opened on 4 February 2018.",
    "The library was closed on 3 March 2019 and opened again on 4 February 2020.",
    "The season began on 12 November and ended on 3 March.",
    "They opened an office in Alden on 3 May 2022 and closed one in Borley on 2 March 2021.",
    # numbers of other rows
    "This is our fourth letter. The others, of 3 May 2022, 4 June 2022 and 5 July 2022, were not answered.",
    "We write for the tenth time. Among others we sent letters on 3 May, 9 June and 2 July.",
    "The third floor was built in 2020, the first in 2021.",
    "On the third day of the trial, 16 March, he wept. The strike had begun on 13 March 2023.",
    # a shorter time, and something else counted in it
    "In 2022 the police summoned 92 leaders. In the first half of 2022, 148 leaders were arrested.",
    "In 2022 we counted 212 thefts. In May 2022 there were 417 visitors.",
]
WRONG = [
    ("parts-whole", "There are 39 children, of whom 26 were under ten when they came and 31 were older."),
    ("parts-whole", "Of those 33, 22 had been held for longer than the 48 hours that the law allows, and 13 for less."),
    ("parts-whole", "The radio employed 46 people, 27 women and 16 men."),
    ("parts-whole", "There are 2,300 prisoners, of whom 1,400 are in the north and 90 in the south."),
    ("parts-whole", "We have 43 trains a day: 23 stop everywhere, 14 are slow and nine are fast."),
    (
        "percentage",
        "There are 52,000 homes, 38,400 of them flats. Last year 9,360 were cut off. That is 24.4% of all homes.",
    ),
    ("percentage", "We have 4,000 workers, 3,400 of them in depots. Now 600 posts would go, 17.6 % of all workers."),
    (
        "percentage",
        "Of the 625 families, 275 have been paid, and 350 wait in tents. Fourteen out of 62 is 29 per cent.",
    ),
    ("percentage", "Of 1,840 members 1,472 took part, a turnout of 72 per cent."),
    ("rate", "Between 1 January and 31 August 2022, 296 farmers were arrested, a monthly average of 73."),
    ("date-order", "The inquiry was opened on 2 March 2005 and closed on 14 November 2004."),
    ("date-order", "The law was passed on 14 February 2023 and signed on 1 February."),
    ("date-order", "The strike started on 11 March and was called off on 28 February."),
    ("ordinal", "I ask now for the fifth time. I asked on 3 May, on 9 June and on 2 July."),
    ("ordinal", "The 12th regatta was held in 2023, the 20th in 2019."),
    ("ordinal", "Adopted on the 6th Reed Day, Friday 3 March 2023 (the 1st was held in 2019)."),
    ("duration", "On 16 March, the sixth day of the search, a raft was found. The search had begun on 13 March 2023."),
    ("nested-window", "In 2022 the police summoned 92 leaders. In the first half of 2022, 148 leaders were summoned."),
    (
        "nested-window",
        "Between June 2020 and May 2021 there were 131 raids. Of these, 157 fell in the last three months.",
    ),
]


def _told(text, field):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    return [one for one in check_letter(letter, field, None).findings if one.status == "inconsistent"]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text, empty_field):
    assert [one.message for one in _told(text, empty_field)] == []


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_wrong(rule, text, empty_field):
    assert rule in {one.rule for one in _told(text, empty_field)}
