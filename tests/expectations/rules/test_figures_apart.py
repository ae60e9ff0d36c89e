"""Figures that stand near each other and have nothing to do with each other: no rule calls any of them wrong."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of
from expectations.rules import announced_list, change, duration, parts_whole, percentage, rate

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())
RULES = {one.ID for one in (percentage, rate, change, duration, announced_list, parts_whole)}


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
        # the total's own sentence tells its average
        "Our 9 unions have 1,250 members, who farm 3,750 hectares, 3 hectares each. The leagues of the valley "
        "have 2,100 members and 6 hectares each on average.",
        "The 14 crews carried 4,200 sacks in 60 days, 70 a day. The hired men had 35 days and 150 sacks each day.",
        # so much ago runs to the letter's own day, since from the day told last
        "Erehwon signed the Convention in March 2009 and ratified it in 2014, nine years ago. There is still no law.",
        "Of the 61 species recorded since 1975 we met 40. In 1993 there were 310,000 hectares; in the thirty years "
        "since, 62,000 hectares have gone.",
        # a fellow part of the others, a multiple of two lengths, two sums of money
        "In reading take part 640 persons, in singing 410, in chess 190, in sewing 45, and in the other five rooms 215 "
        "more; in all there are 1,500.",
        "The pumps at 30 metres ran for 18 days in 2017 and for 54 in 2024: three times as long.",
        # steps told ahead, below paragraphs that are numbered
        "1. The school has no roof.\n\n2. The well is dry.\n\n3. The road is cut.\n\nWe therefore ask for these "
        "four steps: first, a roof by May; second, a pump; third, a bridge of stone; fourth, a date.",
        # a sum behind the items is none of them
        "Three wards were shut: Kem with 12 beds, Pell with 20 beds, Orm with 8 beds, 40 beds altogether.",
        "Two roads were cut: Kem (12 km) and Pell (30 km), together 42 km.",
        # what is left, not what was lost
        "The old hall had 500 seats: 310 below, 140 above and 50 in boxes. The new one has 450, ten per cent fewer.",
    ],
)
def test_no_alarm_where_figures_are_of_different_things(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    found = [one for one in findings_of(extract(letter, FIELD), FIELD) if one.rule in RULES]
    assert [one.message for one in found if one.status == "inconsistent"] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (rate, "Our 9 unions have 1,250 members, who farm 3,750 hectares, an average of 4 hectares a member."),
        (duration, "Erehwon signed the Convention in 2009 and ratified it in 2014, six years ago. There is no law."),
        (announced_list, "We ask for four steps: a roof by May; a pump; and a bridge of stone."),
    ],
)
def test_the_same_figures_in_one_breath_are_held_against_each_other(rule, text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    found = rule.run(extract(letter, FIELD), FIELD)
    assert [one.status for one in found if one.status != "not_checkable"] == ["inconsistent"]


def test_a_breakdown_that_cannot_be_checked_is_asked_nothing_more():
    """Its finding names no claim: no rule falls over what stands beside it."""
    text = (
        "* 14 orders, of which 5 were ever published\n* A loss of USD 0.40 per inhabitant per day\n\nDear Secretary,\n"
    )
    extraction = extract(letter_from_bytes(text.encode(), path="x.txt", letter_id="x"), FIELD)
    assert [one.status for one in parts_whole.run(extraction, FIELD)] == ["not_checkable"]
