"""A cell of a table whose column may be of another day is refuted by no row of the letter's own day."""

from __future__ import annotations

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable

NEGATIVE = ("overstated", "understated", "contradicted")
LEAD = "1 October 2021\n\nDear Members,\n\nThe columns come from the Assistance Association (AAPP).\n\n"


def verdict(text: str, value: int, table: ReferenceTable) -> str | None:
    extraction = extract(letter_from_bytes((LEAD + text).encode(), path="x.txt", letter_id="x"), table.field)
    claim = next(one for one in extraction.claims if one.quantity.value == value)
    return compare_letter(extraction, table)[claim.claim_id].against_source


@pytest.mark.parametrize(("row", "value"), [("| 5,730 | 6,449 |", 5730), ("| 6,449 | 5,730 |", 5730)])
def test_cells_under_days(row: str, value: int, packaged_table: ReferenceTable) -> None:
    table = f"| | 18 August | 13 September |\n| --- | --- | --- |\n| currently detained {row}\n"
    assert verdict(table, value, packaged_table) not in NEGATIVE


def test_a_day_of_the_sentence_refutes(packaged_table: ReferenceTable) -> None:
    """The table has 6,449 for that day."""
    told = "On 13 September 2021, 6,494 people were detained in Myanmar, according to AAPP.\n"
    assert verdict(told, 6494, packaged_table) in NEGATIVE
