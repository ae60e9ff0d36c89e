"""Lengths that go on from a date told before: what they may be tied to, what they must be left alone for."""

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
    return [one.status for one in findings if one.rule == "duration" and one.status != "not_checkable"]


@pytest.mark.parametrize(
    "body",
    [
        "The mill was shut in 2012, and its owner has been in prison for 20 years.",
        "On 14 March 2022 you promised a school. The minister left office later. Four months have passed quickly.",
        "The dam was opened in 2012. A tenant has paid the rent for 31 years.",
        "On 3 May we wrote to you. A delegation of women walked for three days to the ministry.",
        "Ten weeks ago the road was closed.",
        "On 3 May 2021 the road was closed. Two years ago today the bridge fell.",
        "On 3 May 2023 the fee rose. It takes a nurse nine weeks to earn it.",
    ],
)
def test_what_does_not_tie_a_length(body: str) -> None:
    assert "inconsistent" not in told(body)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("eighteen", "sixteen"),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "On 14 March 2022 your director promised a pumping station. {} months have passed, day for day.",
        "On 14 March 2022 your director promised a well within {} months. Those {} months end today.",
        "The dam was closed on 14 March 2022. {} months later nobody has been paid.",
        "On 14 March 2022 men with a paper came. {} months ago.",
    ],
)
def test_what_goes_on_from_a_date(body: str, right: str, wrong: str) -> None:
    assert "inconsistent" not in told(body.replace("{}", right.capitalize()))
    assert "inconsistent" in told(body.replace("{}", wrong.capitalize()))


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("She has been at sea since 1979, that is to say for {} years.", "forty-four", "fifty-four"),
        ("Since the year 2007, {} years, we have lodged 411 applications.", "sixteen", "twelve"),
        ("The mine was sold in 1994 and has been operated by you for {} years.", "twenty-nine", "thirty-nine"),
        ("Those who measured it wrote so in 1981, and for {} years the paper has been in a drawer.", "42", "32"),
        ("This is the first vote since the one held {} years earlier in 2019.", "four", "eight"),
        (
            "We write. On 21 August 2023 the wall fell. It took you {} days to tell us: it was on 6 September 2023.",
            "16",
            "26",
        ),
    ],
)
def test_one_slip_is_told(body: str, right: str, wrong: str) -> None:
    assert "inconsistent" not in told(body.format(right))
    assert "inconsistent" in told(body.format(wrong))
