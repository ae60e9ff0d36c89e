"""What falls to one of the things counted, parts that cannot overlap, figures that dates took: invented sentences."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def alarms(text):
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    found = findings_of(extract(letter, FIELD), FIELD)
    return {one.rule for one in found if one.severity in ("warning", "error")}


@pytest.mark.parametrize(
    "text",
    [
        "There are nine wells for 400 goats. One for each 60 would be enough, says the ministry.",
        "The clinic has two nurses and 900 patients. In the capital there is one nurse for 120 patients.",
        "They gave us 30 sacks. The rule speaks of one for 12 persons.",
        "In 33 a camera was broken; 90 cases had been counted over 2 years.",
        "The bus takes 40 people. 600 wait each day, and each driver makes 7 trips.",
        "In May they brought 12 trucks, and 30 tents for each of the 40 families.",
        "The hall has 540 beds, of which 300 are for women and 200 for men; the others are for staff.",
        "Of the 50 guards 30 are trained and 25 are not paid.",
        "Of 400 who fled, 120 came back and 30 are still in hospital.",
    ],
)
def test_figures_that_are_not_meant_of_each_other_raise_nothing(text):
    assert alarms(text) == set()


@pytest.mark.parametrize(
    ("text", "right", "wrong", "rule"),
    [
        ("At night there are 8 nurses for 288 residents. That's {} each.", "36", "26", "rate"),
        ("146 vans run here. They carry 73,000 passengers a day, so one van carries {} people.", "500", "50", "rate"),
        (
            "The hall holds 456 residents. For them there are six workers, thus one for {} residents.",
            "76",
            "67",
            "rate",
        ),
        ("The debt is $279,000. It is spread over 4,650 families, an average of ${}.", "60", "600", "rate"),
        ("1,512 families are thirsty. 90,720 litres come, which gives each family {} litres.", "60", "600", "rate"),
        ("There are 37 gullies. Before the storm {} were cleaned and 15 were not.", "22", "21", "parts-whole"),
        ("The two houses have 118 residents, {} of them in Lind and 47 in Bjork.", "71", "77", "parts-whole"),
        ("Idle lines went from 48 in September 2021 to 84 this month, a rise of {} per cent.", "75", "57", "change"),
        ("The latrines came down from 85 schools in 2018 to {}, a reduction of 60 per cent.", "34", "43", "change"),
        ("Of the 65 drivers 26, thus {} per cent, are paid by the hour.", "40", "60", "percentage"),
    ],
)
def test_one_slip_is_told_and_the_right_figure_is_not(text, right, wrong, rule):
    assert alarms(text.format(right)) == set()
    assert rule in alarms(text.format(wrong))
