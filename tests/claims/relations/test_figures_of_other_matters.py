"""Figures that have nothing to do with each other: ages, days of another's story, open lists, two speakers."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of

NOTHING = Field(measures=(), events=(), producers=(), places=())


def told(body: str) -> list[str]:
    text = f"To the Board\n\n16 December 2024\n\nDear Members,\n\n{body}\n\nYours,\n\nAda Borley\n"
    letter = letter_from_bytes(text.encode(), path="l.txt", letter_id="l")
    return [one.rule for one in findings_of(extract(letter, NOTHING), NOTHING) if one.status == "inconsistent"]


@pytest.mark.parametrize(
    "body",
    [
        "The mill was built in 1952. My father worked there for 41 years.",
        "In 1991 the flood came. Mr Tolan has been driving for 30 years.",
        "The file was closed in 2019, after four years, and reopened in March 2021.",
        "We wrote on 2 March 2023 and 9 May 2024. The first letter was answered after five months.",
        "The paper wrote on 1 December that only eight days were dry.",
        "One of us has had her plot for 61 years.\n\nThe well was drilled in 1952 by 20 men.",
        "An inspection in 2023 failed 14 boats. It has lost three in eleven years, in 2013, in 2019 and in 2024.",
    ],
)
def test_a_length_of_another_story(body: str) -> None:
    assert "duration" not in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "On 10 December 2018 the state undertook to close the camp. Eight years later it is open.",
        "She was arrested on 11 May 2023. She has been in prison for 855 days.",
        "The talks began on 14 January 2024 and were broken off on 11 March 2024, six weeks later.",
        "They sold the house in 2006 and the fields four years later, in 2008.",
    ],
)
def test_a_length_of_its_days(body: str) -> None:
    assert "duration" in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "37 were ill, two have died, both over 60. A guard died as well. He was 44, and leaves three children.",
        "A garden has 250 square metres. The smallest has 90. Some of us are 80 and older; one is 97.",
        "Among the children under six, of whom 320 were sampled, it was 256.",
        "$9 million is owed. A owes $4.2 million, B $2.9 million and C $1.1 million. Smaller firms owe the balance.",
    ],
)
def test_no_sum(body: str) -> None:
    assert "parts-whole" not in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "Your plan is for 850 children. Ours is for 580 children.",
        "You say 312 flats stand empty. We found 321 flats.",
    ],
)
def test_two_speakers_tell_two_figures(body: str) -> None:
    assert "repeated-figure" not in told(body)


def test_what_a_plant_does_soon_is_not_told_as_past() -> None:
    body = "The factory of Alden closes its doors on 31 December 2024, after 112 years, since it was opened in 1912."
    assert "date-order" not in told(body)


def test_what_is_told_as_past_must_be() -> None:
    assert "date-order" in told("On 31 December 2024, the police arrested nine of us.")
