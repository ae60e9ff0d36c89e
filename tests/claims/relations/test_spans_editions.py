"""The how-manieth of a yearly day, from the year of the first one."""

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
    return [one.message for one in findings if one.rule == "ordinal" and one.status == "inconsistent"]


@pytest.mark.parametrize(
    "body",
    [
        "Today is the sixth World Reed Day. The first was held in 2018.",
        "The fourth World Reed Day was kept in the mud. The first was held in 2018.",
        "Today is the sixth World Reed Day. The first weir was built in 2003.",
        "The fourth World Reed Day fell into the strike of 2021. The first was held in 2018.",
        "This is the sixteenth time that the gate is shut. World Reed Day was kept for the first time in 2018.",
        "Pass the bill before the seventh World Reed Day next year. The first was held in 2018.",
        "Today is the 40th World Reed Day of our valley. The first was held in 2018.",
    ],
)
def test_what_is_the_right_number_or_none(body: str) -> None:
    assert not alarms(body)


@pytest.mark.parametrize(
    "body",
    [
        "Today is the seventh World Reed Day. The first was held in 2018.",
        "This is the twentieth time that the World Reed Day is kept. It was kept for the first time on 3 May 2003.",
        "Pass the bill before the ninth World Reed Day next year. The first was held in 2018.",
    ],
)
def test_a_number_that_the_years_do_not_give(body: str) -> None:
    assert alarms(body)
