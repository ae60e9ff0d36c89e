"""A field nobody thought of, brought as a folder of CSV files: read and compared without a line of code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable
from sources.table.load import check_table, load_table

FOLDER = Path(__file__).parent / "fields" / "orlandia"
CLAIMS = yaml.safe_load((FOLDER / "claims.yml").read_text(encoding="utf-8"))
NEGATIVE = {"overstated", "understated", "contradicted", "conflicting_sources"}


@pytest.fixture(scope="module")
def table() -> ReferenceTable:
    return load_table(str(FOLDER))


def found(table: ReferenceTable, row: list[Any]) -> tuple[str | None, str]:
    day, sentence, value, _, _ = row
    text = f"Open letter on Orlandia\n\n{day}\n\n{sentence}\n\nYours sincerely,\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    verdicts = compare_letter(extraction, table)
    (claim,) = [claim for claim in extraction.claims if claim.quantity.value == value]
    return claim.measure, verdicts[claim.claim_id].against_source


def test_the_folder_is_without_fault_and_stands_alone(table: ReferenceTable) -> None:
    assert check_table(str(FOLDER)) == []
    assert {each.place_code for each in table.observations} == {"ORL", "ORL-LAKE"}


@pytest.mark.parametrize("row", CLAIMS, ids=[row[1][:60] for row in CLAIMS])
def test_the_measure_is_read_by_the_words_of_the_folder(table: ReferenceTable, row: list[Any]) -> None:
    assert found(table, row)[0] == row[3]


def test_most_verdicts_are_as_written_beforehand_and_no_right_claim_is_refuted(table: ReferenceTable) -> None:
    got = [found(table, row)[1] for row in CLAIMS]
    # what lies beyond the last figure's pace is not refuted yet: three of the 24
    assert sum(axis == row[4] for axis, row in zip(got, CLAIMS, strict=True)) >= 0.85 * len(CLAIMS)
    assert not [row for axis, row in zip(got, CLAIMS, strict=True) if row[4] == "consistent" and axis in NEGATIVE]
