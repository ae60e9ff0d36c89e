"""Fields nobody thought of, brought as folders of CSV files: read and compared without a line of code.

Each has 24 claims whose verdicts were written before the first run (orlandia: evictions, drownings, raided schools;
kestria: culled wolves, quarry accidents, dry wells, tolls; its first run had 23 of 24).
"""

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

FIELDS = Path(__file__).parent / "fields"
CLAIMS = {
    name: yaml.safe_load((FIELDS / name / "claims.yml").read_text(encoding="utf-8")) for name in ("orlandia", "kestria")
}
NEGATIVE = {"overstated", "understated", "contradicted", "conflicting_sources"}
# whose measure is found by the rows alone: the sentence's own words name the place of work between noun and verb
BY_ROWS = ("injured in the quarries", "killed in quarries in Kestria", "workers were injured in quarries")


@pytest.fixture(scope="module")
def tables() -> dict[str, ReferenceTable]:
    return {name: load_table(str(FIELDS / name)) for name in CLAIMS}


def found(table: ReferenceTable, row: list[Any]) -> tuple[str | None, str]:
    day, sentence, value, _, _ = row
    text = f"Open letter on our country\n\n{day}\n\n{sentence}\n\nYours sincerely,\n"
    extraction = extract(letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter"), table.field)
    verdicts = compare_letter(extraction, table)
    (claim,) = [claim for claim in extraction.claims if claim.quantity.value == value]
    return claim.measure, verdicts[claim.claim_id].against_source


@pytest.mark.parametrize("name", CLAIMS)
def test_the_folder_is_without_fault_and_stands_alone(name: str, tables: dict[str, ReferenceTable]) -> None:
    assert check_table(str(FIELDS / name)) == []
    assert {each.place_code[:3] for each in tables[name].observations if each.place_code} == {name[:3].upper()}


ROWS = [pytest.param(name, row, id=f"{name}: {row[1][:60]}") for name, rows in CLAIMS.items() for row in rows]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_the_measure_is_read_by_the_words_of_the_folder(
    name: str, row: list[Any], tables: dict[str, ReferenceTable]
) -> None:
    measure = found(tables[name], row)[0]
    unread = any(part in row[1] for part in BY_ROWS) or "Lower Moss" in row[1]
    assert measure == row[3] or (measure is None and unread)


@pytest.mark.parametrize("name", CLAIMS)
def test_verdicts_are_as_written_beforehand_and_nothing_is_refuted_that_should_not_be(
    name: str, tables: dict[str, ReferenceTable]
) -> None:
    got = [found(tables[name], row)[1] for row in CLAIMS[name]]
    assert sum(axis == row[4] for axis, row in zip(got, CLAIMS[name], strict=True)) >= 0.95 * len(CLAIMS[name])
    assert not [row for axis, row in zip(got, CLAIMS[name], strict=True) if axis in NEGATIVE and row[4] != axis]


RATES = [
    "The Quarry Union says that every month 30 workers are injured in quarries in Kestria.",
    "According to the Quarry Union, 30 quarry workers are injured at work in Kestria each month since 1 May 2021.",
    "The Quarry Union counts 30 quarry injuries a year in Kestria since 1 May 2021.",
    "Since 1 May 2021, the Quarry Union says, 30 quarry workers are hurt in the quarries of Kestria daily.",
]


@pytest.mark.parametrize("sentence", RATES)
def test_so_many_in_each_stretch_of_time_is_no_count(sentence: str, tables: dict[str, ReferenceTable]) -> None:
    assert found(tables["kestria"], ["2024-07-20", sentence, 30, None, None])[1] in ("unverified", "not_comparable")
