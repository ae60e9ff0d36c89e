"""Parts hung on their whole in its sentence, changes told twice: what is one, and what only looks like it."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.model import Finding
from expectations.rules import change, parts_whole

FIELD = Field(measures=(), events=(), producers=(), places=(), topics=())


def found(text: str) -> list[Finding]:
    letter = letter_from_bytes(f"3 May 2023\n\nDear Members,\n\n{text}\n".encode(), path="x.txt", letter_id="x")
    extraction = extract(letter, FIELD)
    return [one for rule in (parts_whole, change) for one in rule.run(extraction, FIELD)]


NONE = (
    "131 people died that night, including 12 women, 4 children and 9 men.",
    "We met 20 families, 12 mothers and 9 teachers.",
    "In the spring the 12 clinics, 5 schools and 8 wells of the valley were shut.",
    "The camp holds 40 groups, 12 from the coast and 7 from abroad.",
    "Of the 300 held, among them 210 women, 120 were minors and 80 were ill.",
    "The camp holds 19 groups, 13 from the coast, 7 from abroad and others from here.",
)
"""Where nothing may be said against the letter."""


@pytest.mark.parametrize("sentence", NONE)
def test_no_breakdown(sentence: str) -> None:
    assert not [one for one in found(sentence) if one.status == "inconsistent"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The camp holds 19 groups, 12 from the coast and 7 from abroad.", "consistent"),
        ("The camp holds 19 groups, 13 from the coast and 7 from abroad.", "inconsistent"),
        ("131 people died that night, among them 68 women, 44 children and 19 men.", "consistent"),
        ("131 people died that night, among them 68 women, 54 children and 19 men.", "inconsistent"),
        ("This letter is endorsed by 19 organisations, 12 from the coast and 7 from abroad.", "consistent"),
        ("This letter is endorsed by 19 organisations, 21 from the coast and 7 from abroad.", "inconsistent"),
        ("The union has 15 branches, of which 9 are in villages and 6 are in towns.", "consistent"),
        ("The union has 51 branches, of which 9 are in villages and 6 are in towns.", "inconsistent"),
    ],
)
def test_breakdown(sentence: str, status: str) -> None:
    assert status in {one.status for one in found(sentence)}


TWICE = (
    ("The list has gone from 320 families to 448. That is 128 families more, a forty per cent increase.", None),
    ("The list has gone from 320 families to 448. That is 182 families more, a forty per cent increase.", "182"),
    ("It was cut from $3.6 million to $2.7 million this year. That is $900,000 gone, a 35 per cent cut.", "35%"),
    (
        "In 2018 there were 750 fires, in 2023 there were 1,950. It means 1,020 more, an increase of 160 per cent.",
        "1,020",
    ),
    ("Rents were 1,860 in that year. This year they are 5,580, which is 3,270 more, three times as many.", "3,270"),
    ("Of 40 schools 12 more than last year, or 30 per cent, lack water; last year it was 8 schools.", None),
    (
        "It has 18.4 million riders, down from 24.6 million, a fall of a quarter, or some 37,800 on an average day.",
        None,
    ),
)


@pytest.mark.parametrize(("text", "wrong"), TWICE)
def test_told_twice(text: str, wrong: str | None) -> None:
    alarms = [one.stated for one in found(text) if one.status == "inconsistent"]
    assert [one for one in alarms if wrong is None or wrong not in str(one)] == []
    assert wrong is None or alarms
