"""One sentence in a letter of a day, held against a table; and sentences kept in a file with what must come of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable, Verdict


def rows(kept: Mapping[str, Any], part: str) -> Iterator[Any]:
    """The rows of a part (`must`, `must_not`) as parameters: day, sentence, number, acceptable axes."""
    for group in kept[part]:
        for row in group["claims"]:
            yield pytest.param(*row, id=f"{group['name']}: {row[2]} {row[1][:40]}")


def verdict_on(on: date, sentence: str, number: Decimal, table: ReferenceTable) -> Verdict:
    """The verdict on the claim of that number in a letter of that day that says nothing else."""
    text = f"Open letter\n\n{on.day} {on:%B} {on.year}\n\n{sentence}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    claim = next(each for each in extraction.claims if each.quantity.value == number)
    return compare_letter(extraction, table)[claim.claim_id]
