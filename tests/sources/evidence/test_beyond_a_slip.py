"""A figure that lies further from a row than a factor of ten is of something else: no row of few refutes many."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable

NEGATIVE = ("overstated", "understated")


def verdict(sentence: str, value: int, table: ReferenceTable) -> str | None:
    text = f"20 December 2023\n\nDear Members,\n\n{sentence}\n"
    extraction = extract(letter_from_bytes(text.encode(), path="x.txt", letter_id="x"), table.field)
    claim = next(one for one in extraction.claims if one.quantity.value == value)
    return compare_letter(extraction, table)[claim.claim_id].against_source


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        (
            "According to the WHO note of 18 December, more than 12,500 have died, and cholera stands at 6,939 cases.",
            12500,
        ),
        ("Per WHO's note of 18 December, more than 12,500 have died, and cholera has come to 6,939 people.", 12500),
        ("By 18 December WHO counted 20,000 deaths from cholera in Sudan.", 20000),
    ],
)
def test_many_are_not_refuted_by_few(sentence: str, value: int, packaged_table: ReferenceTable) -> None:
    assert verdict(sentence, value, packaged_table) not in NEGATIVE


def test_a_factor_of_ten_is_told(packaged_table: ReferenceTable) -> None:
    """The table has 200 for that day."""
    assert (
        verdict("By 18 December WHO counted 2,000 deaths from cholera in Sudan.", 2000, packaged_table) == "overstated"
    )
