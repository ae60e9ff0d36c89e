"""One table in every form: the same observations, and faults that name sheet, table, row, column and value."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sources.model import ReferenceTable
from sources.table.load import FaultyTable, check_table, load_table

Rows = dict[str, list[list[Any]]]
Write = Callable[..., str]
FORMS = ("workbook", "parquet", "sqlite")


@pytest.fixture(params=FORMS)
def write(request: pytest.FixtureRequest) -> Write:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def content(table: ReferenceTable) -> tuple[object, ...]:
    plain = dataclasses.replace(table, where="", sha256="")
    return (
        sorted(plain.observations, key=lambda each: each.observation_id),
        sorted(plain.measures, key=lambda each: each.measure_id),
        sorted(plain.producers, key=lambda each: each.producer_id),
        sorted(plain.events, key=lambda each: each.event_id),
        sorted(plain.places, key=lambda each: each.place_id),
    )


def put(rows: Rows, table: str, row: int, column: str, value: object) -> None:
    rows[table][row][rows[table][0].index(column)] = value


def test_every_form_holds_the_same_table(rows: Rows, write: Write, packaged_table: ReferenceTable) -> None:
    where = write(rows)
    assert check_table(where) == []
    assert content(load_table(where)) == content(packaged_table)


def test_the_digest_names_the_content(rows: Rows, sqlite: Write, tmp_path: Path) -> None:
    before = load_table(sqlite(rows)).sha256
    assert load_table(f"sqlite:///{tmp_path}/team.db").sha256 == before
    put(rows, "observations", 5, "note", "another note")
    (tmp_path / "team.db").unlink()
    assert load_table(sqlite(rows)).sha256 != before


def test_what_a_form_lacks_is_the_packaged_table(rows: Rows, write: Write, packaged_table: ReferenceTable) -> None:
    assert content(load_table(write(rows, "observations"))) == content(packaged_table)


def test_numbers_and_days_may_be_stored_as_such(rows: Rows, workbook: Write, packaged_table: ReferenceTable) -> None:
    header, *records = rows["observations"]
    for row in records:
        for column in ("value", "low", "high"):
            at = header.index(column)
            row[at] = float(row[at]) if row[at] else None
        for column in ("period_start", "period_end", "published_on"):
            at = header.index(column)
            row[at] = datetime.fromisoformat(row[at]) if row[at] else None
    assert content(load_table(workbook(rows))) == content(packaged_table)


FAULTS = [
    ("value", "3,897", "is not a number"),
    ("value", True, "is not a number"),
    ("period_end", "2023-02-30", "is not a date"),
    ("measure_id", "people_lost", "does not stand in measures"),
    ("grade", "fine", "is not one of"),
]


@pytest.mark.parametrize(("column", "value", "what"), FAULTS)
def test_faults_of_a_sheet(rows: Rows, workbook: Write, column: str, value: object, what: str) -> None:
    put(rows, "observations", 7, column, value)
    found = check_table(workbook(rows))
    assert [(fault.line, fault.column, fault.counted) for fault in found] == [(8, column, "row")]
    assert str(found[0]).endswith(found[0].what)
    assert "team.xlsx, sheet observations, row 8, column" in str(found[0])
    assert what in found[0].what


@pytest.mark.parametrize(("column", "value", "what"), [case for case in FAULTS if isinstance(case[1], str)])
def test_faults_of_a_parquet_file_and_a_database(rows: Rows, write: Write, column: str, value: str, what: str) -> None:
    put(rows, "observations", 7, column, value)
    found = check_table(write(rows))
    assert [(fault.column, fault.value, fault.counted) for fault in found] == [(column, value, "row")]
    assert what in found[0].what
    with pytest.raises(FaultyTable, match="row"):
        load_table(write_again(found[0].file))


def write_again(file: str) -> str:
    """The reference that a fault's file belongs to."""
    told = file.split(", ")[0]
    return told if told.startswith("sqlite") or told.endswith(".xlsx") else str(Path(told).parent)


def test_rows_of_a_database_count_in_the_order_of_their_ids(rows: Rows, sqlite: Write) -> None:
    header, *records = rows["observations"]
    rows["observations"] = [header, *reversed(records)]
    put(rows, "observations", 1, "grade", "fine")
    (fault,) = check_table(sqlite(rows))
    ids = sorted(row[0] for row in records)
    assert fault.line == ids.index(rows["observations"][1][0]) + 1
    assert fault.file.endswith("table observations, ordered by observation_id")


def test_a_repeated_id_names_the_first_row(rows: Rows, workbook: Write) -> None:
    rows["observations"].append(list(rows["observations"][1]))
    (fault,) = [fault for fault in check_table(workbook(rows)) if fault.column == "observation_id"]
    assert fault.what == "stands already in row 2; give each row its own"


def test_a_day_with_a_time_is_named_not_cut(rows: Rows, workbook: Write) -> None:
    put(rows, "observations", 3, "published_on", datetime(2023, 8, 7, 14, 30))
    (fault,) = check_table(workbook(rows))
    assert (fault.column, fault.value) == ("published_on", "2023-08-07 14:30:00")


def test_a_formula_without_a_result_is_no_empty_cell(rows: Rows, workbook: Write) -> None:
    put(rows, "observations", 3, "low", "=I4-1")
    (fault,) = check_table(workbook(rows))
    assert (fault.line, fault.column, fault.value) == (4, "low", "=I4-1")
    assert "without a stored result" in fault.what


def test_an_error_of_the_spreadsheet_is_named(rows: Rows, tmp_path: Path, workbook: Write) -> None:
    import openpyxl

    where = workbook(rows)
    book = openpyxl.load_workbook(where)
    cell = book["observations"].cell(row=4, column=rows["observations"][0].index("note") + 1)
    cell.value, cell.data_type = "#REF!", "e"
    book.save(where)
    (fault,) = check_table(where)
    assert (fault.line, fault.column, fault.value) == (4, "note", "#REF!")


def test_a_workbook_of_one_sheet_holds_the_observations(rows: Rows, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Sheet1"
    for row in rows["observations"]:
        book.active.append([cell or None for cell in row])
    book.save(tmp_path / "one.xlsx")
    assert len(load_table(str(tmp_path / "one.xlsx")).observations) == len(load_table().observations)


def test_blank_rows_and_columns_of_a_sheet_are_passed_over(rows: Rows, workbook: Write) -> None:
    for row in rows["observations"]:
        row += ["", ""]
    rows["observations"].insert(3, [""] * len(rows["observations"][0]))
    put(rows, "observations", 4, "grade", "fine")
    (fault,) = check_table(workbook(rows))
    assert fault.line == 5


def test_cells_beyond_the_header_of_a_sheet_are_named(rows: Rows, workbook: Write) -> None:
    rows["observations"][3] += ["stray"]
    (fault,) = check_table(workbook(rows))
    assert "name their columns, or clear them" in fault.what
    assert fault.line == 4


def test_a_folder_may_mix_forms(rows: Rows, parquet: Write, tmp_path: Path) -> None:
    where = parquet(rows, "observations")
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [rows["producers"][0], *rows["producers"][1:]])
    (tmp_path / "producers.csv").write_text(text.replace('""', ""), encoding="utf-8")
    found = check_table(where)
    assert all(fault.file.endswith("producers.csv") for fault in found)


def test_two_forms_of_one_table_are_refused(rows: Rows, parquet: Write, tmp_path: Path) -> None:
    where = parquet(rows, "observations")
    (tmp_path / "observations.csv").write_text("observation_id\n", encoding="utf-8")
    (fault,) = check_table(where)
    assert "stands beside observations.parquet" in fault.what


def test_a_list_in_a_parquet_cell_is_parted_by_bars(rows: Rows, parquet: Write, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    where = parquet(rows)
    header, *records = rows["producers"]
    columns: dict[str, list[Any]] = {column: [row[at] or None for row in records] for at, column in enumerate(header)}
    columns["aliases"] = [row[header.index("aliases")].split("|") for row in records]
    columns["lag_days"] = [int(cell) if cell else None for cell in columns["lag_days"]]
    pq.write_table(pa.table(columns), tmp_path / "producers.parquet")
    aliases = {producer.producer_id: producer.aliases for producer in load_table(where).producers}
    assert aliases[records[0][0]] == tuple(records[0][header.index("aliases")].split("|"))


@pytest.mark.parametrize(
    ("name", "what"), [("observations.xlsx", "is not a workbook"), ("observations.parquet", "is not a Parquet file")]
)
@pytest.mark.parametrize("broken", [b"", b"not at all\n" * 50, b"PK\x03\x04" + bytes(200)])
def test_a_broken_file_is_named(tmp_path: Path, name: str, what: str, broken: bytes) -> None:
    (tmp_path / name).write_bytes(broken)
    (fault,) = check_table(str(tmp_path))
    assert what in fault.what
    assert name in str(fault)


def test_a_workbook_without_observations_says_which_sheets_it_has(rows: Rows, workbook: Write) -> None:
    (fault,) = check_table(workbook(rows, "measures", "events"))
    assert "no sheet named observations, only measures, events" in fault.what


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "table.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FaultyTable, match="give a folder that holds observations"):
        load_table(str(tmp_path / "table.txt"))


ADDRESSES = [
    ("sqlite:////no/such/file.db", "there is no file /no/such/file.db"),
    ("nonsense://somewhere/x", "cannot be read"),
    ("sqlite://user:secret@host/x", "there is no file x"),
    ("mysql+nodriver://editor:secret@127.0.0.1:1/facts?password=secret", "cannot be read"),
]


@pytest.mark.parametrize(("address", "what"), ADDRESSES)
def test_an_address_that_leads_nowhere(address: str, what: str) -> None:
    (fault,) = check_table(address)
    assert what in fault.what
    assert "secret" not in str(fault)
    assert "Traceback" not in str(fault)


def test_a_database_without_observations(sqlite: Write, rows: Rows) -> None:
    (fault,) = check_table(sqlite(rows, "measures"))
    assert "has no table named observations" in fault.what


def test_no_database_is_made_by_looking(tmp_path: Path) -> None:
    check_table(f"sqlite:///{tmp_path}/new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_view_of_a_database_is_a_table(rows: Rows, sqlite: Write, tmp_path: Path) -> None:
    import sqlite3

    where = sqlite(rows)
    with sqlite3.connect(tmp_path / "team.db") as database:
        database.execute("ALTER TABLE observations RENAME TO figures")
        database.execute("CREATE VIEW observations AS SELECT * FROM figures WHERE grade <> 'weak'")
    database.close()
    told = {each.observation_id for each in load_table(where, packs=("sudan",)).observations}
    header, *records = rows["observations"]
    assert {row[0] for row in records if row[header.index("grade")] == "weak"} & told == set()
    assert {row[0] for row in records if row[header.index("grade")] != "weak"} <= told


def test_a_day_that_a_typed_column_cannot_hold_is_a_fault_not_a_failure(rows: Rows, tmp_path: Path) -> None:
    import sqlite3

    header, *records = rows["observations"]
    kinds = ", ".join(f'"{column}" {"DATE" if column.startswith("p") else "TEXT"}' for column in header)
    put(rows, "observations", 2, "published_on", "2023-02-31")
    with sqlite3.connect(tmp_path / "typed.db") as database:
        database.execute(f"CREATE TABLE observations ({kinds})")
        marks = ", ".join("?" for _ in header)
        database.executemany(
            f"INSERT INTO observations VALUES ({marks})", [[cell or None for cell in row] for row in records]
        )
    database.close()
    (fault,) = check_table(f"sqlite:///{tmp_path}/typed.db")
    assert (fault.column, fault.value) == ("published_on", "2023-02-31")


def test_csv_needs_none_of_the_libraries_of_the_other_forms() -> None:
    code = (
        "import sys; from sources.table.load import load_table; load_table();"
        "print([m for m in ('openpyxl', 'pyarrow', 'sqlalchemy', 'pandas') if m in sys.modules])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_date_of_a_sheet_is_a_day(rows: Rows, workbook: Write) -> None:
    put(rows, "observations", 3, "accessed_on", date(2026, 1, 2))
    where = workbook(rows)
    assert check_table(where) == []
    assert date(2026, 1, 2) in {each.accessed_on for each in load_table(where).observations}


def test_two_sheets_of_one_name_are_refused(rows: Rows, workbook: Write) -> None:
    (fault,) = check_table(workbook({**rows, "Observations ": rows["observations"]}, "observations", "Observations "))
    assert "two sheets named observations" in fault.what


def test_a_sheet_of_many_is_found_by_its_name(rows: Rows, tmp_path: Path) -> None:
    import openpyxl

    def book(*names: str) -> str:
        made = openpyxl.Workbook()
        made.remove(made.active)
        for name in names:
            sheet = made.create_sheet(name)
            for row in rows["observations"]:
                sheet.append([cell or None for cell in row])
        made.save(tmp_path / "observations.xlsx")
        return str(tmp_path)

    assert check_table(book("Observations", "old")) == []
    assert "none named observations" in check_table(book("new", "old"))[0].what
