"""Sentences of the kinds that were once judged wrongly: neighbours.yml, one test each, against the packaged table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable, Verdict
from sources.table.load import load_table

TABLE = yaml.safe_load(Path(__file__).with_name("neighbours.yml").read_text(encoding="utf-8"))


def rows(part: str) -> Iterator[Any]:
    for group in TABLE[part]:
        for row in group["claims"]:
            yield pytest.param(*row, id=f"{group['name']}: {row[2]} {row[1][:40]}")


@pytest.fixture(scope="module")
def packaged() -> ReferenceTable:
    return load_table()


def verdict_on(on: date, sentence: str, number: Decimal, table: ReferenceTable) -> Verdict:
    text = f"Open letter\n\n{on.day} {on:%B} {on.year}\n\n{sentence}\n\nSigned,\nTest Network\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    claim = next(each for each in extraction.claims if each.quantity.value == number)
    return compare_letter(extraction, table)[claim.claim_id]


@pytest.mark.parametrize(("on", "sentence", "number", "axes"), [*rows("must_not"), *rows("must")])
def test_a_neighbour_gets_what_the_table_has_a_right_to(
    on: date, sentence: str, number: Any, axes: list[str], packaged: ReferenceTable
) -> None:
    verdict = verdict_on(on, sentence, Decimal(str(number)), packaged)
    assert verdict.against_source in axes, f"{verdict.arithmetic} | {verdict.explanation}"
    assert verdict.explanation
