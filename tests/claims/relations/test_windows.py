"""A count inside another count and inside a time of its own: what is one, and what only looks like it."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of

NOTHING = Field(measures=(), events=(), producers=(), places=())


def told(body: str) -> list[str]:
    text = f"Open letter\n\n14 September 2023\n\nDear Members,\n\n{body}\n\nYours,\n\nAda Borley\n"
    letter = letter_from_bytes(text.encode(), path="l.txt", letter_id="l")
    return [one.rule for one in findings_of(extract(letter, NOTHING), NOTHING) if one.status == "inconsistent"]


@pytest.mark.parametrize(
    "body",
    [
        "The ambulance came 93 times, including 37 times in July alone.",
        "The ambulance came 37 times in June, against 93 times in July.",
        "The mill lost 40 workers, and in July another 90 left.",
        "We wrote to 12 ministers, including 40 letters to the mill.",
        "They fined 40 farmers, including 300 kilos of maize in July.",
        "The rule covers 12 villages, of which 9 lie in the valley.",
    ],
)
def test_what_holds_or_is_none(body: str) -> None:
    assert "nested-window" not in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "The ambulance came 93 times, including 137 times in July alone.",
        "The file records nine spills, fourteen of them since 2019.",
        "You counted 310 complaints, including 420 in the 48 hours after the vote.",
        "He named 1,800 complaints, 2,000 of which had been received in the last quarter.",
        "In 2021 we logged 21 days without water, including twenty-eight in the month of January.",
        "The embassies told us of 23 women who fell, including thirty-nine during the month of March.",
    ],
)
def test_more_in_the_shorter_time(body: str) -> None:
    assert told(body) == ["nested-window"]


@pytest.mark.parametrize(
    "body",
    [
        "Between 2016 and 2019, 84 houses burned down in the valley, and in 2018 alone it was 31.",
        "In 2019 we planted 400 trees. In 2021 alone we planted 900.",
        "The north had 30 strikes between 2018 and 2020. The south had 45 in 2019 alone.",
        "We are 40 members. In May alone the office wrote 300 letters.",
        "In the three years to 2020 we had 60 cases a year. In 2019 alone it was 90.",
        "Twelve villages were flooded in 2020. In August alone, 3,000 people fled.",
        "From 2015 to 2018, 20 ships were built. The year 2017 alone cost 45 million.",
        "Your office sent 30 letters in 2023. In March alone we sent 45.",
        "In 2022 the clinic had 14 nurses. In May alone they worked 900 hours overtime.",
        "The port lost 300 jobs from 2010 to 2015. In the town 500 were lost in 2014 alone.",
        "The dispensary treated 1,900 children in 2023. In one week of April alone it treated 210.",
    ],
)
def test_a_time_told_alone_is_of_another_matter(body: str) -> None:
    assert "nested-window" not in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "Between 2016 and 2019, 84 houses burned down in the valley, and in 2018 alone it was 131.",
        "Since January the ward has had 212 falls. In May alone there were 480.",
        "Over the three years from 2019 to 2021 the garage lost 57 drivers, 72 of them in the last year alone.",
        "The commission heard 75 witnesses in 2020 and 2021, 91 of them in the single month of June 2021.",
        "The dispensary treated 1,900 children in 2022. In one week of April alone it treated 2,100.",
        "In the summer of 2022 fires took 900 barns; in August alone, 1,300.",
    ],
)
def test_a_time_told_alone_holds_more_than_the_longer_one(body: str) -> None:
    assert "nested-window" in told(body)
