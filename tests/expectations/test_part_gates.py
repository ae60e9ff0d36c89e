"""Tables gated in parts come out as the tables gated whole, and a key that stands in two parts is a fault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from expectations.gates.gate import gate
from expectations.gates.gated_rows import rows_of
from expectations.gates.part_gates import PartGates
from expectations.results import GateResult
from reports.exports.tables.table_frames import frames

Parts = Sequence[dict[str, list[dict[str, Any]]]]


@pytest.fixture
def parts(made: ModuleType) -> Parts:
    """The rows of two letters: each a part, the reference table with the first."""
    first, last = made.checked_letter("first"), made.checked_letter("last")
    return rows_of([first], table=made.reference_table()), rows_of([last])


def _in_parts(parts: Parts, folder: Path, made: ModuleType) -> dict[str, GateResult]:
    gates = PartGates(folder, references=made.reference_table())
    for rows in parts:
        gates.take(frames(rows))
    return {one.table: one for one in gates.results()}


def _whole(parts: Parts, folder: Path, made: ModuleType) -> dict[str, GateResult]:
    rows = {table: [row for part in parts for row in part.get(table, ())] for table in parts[0]}
    return {one.table: one for one in gate(frames(rows), folder, references=made.reference_table())}


def test_sound_parts_come_out_as_the_whole(parts: Parts, tmp_path: Path, made: ModuleType) -> None:
    assert _in_parts(parts, tmp_path / "a", made) == _whole(parts, tmp_path / "b", made)
    names = sorted(path.name for path in (tmp_path / "a" / "data-docs" / "validations").iterdir())
    assert "claims.json" in names
    assert "claims-2.json" in names


def test_a_fault_in_any_part_is_named_as_in_the_whole(parts: Parts, tmp_path: Path, made: ModuleType) -> None:
    parts[1]["claims"][0]["kind"] = "guess"
    parts[1]["claims"][1]["letter_id"] = None
    parts[0]["claims"][0]["kind"] = "hunch"
    ours, theirs = (make(parts, tmp_path, made)["claims"] for make in (_in_parts, _whole))
    assert not ours.success
    assert set(ours.faults) == set(theirs.faults)
    assert (ours.at_fault, ours.rows) == (theirs.at_fault, theirs.rows)


@pytest.mark.parametrize(("table", "column"), [("claims", "claim_id"), ("letters", "letter_id")])
def test_a_key_that_stands_in_two_parts_is_found(
    parts: Parts, tmp_path: Path, made: ModuleType, table: str, column: str
) -> None:
    parts[1][table][0][column] = twice = parts[0][table][0][column]
    ours, theirs = (make(parts, tmp_path, made)[table] for make in (_in_parts, _whole))
    assert not ours.success
    assert not theirs.success
    assert ours.at_fault == theirs.at_fault
    assert any(str(twice) in str(fault) for fault in ours.faults)


def test_a_key_twice_within_a_part_alone_is_told_once(parts: Parts, tmp_path: Path, made: ModuleType) -> None:
    parts[1]["claims"][1]["claim_id"] = parts[1]["claims"][0]["claim_id"]
    ours, theirs = (make(parts, tmp_path, made)["claims"] for make in (_in_parts, _whole))
    assert (ours.success, ours.at_fault) == (theirs.success, theirs.at_fault)
