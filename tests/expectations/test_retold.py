"""A letter that takes up an earlier one by its day: what it tells of that letter's figures, and what is new in it."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import check_across, check_letter

NOTHING = Field(measures=(), events=(), producers=(), places=())
EARLY = "In August our volunteers went to 24 water villages along the east coast of Borley and registered children."


def told(later: str, early: str = EARLY) -> list[str]:
    texts = (f"Open letter\n\n25 November 2022\n\nDear Minister,\n\n{early}\n", f"Open letter\n\n{later}\n")
    letters = [letter_from_bytes(t.encode(), path=f"{n}.txt", letter_id=f"l{n}") for n, t in enumerate(texts)]
    checked = [check_letter(letter, NOTHING, None) for letter in letters]
    assert all(extract(letter, NOTHING) for letter in letters)
    return [one.rule for one in check_across(checked, NOTHING) if one.status == "inconsistent"]


@pytest.mark.parametrize(
    "body",
    [
        "On 25 November we wrote to you. In August we registered children in 24 villages of the east coast.",
        "On 25 November we wrote to you. In January we went to 28 villages of the east coast.",
        "On 3 May we wrote to you. We registered children in 28 villages of the east coast.",
        "On 25 November we wrote to you. The mayors of 28 villages have signed.",
        "On 25 November we wrote of the children in 24 villages of the east coast; 28 villages of the coast answered.",
    ],
)
def test_what_is_told_alike_or_anew(body: str) -> None:
    assert told(f"6 March 2023\n\nDear Minister,\n\n{body}") == []


def test_what_is_told_otherwise() -> None:
    body = "On 25 November we wrote to you. In August we registered children in 28 villages of the east coast."
    assert told(f"6 March 2023\n\nDear Minister,\n\n{body}") == ["cross-letter"]
