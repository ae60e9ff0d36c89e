"""One observation more: what is filled in for it, what is refused, and that the table is whole after it."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from claims.errors import BadReferenceTable, CrossfootError
from sources.keeping.adding import RefusedRow, append, completed, problem_of, with_row
from sources.keeping.exporting import export_tables
from sources.keeping.team_folder import Ledger, open_ledger
from sources.table.load import check_table, load_table, read_checked

TODAY = "2026-05-04"
CELLS = {
    "measure_id": "people_killed", "value": "8000", "place": "Burma", "period_start": "2021-02-01",
    "period_end": "2026-04-30", "producer_id": "aapp", "title": "Daily briefing", "published_on": "2026-05-01",
    "as_printed": "8,000 people killed", "grade": "primary",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> str:
    export_tables(read_checked(), tmp_path / "own")
    return str(tmp_path / "own")


@pytest.fixture
def ledger(folder: str) -> Ledger:
    return open_ledger(folder)


def add(ledger: Ledger, corrects: str | None = None, **changes: str) -> dict[str, str]:
    row = completed({**CELLS, **changes}, ledger, TODAY)
    append(ledger, with_row(ledger, row, corrects))
    return row


def test_what_follows_is_filled_in(ledger: Ledger) -> None:
    row = completed(CELLS, ledger, TODAY)
    told = ("observation_id", "comparator", "unit", "published_by", "place", "place_code", "accessed_on")
    assert [row[column] for column in told] == [
        "aapp-people_killed-2026-04-30", "=", "person", "AAPP", "Myanmar", "MMR", TODAY,
    ]  # fmt: skip


def test_a_row_is_appended_and_every_other_byte_stays(ledger: Ledger, folder: str) -> None:
    file = Path(folder) / "observations.csv"
    before = file.read_bytes()
    row = add(ledger)
    assert file.read_bytes().startswith(before)
    assert check_table(folder) == []
    assert load_table(folder).observations[-1].observation_id == row["observation_id"]
    assert [path.name for path in Path(folder).iterdir() if path.name.startswith(".")] == []


def test_a_second_row_of_a_day_gets_an_id_of_its_own(ledger: Ledger, folder: str) -> None:
    add(ledger)
    again = add(open_ledger(folder), title="Another briefing")
    assert again["observation_id"] == "aapp-people_killed-2026-04-30-b"


def test_a_month_is_an_as_of_date(ledger: Ledger) -> None:
    row = add(ledger, period_end="2026-04")
    assert (row["period_end"], row["period_end_text"]) == ("", "2026-04")


REFUSED = [
    ({"value": "8,000"}, "value", "is not a number"),
    ({"value": ""}, "value", "is empty"),
    ({"measure_id": "people_kiled"}, "measure_id", "did you mean people_killed"),
    ({"producer_id": "aap"}, "producer_id", "did you mean aapp"),
    ({"place": "Burmah-upon-Sea"}, "place", "is no place of places.csv"),
    ({"period_end": "30 April 2026"}, "period_end", "is not a date"),
    ({"period_end": ""}, "period_end", "give the as-of date"),
    ({"period_end": "2026-06-01"}, "period_end", "is after published_on"),
    ({"grade": "good"}, "grade", "is not one of"),
    ({"url": "example.org"}, "url", "does not match"),
    ({"as_printed": "one two three four five six seven eight nine"}, "as_printed", "has 9 words"),
    ({"observation_id": "aapp-people_killed-2023-08-04"}, "observation_id", "stands already"),
    ({"value": "10"}, "value", "a running count does not fall"),
    ({"producer_id": "letter_organisers"}, "event", "counts its own letters"),
    ({"event": "open_letter_admm_2023-08-15"}, "event", "own_letter"),
]


@pytest.mark.parametrize(("changes", "column", "what"), REFUSED)
def test_a_row_at_fault_is_refused_and_nothing_is_written(
    ledger: Ledger, folder: str, changes: dict[str, str], column: str, what: str
) -> None:
    before = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    with pytest.raises(RefusedRow) as error:
        add(ledger, **changes)
    assert any(fault.column == column and what in fault.what for fault in error.value.faults)
    assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == before
    assert pickle.loads(pickle.dumps(error.value)).faults == error.value.faults


def test_a_correction_is_declared_on_the_row_it_corrects(ledger: Ledger, folder: str) -> None:
    latest = max(
        (each for each in load_table(folder).observations if (each.measure_id, each.event_id) == ("people_killed", None)
         and each.producer_id == "aapp" and each.period_end), key=lambda each: (each.value, each.observation_id),
    )  # fmt: skip
    changes = {"value": str(latest.value - 3), "period_end": "2026-04-30"}
    with pytest.raises(RefusedRow, match="superseded_by"):
        add(ledger, **changes)
    row = add(ledger, latest.observation_id, **changes)
    corrected = {each.observation_id: each.superseded_by for each in load_table(folder).observations}
    assert corrected[latest.observation_id] == row["observation_id"]


def test_a_correction_of_no_row(ledger: Ledger) -> None:
    with pytest.raises(RefusedRow, match="is no row of this table"):
        add(ledger, "aapp-people_killed-1999-01-01")


@pytest.mark.parametrize("where", [None, "sqlite:///x.db"])
def test_what_is_never_changed(where: str | None) -> None:
    with pytest.raises(CrossfootError, match=r"--references: is"):
        open_ledger(where)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "team.xlsx").write_bytes(b"")
    with pytest.raises(CrossfootError, match="sources export DIR"):
        open_ledger(str(tmp_path / "team.xlsx"))


def test_another_form_is_not_added_to(tmp_path: Path) -> None:
    (tmp_path / "observations.parquet").write_bytes(b"")
    with pytest.raises(CrossfootError, match="another form than CSV"):
        open_ledger(str(tmp_path))


def test_a_table_at_fault_is_mended_first(ledger: Ledger, folder: str) -> None:
    file = Path(folder) / "observations.csv"
    file.write_bytes(file.read_bytes().replace(b",primary,", b",fine,", 1))
    with pytest.raises(BadReferenceTable, match="is not one of"):
        open_ledger(folder)


def test_a_table_begins_in_an_empty_folder_or_one_that_is_not_there(tmp_path: Path) -> None:
    where = str(tmp_path / "new")
    add(open_ledger(where))
    table = load_table(where)
    assert [each.observation_id for each in table.observations][-1] == "aapp-people_killed-2026-04-30"
    assert len(table.observations) == len(load_table().observations) + 1
    assert table.observations[-1].accessed_on is not None


def test_a_table_changed_meanwhile_is_not_written_over(ledger: Ledger, folder: str) -> None:
    content = with_row(ledger, completed(CELLS, ledger, TODAY))
    file = Path(folder) / "observations.csv"
    changed = file.read_bytes().replace(b"Daily Briefing", b"Daily briefing", 1)
    file.write_bytes(changed)
    with pytest.raises(CrossfootError, match="changed meanwhile"):
        append(ledger, content)
    assert file.read_bytes() == changed


def test_columns_of_ones_own_and_the_lines_ends_stay(tmp_path: Path) -> None:
    export_tables(read_checked(), tmp_path)
    file = tmp_path / "observations.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_bytes("\r\n".join([f"{lines[0]},desk", f"{lines[1]},Ana"]).encode())
    add(open_ledger(str(tmp_path)))
    after = file.read_bytes()
    assert after.count(b"\r\n") == 3
    assert b",desk\r\n" in after
    assert after.endswith(b",\r\n")


def test_a_cell_alone(ledger: Ledger) -> None:
    assert problem_of("measure_id", "people_killed", ledger) is None
    assert problem_of("period_end", "2026-04", ledger) is None
    assert "is not a date" in (problem_of("period_end", "2026-4", ledger) or "")
    assert "does not match" in (problem_of("period_end", "2026-13", ledger) or "")


def test_a_copy_is_the_table_and_is_never_written_over_another(folder: str) -> None:
    assert load_table(folder).observations == load_table().observations
    with pytest.raises(CrossfootError, match=r"has observations\.csv"):
        export_tables(read_checked(), Path(folder))


def test_a_copy_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CrossfootError, match="is a file"):
        export_tables(read_checked(), tmp_path / "file")


def test_the_mode_of_the_file_stays(ledger: Ledger, folder: str) -> None:
    file = Path(folder) / "observations.csv"
    os.chmod(file, 0o640)
    add(ledger)
    assert file.stat().st_mode & 0o777 == 0o640
