"""Signs that are not seen: other line ends, joiners inside numbers; and numbers beyond reckoning lose no letter."""

from __future__ import annotations

import pytest

from claims.document import read_document
from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from claims.text.view import plain_view
from expectations.check import check_letter


def _claims(text: str, field: Field) -> list[tuple[str, str]]:
    letter = letter_from_bytes(text.encode(), path="a.txt", letter_id="a")
    return [(str(claim.quantity.value), claim.quantity.counted or "") for claim in extract(letter, field).claims]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end: str, field: Field) -> None:
    text = end.join(["Dear minister,", "", "At least 40 boats lie idle", "30 nets", "are gone."])
    letter = letter_from_bytes(text.encode(), path="a.txt", letter_id="a")
    lines = [line.text for line in read_document(letter, ()).lines if line.text]
    assert lines == ["Dear minister,", "At least 40 boats lie idle", "30 nets", "are gone."]


def test_a_page_break_ends_no_paragraph() -> None:
    assert plain_view("At least 40 boats\n\flie idle.").text == "At least 40 boats\nlie idle."


@pytest.mark.parametrize("sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u034f", "\ufe0f"])
@pytest.mark.parametrize(
    ("text", "value"), [("1{}20 houses", "120"), ("3,{}460 houses", "3460"), ("9{},100 houses", "9100")]
)
def test_what_is_not_seen_parts_no_number(sign: str, text: str, value: str, field: Field) -> None:
    assert _claims(f"Dear minister,\n\nAt least {text.format(sign)} burned down.\n", field) == [(value, "houses")]


def test_joiners_stay_in_scripts_that_need_them() -> None:
    for word in ("می\u200cخواهم", "क्\u200dष"):
        assert plain_view(word).text == word


@pytest.mark.parametrize(
    "number",
    [
        "1234567890123456789012345 dollars",
        "5 trillion trillion people",
        "99999999999999999999999999999 percent",
        "between 9999999999999999999999999 and 99999999999999999999999999 people",
        "5" + " trillion" * 60 + " people",
        "9" * 400 + " people",
        "the 9999999999999999999999999th ship",
    ],
)
def test_one_number_too_long_loses_no_letter(number: str, field: Field) -> None:
    text = f"Dear minister,\n\nIt took {number}. At least 40 boats lie idle.\n"
    letter = letter_from_bytes(text.encode(), path="a.txt", letter_id="a")
    extraction = check_letter(letter, field, None).extraction
    assert [str(claim.quantity.value) for claim in extraction.claims] == ["40"]
    account = extraction.numbers
    assert all(one.reason for one in (*account.unread, *account.ignored))
    assert len(account.unread) + len(account.ignored) >= 1


@pytest.mark.parametrize("row", ["| Alden | 10$ 4 | 7 |", "0$ 4 p$1", "10$ 4 people"])
def test_two_figures_that_share_a_sign_are_both_kept_apart(row: str, field: Field) -> None:
    letter = letter_from_bytes(f"Dear minister,\n\n{row}\n| Total | 17 |\n".encode(), path="a.txt", letter_id="a")
    extraction = extract(letter, field)
    assert all(claim.span.of(letter.text) == claim.text for claim in extraction.claims)
