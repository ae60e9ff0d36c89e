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
