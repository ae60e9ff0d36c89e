"""Figures that cannot be reckoned with cost a letter nothing; one that holds too many is told."""

from __future__ import annotations

import pytest

from claims.errors import UnreadableLetter
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import check_letter
from expectations.model import CheckedLetter

NOTHING = Field(measures=(), events=(), producers=(), places=())


def _checked(text: str) -> CheckedLetter:
    return check_letter(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), NOTHING, None)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 0 boats, 0 per cent of 0 lie idle.",
        "Of 0 boats, 0 (50 per cent) lie idle.",
        "The number of boats doubled from 0 to 40.",
        "It rose by 40 per cent, from 0 boats to 0 boats.",
        "A majority, 0 of 0 boats, lie idle.",
        "In 0 months we lost 0 boats, 0 a month.",
        "This is the ⑦401st day, the 2⓪th week and the ③rd of May.",
        "Nearly ②0⑤ looms lie idle since 1③ February 2⓪②3, ½⑤ of them.",
        "\udbff".encode("utf-8", "replace").decode() + " 3 boats",
    ],
)
def test_it_is_read(text: str) -> None:
    assert _checked(f"Dear minister,\n\n{text}\n").extraction.numbers.total


def test_more_figures_than_a_letter_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.extracting.MOST_FIGURES", 3)
    with pytest.raises(UnreadableLetter, match="4 figures"):
        _checked("Dear minister,\n\nWe lost 12 boats, 13 nets, 14 carts and 15 mills.\n")


def test_numbers_before_many_names_are_no_figures_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 5,000 numbered signatories those after the 999th once made the letter unreadable."""
    monkeypatch.setattr("claims.extracting.MOST_FIGURES", 20)
    first, last = (
        [f"A{sign}a" for sign in "bdfhklmnrs"],
        [f"{sign}orlow" for sign in "BCDFGHKLMNP"],
    )
    names = "\n".join(
        f"{number}. {first[number % 10]} {last[number // 10 % 11]}{last[number // 110]}" for number in range(1, 1_101)
    )
    read = _checked(f"Dear minister,\n\nWe lost 12 boats.\n\nSigned by 1,100 people:\n\n{names}\n").extraction
    assert read.signatories.listed == 1_100
    assert [claim.text for claim in read.claims if claim.kind != "signatories"] == ["12 boats"]
