"""No file makes a traceback: whatever stands in it is a table, or faults that say what to do."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.table.formats.csv_text import read_csv
from sources.table.formats.parquet import read_parquet
from sources.table.formats.plain import as_cell
from sources.table.formats.workbook import read_sheet, read_workbook
from sources.table.load import check_table, declaration_of
from sources.table.raw import RawTable

HEADER = ",".join(column.name for column in declaration_of("observations").columns)
CELLS = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
LINES = st.lists(st.lists(CELLS, max_size=30).map(",".join), max_size=6).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_are_read_or_at_fault(content: bytes) -> None:
    for table in (read_csv("observations", "f.csv", content), read_sheet("observations", "f.xlsx", content)):
        assert isinstance(table, RawTable)
        assert table.faults or table.rows or content
    assert read_parquet("observations", "f.parquet", content).faults
    assert read_workbook("f.xlsx", content)["observations"].faults


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_lines_under_a_good_header_are_checked_to_the_end(tmp_path: Path, lines: str) -> None:
    (tmp_path / "observations.csv").write_text(f"{HEADER}\n{lines}\n", encoding="utf-8")
    for fault in check_table(str(tmp_path)):
        assert fault.what
        assert str(fault).startswith(str(tmp_path))


@given(st.one_of(st.integers(-(10**15), 10**15), st.decimals(-(10**9), 10**9, places=3), st.floats(-1e12, 1e12)))
def test_a_number_is_its_digits(value: int | Decimal | float) -> None:
    cell = as_cell(value)
    assert "e" not in cell.casefold()
    assert Decimal(cell) == (Decimal(repr(value)) if isinstance(value, float) else value)
    assert not cell.endswith(".0")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""), (math.nan, ""), (True, "true"), (1599200.0, "1599200"), (Decimal("3897.00"), "3897"),
        (1e21, "1" + "0" * 21),
        (date(2023, 8, 7), "2023-08-07"), (datetime(2023, 8, 7), "2023-08-07"),
        (datetime(2023, 8, 7, 9), "2023-08-07 09:00:00"),
        (time(9), "09:00:00"), ("  a ", "a"), (["a", None, "b"], "a||b"), (math.inf, "inf"), (b"x", "b'x'"),
    ],
)  # fmt: skip
def test_a_value_is_the_cell_that_csv_would_hold(value: object, cell: str) -> None:
    assert as_cell(value) == cell
