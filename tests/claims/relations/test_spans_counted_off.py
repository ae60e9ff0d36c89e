"""Numbers of a row counted off one by one."""

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
    findings = findings_of(extract(letter, NOTHING), NOTHING)
    return [one.rule for one in findings if one.rule == "ordinal" and one.status == "inconsistent"]


@pytest.mark.parametrize(
    "body",
    [
        "It was the fourth since 2018: the first was in that year, the second in 2020, the third in 2022.",
        "It was the third since 2018: the first was in that year, the second in 2020, the third in 2022.",
        "Our petition, the third of its kind, was filed. Our first was struck out; our second was withdrawn.",
        "It was the fifth since 2018. The first was the largest.",
        "He won the ninth of its kind. The first prize and the second prize went abroad.",
        "It was the fifth since 2018: the first was in May, the third in June.",
    ],
)
def test_rows_that_agree_or_are_not_whole(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "It was the fifth since 2018: the first was in that year, the second in 2020, the third in 2022.",
        "It was the fourth since 2018: the first was in that year, the second in 2020, the fourth in 2022.",
        "Our petition, the fourth of its kind, was filed. Our first was struck out; our second was withdrawn.",
    ],
)
def test_rows_that_do_not_fit(body: str) -> None:
    assert told(body) == ["ordinal"]
