"""Lengths that figures alone tie to two days: silent where any pair fits, loud where one slip keeps them apart."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import findings_of

NOTHING = Field(measures=(), events=(), producers=(), places=())


def status(body: str) -> set[str]:
    text = f"Open letter\n\n14 September 2023\n\nDear Members,\n\n{body}\n\nYours,\n\nAda Borley\n"
    letter = letter_from_bytes(text.encode(), path="l.txt", letter_id="l")
    findings = findings_of(extract(letter, NOTHING), NOTHING)
    return {one.status for one in findings if one.rule == "duration"}


@pytest.mark.parametrize(
    "body",
    [
        "It is six months to the day since we closed the stalls on 14 March. A guard slept there for nine nights.",
        "The pond was drained on 2 March 2023. In the first 30 days after, the village lost 400 carp.",
        "We marched on 5 May 2023, four days after a fair with 300 stalls.",
        "Its term was for six years. It took office on 3 May 2016 and sat until 2 May 2022, and then for a year more.",
        "On 3 May 2021 the ferry sank. A nurse studies for five years, and earns less than the ferryman.",
        "The fee was raised on 1 July 2023, and a month of care now costs 900 crowns.",
        "At this pace the last family will have a key in eleven years. The first had it on 3 May 2021.",
        "The weaver earned 300 crowns a month. On 12 August the mill was sold.",
        "We sat down by the gate on 3 May 2018, and did not sit there for two thousand days to be sent home.",
        "The dam was closed in 2019 for the second year running.",
    ],
)
def test_what_figures_do_not_tie(body: str) -> None:
    assert "inconsistent" not in status(body)


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("We filed our complaint on 3 May 2023, {} days before the hearing of 19 May 2023.", "16", "61"),
        ("The fair opens on 25 September, {} days from today.", "11", "21"),
        ("Our choir was founded in 1983, and this is its {} year.", "41st", "61st"),
        ("The mill shut on 2 March 2021. {} years and six months ago, then.", "Two", "Four"),
    ],
)
def test_what_figures_tie(body: str, right: str, wrong: str) -> None:
    assert "inconsistent" not in status(body.replace("{}", right))
    assert "inconsistent" in status(body.replace("{}", wrong))
