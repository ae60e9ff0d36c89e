"""What no figure of the packaged table counts is never refuted: strange_kinds.yml, one test a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable
from sources.table.load import load_table

TABLE = yaml.safe_load(Path(__file__).with_name("strange_kinds.yml").read_text(encoding="utf-8"))
AXES: Final = {
    "open": {"not_comparable", "unverified"},
    "negative": {"overstated", "understated", "contradicted"},
    "consistent": {"consistent"},
}


@pytest.fixture(scope="module")
def packaged() -> ReferenceTable:
    return load_table()


def sentences() -> Iterator[Any]:
    for group in TABLE["cases"]:
        for row in group["claims"]:
            yield pytest.param(*row, id=f"{group['name']}: {row[3]}")


@pytest.mark.parametrize(("on", "title", "sentence", "number", "axis"), list(sentences()))
def test_a_strange_kind_is_refuted_by_nobody(
    on: date, title: str, sentence: str, number: int, axis: str | list[str], packaged: ReferenceTable
) -> None:
    text = f"{title}\n\n{on.day} {on:%B} {on.year}\n\n{sentence}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), packaged.field)
    found = [each for each in extraction.claims if each.quantity.value == Decimal(number)]
    axes = [compare_letter(extraction, packaged)[each.claim_id].against_source for each in found]
    admitted = AXES[axis] if isinstance(axis, str) else set(axis)
    assert set(axes) <= admitted
    assert axes or axis == "open"  # a figure of no kind that is counted need not be read as a claim
