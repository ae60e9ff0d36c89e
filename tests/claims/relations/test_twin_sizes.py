"""A change told twice in one breath: which of its two sizes a slip has made wrong, by invented sentences."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.relations.kinds import Move
from expectations.rules import change

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def read(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    return extract(letter, FIELD)


def slipped(text):
    return [one.by.text for one in read(text).relations if isinstance(one, Move) and one.slipped]


@pytest.mark.parametrize(
    "text",
    [
        # both sizes hold
        "In May 2019 the room had 840 visitors. This May there were 1,092, a gain of 252, or 30 per cent.",
        "The harvest of 2019 was 324,000 tonnes. In 2009 it was 405,000 tonnes. The fall is of 81,000 tonnes, or 20 %.",
        # the number is what the change leads to, and no difference
        "The old train had 400 seats, 40 of them in first class. Your new one has 360, ten per cent fewer.",
        # a share of a whole of its own
        "In 2021 we had 300 boats, in 2022 we had 360. We lost 54 nets, or 30 per cent of all nets.",
        # another subject between the sizes
        "Fares went from 40 to 60. They rose by 24 in the town, while the wages of 310 drivers fell by 5 per cent.",
        # no slip explains the other size
        "The mill had 500 sacks in 2020 and 650 in 2022. It is 97 more, or 12 per cent more.",
    ],
)
def test_a_size_that_another_reading_explains_is_no_slip(text):
    assert slipped(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In May 2019 the room had 840 visitors. This May there were 1,092, a gain of 225, or 30 per cent.", "225"),
        ("Last winter 360 beds were taken, this winter 540. It was an increase of 108, that is by half.", "108"),
        ("A crate cost 16 crowns in 2021 and costs 20 crowns now. It is dearer by 4 crowns, i.e. 20 per cent.", "20"),
        (
            "The rate stood at 640 a season. It stands at 960 today. You raised it by 230, in other words by half.",
            "230",
        ),
        (
            "The levy was 5.2 million in 2018 and 3.9 million in 2023. It fell by 1.3 million, 52 per cent.",
            "52 per cent",
        ),
        ("In 2013 we had 900 riders, now 1,314. We have gained 441 in ten years, which is 46 per cent.", "441"),
        ("Before the reform 480 came; now 360 do. The drop is 120, or 33.3 per cent.", "33.3 per cent"),
        ("The club has 250 members, last year it had 200. We are 500 more, a quarter more.", "500"),
    ],
)
def test_of_two_sizes_the_one_that_does_not_fit_is_the_slip(text, wrong):
    assert [one.startswith(wrong) for one in slipped(text)] == [True]


def test_the_other_figure_may_stand_far_back():
    text = (
        "Our choir has 132 singers. The hall has 40 lamps.\n\nWe meet on Mondays.\n\n"
        "In 2017 the choir had 96 singers. Since then it has grown by 63, or 37.5 per cent."
    )
    assert slipped(text) == ["63"]


def test_a_slipped_size_is_told_although_its_rounding_would_admit_it():
    """ "from 4 to 11 million" admits 157 per cent; beside "7 million" it does not."""
    text = "It cost 4 million in 1996 and costs 11 million now: an increase of 7 million, or 157 per cent."
    found = [one.message for one in change.run(read(text), FIELD) if one.status == "inconsistent"]
    assert found == ["157% stated, but (11,000,000 − 4,000,000) / 4,000,000 = 175%."]
