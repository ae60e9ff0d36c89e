"""Shares, breakdowns, changes and averages: which figures the words tie together, by invented sentences."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.kinds import LIKELY, SURE, Doubled, Extreme, Majority, Move, PartOf, Rate, Share

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def relations(text, kind):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    return [one for one in extract(letter, FIELD).relations if isinstance(one, kind)]


def written(claims):
    return tuple(claim.quantity.as_written for claim in claims)


NO_PAIR = [
    "Two thirds of the violations concerned one country.",
    "The dividend rose by 15 per cent.",
    "In the survey 73 per cent said that they would sell.",
    "Black were 518, in a region where they are half of the inhabitants.",
]


@pytest.mark.parametrize("text", NO_PAIR)
def test_a_share_without_its_figures_is_tied_to_none(text):
    assert not [one for one in relations(text, Share) if one.evidence >= LIKELY]


PAIRS = [
    ("Of the 136 notices, 17 – one in eight – came back.", "17", "136"),
    ("We lost 90 people, 50 women and 40 men. Women were 56 per cent of our dead.", "50", "90"),
    ("They got 72 per cent of the premiums: 90 of 125 million euros.", "90", "125 million"),
    ("Of the 318 cases, in 29 there is a sentence. That is a success of 9 per cent.", "29", "318"),
    ("The union paid €66 million, a third of the total cost of €198 million.", "66 million", "198 million"),
    ("Here are 9,000 farms. To date 2,250 farms, a quarter, have a well and 6,750 wait.", "2,250", "9,000"),
]


@pytest.mark.parametrize(("text", "part", "whole"), PAIRS)
def test_the_part_and_the_whole_of_a_share(text, part, whole):
    (share, *_) = [one for one in relations(text, Share) if one.readings]
    first = share.readings[0]
    assert share.evidence >= LIKELY
    assert written((first.upper, first.lower)) == (part, whole)


def test_the_part_takes_the_scale_of_its_whole():
    (share,) = relations("They got 72 per cent of the premiums: 90 of 125 million euros.", Share)
    assert share.readings[0].upper.quantity.value == 90_000_000


def test_a_row_of_a_table_is_no_count_of_the_next_rows_name():
    table = "Alden                 120             410\nBorley                 85             265\n"
    found = relations(f"{table}TOTAL                 205             675", PartOf)
    first, second = [one for one in found if one.evidence > SURE]
    assert written(first.claims) == ("205", "120", "85")
    assert written(second.claims) == ("675", "410", "265")


NO_PARTS = [
    "Each hectare takes 3,500 litres. The area grew from 800 to 2,300 hectares, and 1,900 lie fallow.",
    "Of the 21 applicants who lost, nine have gone to court.",
]


@pytest.mark.parametrize("text", NO_PARTS)
def test_moves_and_subsets_are_no_breakdown(text):
    assert not [one for one in relations(text, PartOf) if one.closed and one.evidence > LIKELY]


def test_what_is_left_is_the_last_part():
    text = "We met 90 families. Forty came by boat, 30 on foot; the remaining 20 belong to more than ten nations."
    (best,) = [one for one in relations(text, PartOf) if len(one.claims) == 4]
    assert written(best.claims) == ("90", "Forty", "30", "20")


STEPS = [
    ("We fell from the 38th to the 59th place. Twenty-one places.", "38th", "59th", "Twenty-one"),
    ("They registered 1,140 requests, twice as many as the 570 of the same quarter.", "570", "1,140", "twice"),
    ("They killed 640 persons in 2022. One year earlier it was 512. That is 25 per cent more.", "512", "640", "25"),
    (
        "The owners offer 10,400 taka. The union asks for 20,400; there lies a gap of 10,000 taka.",
        "10,400",
        "20,400",
        "10,000",
    ),
]


@pytest.mark.parametrize(("text", "first", "last", "size"), STEPS)
def test_a_change_finds_its_two_figures(text, first, last, size):
    found = [one for one in relations(text, Move) if one.by is not None and one.evidence >= LIKELY]
    assert (first, last, size) in [written((one.readings[0].first, one.readings[0].last, one.by)) for one in found]


OTHERS = [
    "In 2022 the firm earned 4.8 billion, up from 3.9 billion in 2021. The dividend rose by 15 per cent.",
    "They spent 3.1 million on staff, 1.2 million more than planned, and saved 400,000 on training.",
    "In 2018 the ward had 64 nurses. Now there are 47. Eleven nurses left this year alone.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_size_of_another_subject_is_not_tied(text):
    assert not [one for one in relations(text, Move) if one.by is not None and one.evidence >= LIKELY]


RATES = [
    ("Budget 2018 set aside $1.74 billion over five years, or $348 million a year.", "1.74 billion", "five"),
    ("The raids killed 1,030 people, which works out at 2.5 for every raid. There were 412 raids.", "1,030", "412"),
    ("We bought 30 tents at $120 each, $3,600 in all.", "3,600", "30"),
]


@pytest.mark.parametrize(("text", "total", "over"), RATES)
def test_an_average_finds_its_total_and_divisor(text, total, over):
    (rate, *_) = relations(text, Rate)
    first = rate.readings[0]
    assert rate.evidence >= LIKELY
    assert written((first.total, first.over)) == (total, over)


WORDED = [
    ("The council has twelve (12) members.", Doubled, ("twelve", "12")),
    ("A majority of the members agreed: 56 of 96 voted for it.", Majority, ("56", "96")),
    (
        "There were 60 raids in 2019, 80 raids in 2020, 72 raids in 2021, the highest.",
        Extreme,
        ("72", "60", "80"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "figures"), WORDED)
def test_words_that_say_a_figure_again(text, kind, figures):
    (found,) = relations(text, kind)
    assert written(found.claims) == figures


NOT_WORDED = [
    ("Of the twelve (8 of them women), Amara (26) and Bilal (32) spoke.", Doubled),
    ("They lost the majority: 40 of 96 voted for it.", Majority),
    ("There were 60 raids in 2019, 80 in 2020 and 72 raids in 2021, the highest number in the region.", Extreme),
]


@pytest.mark.parametrize(("text", "kind"), NOT_WORDED)
def test_words_that_say_nothing_again(text, kind):
    assert not relations(text, kind)
