"""One thing is told in one way: on the card, on the terminal, among what changed since the last run."""

from __future__ import annotations

import pytest

from reports.letter_page.card_rows import read_line
from reports.terminal.desk_lines import sum_of
from reports.words.history_words import claim_words

TEXT = "Closed: 30 per cent of the 48 schools, at 30 dollars each.\n"


@pytest.mark.parametrize(
    ("words", "changes", "told"),
    [
        ("48 schools", {"dimension": "count", "unit": "school", "counted": "schools"}, "48 schools"),
        ("48 schools", {"dimension": "count", "unit": None, "counted": None}, "48"),
        ("30 per cent", {"dimension": "percentage", "unit": "percent", "counted": "schools"}, "30 percent (schools)"),
        ("30 per cent", {"dimension": "percentage", "unit": "percent", "counted": None}, "30 percent"),
        ("30 dollars", {"dimension": "money", "unit": "USD", "counted": "schools"}, "30 USD (schools)"),
    ],
)
def test_a_percentage_or_a_price_is_no_count_of_things(make, words, changes, told):
    claim = make.claim(TEXT, words, words.split()[0])
    read = make.quantity(TEXT, claim.span, words.split()[0], **changes)
    assert read_line(make.claim(TEXT, words, words.split()[0], quantity=read)) == told


def test_the_two_sides_of_a_sum_are_told_as_on_the_page(make):
    finding = make.finding(
        "signatory-duplicate", "inconsistent", stated="6 names", expected="6 − 1 = 5", message="twice"
    )
    assert sum_of(finding) == "in the letter: 6 names · 6 − 1 = 5"


def side(words: str, source: str = "unverified") -> dict[str, object]:
    return {"quotation": words, "against_source": source, "timeliness": None, "comparator": "=", "measure": None,
            "place": None, "period": ""}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (side("53nd year"), side("53rd year"), "“53nd year” → “53rd year”"),
        (None, side("6 groups"), "“6 groups”"),
        (side("6 groups"), None, "“6 groups”"),
        (side("40 boats"), side("41 boats", "overstated"), "“40 boats” → “41 boats”; not in the table → overstated"),
        (side("40 boats", "consistent"), side("41 boats", "consistent"), "“40 boats” → “41 boats”; consistent"),
        (None, side("40 boats", "consistent"), "“40 boats”: consistent"),
    ],
)
def test_what_no_source_speaks_to_is_not_said_to_be_missing_from_the_table(before, after, told):
    assert claim_words({"what": "changed", "before": before, "after": after}) == told
