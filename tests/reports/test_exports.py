"""The tables as frames and files: typed also where empty, the same bytes twice, safe where they are opened."""

from __future__ import annotations

import csv
import importlib.util
import io
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.gates.checks import OBSERVATIONS, TABLES, declaration_of
from expectations.gates.gated_rows import rows_of
from expectations.gates.row_cells import NO_TABLE
from reports.exports.tables.table_frames import frames, write_tables
from reports.words.wording import phrase

FACTORY = Path(__file__).parents[1] / "factories" / "checked.py"
PANDAS = {"text": "str", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "datetime64[s]"}
ARROW = {
    "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
}  # fmt: skip
EMPTY: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
BLANK: dict[str, list[dict[str, Any]]] = {table: [{}, {}] for table in TABLES}


@pytest.fixture(scope="module")
def checked() -> ModuleType:
    """The functions of `tests/factories/checked.py`."""
    spec = importlib.util.spec_from_file_location("checked_factory", FACTORY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def full(checked: ModuleType) -> dict[str, list[dict[str, Any]]]:
    return rows_of([checked.checked_letter()], across=[checked.across_finding()], table=checked.reference_table())


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def write(rows: dict[str, list[dict[str, Any]]], folder: Path) -> Path:
    write_tables(frames(rows), folder)
    return folder


@pytest.mark.parametrize("rows", [EMPTY, BLANK, None], ids=["no rows", "empty cells", "full"])
def test_columns_have_their_declared_types_in_frame_and_file(
    rows: dict[str, list[dict[str, Any]]] | None, full: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    made = frames(full if rows is None else rows)
    write_tables(made, tmp_path)
    for table in TABLES:
        columns = declaration_of(table).columns
        assert [(name, str(kind)) for name, kind in made[table].dtypes.items()] == [
            (column.name, PANDAS[column.type]) for column in columns
        ]
        schema = pq.read_schema(tmp_path / f"{table}.parquet")
        assert [(field.name, field.type) for field in schema] == [(one.name, ARROW[one.type]) for one in columns]


def test_the_tables_of_the_contract_are_written_and_no_others(
    full: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    made = frames(full)
    assert OBSERVATIONS in made
    written = write_tables(made, tmp_path / "deep" / "tables")
    names = sorted(path.name for path in (tmp_path / "deep" / "tables").iterdir())
    assert names == sorted(f"{table}.{kind}" for table in TABLES for kind in ("csv", "parquet"))
    assert sorted(path.name for path in written) == names


def test_the_same_rows_give_the_same_bytes(full: dict[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    one, two = write(full, tmp_path / "one"), write(full, tmp_path / "two")
    for path in sorted(one.iterdir()):
        assert path.read_bytes() == (two / path.name).read_bytes()
    assert pq.read_schema(one / "claims.parquet").metadata is None


def test_writing_again_replaces_what_was_there(full: dict[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    write(full, tmp_path)
    write(EMPTY, tmp_path)
    assert read_csv(tmp_path / "claims.csv") == []


def test_parquet_gives_back_the_cells(full: dict[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    write(full, tmp_path)
    for table in TABLES:
        back = pq.read_table(tmp_path / f"{table}.parquet").to_pylist()
        names = [column.name for column in declaration_of(table).columns]
        assert back == [{name: row[name] for name in names} for row in full[table]]


def test_csv_is_what_an_editor_would_write(full: dict[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    write(full, tmp_path)
    claim = read_csv(tmp_path / "claims.csv")[0]
    assert (claim["value"], claim["low"], claim["high"], claim["low_open"]) == ("120", "120", "", "false")
    assert (claim["comparator"], claim["period_start"]) == (">=", "2024-05-01")
    names = [row["name"] for row in read_csv(tmp_path / "signatories.csv")]
    assert names == ["River Watch", "နိုင်ငံ Relief", "Wells, Roads & Bridges"]
    assert b"\r" not in (tmp_path / "signatories.csv").read_bytes()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1 555 0100", "'+1 555 0100"),
        ("@mention", "'@mention"),
        ("\t=1+1", "'\t=1+1"),
        ("=", "="),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("- River Watch", "- River Watch"),
        ("-4.5", "-4.5"),
        ('Wells "and" roads,\nall of them', 'Wells "and" roads,\nall of them'),
        ("one\rtwo", "one\rtwo"),
        ("  ", ""),
        ("", ""),
        (None, ""),
        ("NA", "NA"),
        ("null", "null"),
    ],
)
def test_text_survives_a_csv_and_never_becomes_a_formula(text: str | None, cell: str, tmp_path: Path) -> None:
    write({"signatories": [{"letter_id": "a", "name": text}, {"letter_id": "b", "name": "next"}]}, tmp_path)
    assert [row["name"] for row in read_csv(tmp_path / "signatories.csv")] == [cell, "next"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (3897.0, "3897"),
        (1600000.0, "1600000"),
        (0.1, "0.1"),
        (-4.5, "-4.5"),
        (0.0, "0"),
        (1e15, "1000000000000000.0"),
        (1e22, "1e+22"),
        (float("inf"), "inf"),
        (None, ""),
        (7, "7"),
    ],
)
def test_numbers_show_no_false_decimals(value: float | None, cell: str, tmp_path: Path) -> None:
    write({"claims": [{"value": value}]}, tmp_path)
    assert read_csv(tmp_path / "claims.csv")[0]["value"] == cell


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1600, 2, 29), date(2024, 6, 12), date(9999, 12, 31)])
def test_days_of_every_year_a_letter_can_name(day: date, tmp_path: Path) -> None:
    write({"letters": [{"written_on": day}]}, tmp_path)
    assert pq.read_table(tmp_path / "letters.parquet").to_pylist()[0]["written_on"] == day
    assert read_csv(tmp_path / "letters.csv")[0]["written_on"] == day.isoformat()


@pytest.mark.parametrize(
    ("number", "kept"), [(2**63 - 1, 2**63 - 1), (2**63, None), (10**30, None), (0, 0), (None, None)]
)
def test_a_list_number_beyond_64_bits_is_left_empty(number: int | None, kept: int | None) -> None:
    cell = frames({"signatories": [{"number": number}]})["signatories"].loc[0, "number"]
    assert (None if pd.isna(cell) else int(cell)) == kept


def test_unknown_stays_empty_beside_zero(tmp_path: Path) -> None:
    write({"letters": [{"listed": None, "undisclosed": 0}]}, tmp_path)
    row = read_csv(tmp_path / "letters.csv")[0]
    assert (row["listed"], row["undisclosed"]) == ("", "0")


def test_tables_and_json_say_the_same_of_a_claim_that_was_not_compared() -> None:
    assert phrase("not_compared") == NO_TABLE
