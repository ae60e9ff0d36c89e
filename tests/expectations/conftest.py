"""Hand-made letters and their frames for the tests of tables, suites, gate and Data Docs."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from expectations.gates.checks import declaration_of
from expectations.gates.gate import gate
from expectations.gates.gated_rows import known_of, rows_of
from expectations.results import GateResult
from reports.exports.tables.table_frames import frames

FACTORY = Path(__file__).parents[1] / "factories" / "checked.py"


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The functions of `tests/factories/checked.py`."""
    spec = importlib.util.spec_from_file_location("checked_factory", FACTORY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def rows(made: ModuleType) -> dict[str, list[dict[str, Any]]]:
    """The rows of two sound letters, a finding across them and two observations. Tests copy what they change."""
    both = [made.checked_letter("flood"), made.checked_letter("drought")]
    return rows_of(both, across=[made.across_finding("flood", "drought")], table=made.reference_table())


@pytest.fixture(scope="session")
def known(made: ModuleType) -> dict[str, frozenset[str]]:
    return known_of(made.reference_table())


@pytest.fixture
def gated_alone(tmp_path: Path, known: Mapping[str, frozenset[str]]) -> Callable[..., GateResult]:
    """Gates one table of some rows; what its columns refer to is taken from the rows of the others."""

    def run(rows: Mapping[str, Any], table: str) -> GateResult:
        keys = {other: declaration_of(other).key for other in rows if other != table}
        ids = {other: {str(row[key[0]]) for row in rows[other]} for other, key in keys.items() if len(key) == 1}
        return gate(frames({table: rows[table]}), tmp_path, references={**known, **ids})[0]

    return run


@pytest.fixture
def gated(tmp_path: Path, known: Mapping[str, frozenset[str]]) -> Callable[..., dict[str, GateResult]]:
    """Gates rows, or frames that a test has spoilt, and returns the results by table."""

    def run(rows: Mapping[str, Any] | None = None, spoilt: Mapping[str, Any] | None = None) -> dict[str, GateResult]:
        results = gate({**frames(rows or {}), **(spoilt or {})}, tmp_path, references=known)
        return {result.table: result for result in results}

    return run
