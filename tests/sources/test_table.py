"""The packaged reference table, and what is said of a table at fault."""

from __future__ import annotations

import csv
import pickle
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from claims.errors import BadReferenceTable
from sources.model import ReferenceTable
from sources.table.load import FaultyTable, check_table, declaration_of, load_table

DATA = Path(__file__).parents[2] / "sources" / "data" / "packs" / "myanmar"
Edit = Callable[[list[dict[str, str]]], None]


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, Edit], str]:
    """A copy of one pack in which one file's rows were edited."""

    def copy(table: str, edit: Edit) -> str:
        for file in DATA.glob("*.csv"):
            shutil.copy(file, tmp_path)
        file = tmp_path / f"{table}.csv"
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        edit(rows)
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return str(tmp_path)

    return copy


def put(row_id: str, /, **cells: str) -> Edit:
    def edit(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if row["observation_id"] == row_id).update(cells)

    return edit


def test_the_packaged_table_is_faultless(packaged_table: ReferenceTable) -> None:
    assert check_table() == []
    assert len(load_table(packs=("myanmar",)).observations) == 251
    assert len(packaged_table.observations) == 251 + 1705
    assert len(packaged_table.sha256) == 64


def test_a_row_is_typed(packaged_table: ReferenceTable) -> None:
    row = next(
        each for each in packaged_table.observations if each.observation_id == "isp_myanmar-airstrikes-2024-07-31"
    )
    assert (row.value, row.comparator, row.period_start, row.period_end) == (
        Decimal(5800), ">", date(2021, 2, 1), date(2024, 7, 31),
    )  # fmt: skip
    assert (row.interval.low, row.interval.high, row.interval.low_open) == (Decimal(5800), None, True)


def test_a_month_alone_becomes_its_last_day(packaged_table: ReferenceTable) -> None:
    months = [each for each in packaged_table.observations if each.period_end_grain == "month"]
    assert len(months) == 155
    assert all(each.period_end and (each.period_end + timedelta(days=1)).day == 1 for each in months)


def test_publication_unknown_is_the_as_of_date_and_the_usual_lag(packaged_table: ReferenceTable) -> None:
    lags = {producer.producer_id: producer.lag_days for producer in packaged_table.producers}
    for each in packaged_table.observations:
        assert (each.published_by_rule is None) == (each.published_on is not None)
        if each.published_by_rule is not None and each.period_end is not None:
            assert each.published_by_rule - each.period_end == timedelta(days=lags[each.producer_id])


def test_countries_come_with_the_names_that_letters_use(packaged_table: ReferenceTable) -> None:
    places = {place.place_id: place for place in packaged_table.places}
    assert places["MMR"].name == "Myanmar"
    assert "Burma" in places["MMR"].aliases
    assert places["SDN"].kind == "country"
    assert len({place.place_id for place in packaged_table.places}) == len(packaged_table.places)


def test_every_parent_place_exists(packaged_table: ReferenceTable) -> None:
    ids = {place.place_id for place in packaged_table.places}
    assert all(place.parent is None or place.parent in ids for place in packaged_table.places)


def test_every_place_of_an_observation_is_known(packaged_table: ReferenceTable) -> None:
    ids = {place.place_id for place in packaged_table.places}
    assert all(each.place_code in ids for each in packaged_table.observations if each.place)


def test_no_letter_bears_witness_for_itself(packaged_table: ReferenceTable) -> None:
    told = {each.event_id for each in packaged_table.observations if each.measure_id.startswith("signatories")}
    assert not told & {"open_letter_asean_chair_2025-05-21", "open_letter_admm_2023-08-15"}


def test_notes_refer_to_nothing_that_is_not_there() -> None:
    for file in DATA.parent.glob("*/*.csv"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\b[VU]\d{2,3}\b|candidates|\bseed\b|TRAP", text), file


FAULTS = [
    ({"period_end": "2023-02-30"}, "period_end", "2023-02-30", "is not a date"),
    ({"period_end": "4 August 2023"}, "period_end", "4 August 2023", "YYYY-MM-DD"),
    ({"published_on": "2023-08-01"}, "period_end", "2023-08-04", "is after published_on"),
    ({"period_start": "2024-01-01"}, "period_start", "2024-01-01", "is after or above period_end"),
    ({"value": "3,888"}, "value", "3,888", "is not a number"),
    ({"value": "-4"}, "value", "-4", "is below 0"),
    ({"value": ""}, "value", "", "is empty"),
    ({"value": "1e9"}, "value", "1e9", "is not a number"),
    ({"low": "4000"}, "low", "4000", "is after or above value"),
    ({"high": "3000"}, "value", "3888", "is after or above high"),
    ({"comparator": "≥"}, "comparator", "≥", "is not one of"),
    ({"grade": "good"}, "grade", "good", "is not one of"),
    ({"measure_id": "people_killd"}, "measure_id", "people_killd", "does not stand in measures"),
    ({"producer_id": "nobody"}, "producer_id", "nobody", "does not stand in producers"),
    ({"event": "the_flood"}, "event", "the_flood", "does not stand in events"),
    ({"superseded_by": "no-such-row"}, "superseded_by", "no-such-row", "does not stand in observations"),
    ({"url": "www.example.org"}, "url", "www.example.org", "does not match"),
    ({"as_printed": "one two three four five six seven eight nine"}, "as_printed", None, "has 9 words"),
    ({"observation_id": "aapp-people_killed-2023-08-11"}, "observation_id", None, "stands already in line 29"),
    ({"period_end": "", "published_on": ""}, "period_end", "", "give the as-of date"),
    ({"value": "3000"}, "value", "3000", "a running count does not fall"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "value", "what"), FAULTS)
def test_a_cell_at_fault_is_named(
    edited: Callable[[str, Edit], str], cells: dict[str, str], column: str, value: str | None, what: str
) -> None:
    where = edited("observations", put("aapp-people_killed-2023-08-04", **cells))
    found = check_table(where)
    assert found
    fault = next(each for each in found if what in each.what)
    assert fault.file.endswith("observations.csv")
    assert fault.column == column
    assert value is None or fault.value == value
    if "stands already" not in what:
        assert fault.line == 29
    with pytest.raises(BadReferenceTable) as error:
        load_table(where)
    assert f"line {fault.line}" in error.value.message
    assert column in error.value.message


def test_the_line_counts_lines_within_cells(edited: Callable[[str, Edit], str]) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        rows[0]["note"] = "two\nlines"
        rows[1]["value"] = "none"

    assert [(fault.line, fault.column) for fault in check_table(edited("observations", edit))] == [(4, "value")]


def test_a_declared_correction_may_fall(edited: Callable[[str, Edit], str]) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        put("aapp-people_killed-2023-08-11", value="3880")(rows)
        put("aapp-people_killed-2023-08-04", superseded_by="aapp-people_killed-2023-08-11")(rows)

    assert check_table(edited("observations", edit)) == []


def test_faults_survive_a_pickle(edited: Callable[[str, Edit], str]) -> None:
    with pytest.raises(FaultyTable) as error:
        load_table(edited("observations", put("aapp-people_killed-2023-08-04", value="x")))
    again = pickle.loads(pickle.dumps(error.value))
    assert (again.faults, again.message) == (error.value.faults, error.value.message)


def test_a_folder_that_is_none() -> None:
    with pytest.raises(BadReferenceTable, match="give a folder that holds observations"):
        load_table("no/such/folder")


def test_a_folder_without_observations(tmp_path: Path) -> None:
    with pytest.raises(BadReferenceTable, match="holds no observations"):
        load_table(str(tmp_path))


def test_a_folder_with_observations_alone_takes_the_other_tables_from_the_package(tmp_path: Path) -> None:
    shutil.copy(DATA / "observations.csv", tmp_path)
    table = load_table(str(tmp_path))
    assert len(table.observations) == len(load_table().observations)
    assert table.where == str(tmp_path)


def test_columns_that_may_be_left_out(tmp_path: Path) -> None:
    with (DATA / "observations.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    optional = {column.name for column in declaration_of("observations").columns if not column.required}
    told = {"period_start", "period_end", "period_end_text", "event", "place"}
    kept = [name for name in rows[0] if name not in optional - told]
    with (tmp_path / "observations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, kept, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    assert check_table(str(tmp_path)) == []
    assert load_table(str(tmp_path)).observations[0].licence == "unknown"


def test_a_missing_column_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text("observation_id,value\na-b-1,3\n", encoding="utf-8")
    missing = [fault for fault in check_table(str(tmp_path)) if "missing from the header" in fault.what]
    assert "measure_id" in {fault.column for fault in missing}
    assert {fault.line for fault in missing} == {1}


BROKEN = [
    (b"", "is empty"),
    (b"observation_id,value,value\na,1,2\n", "stands twice in the header"),
    (b"observation_id,value\na,1,2,3\n", "makes 4 cells where the header has 2"),
    (b"observation_id,value\n\xff\xfe,1\n", "is not UTF-8"),
    (b'observation_id,value\n"a,1\n', "is not CSV"),
]


@pytest.mark.parametrize(("content", "what"), BROKEN)
def test_a_file_that_is_no_table(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "observations.csv").write_bytes(content)
    assert what in check_table(str(tmp_path))[0].what


def test_many_faults_are_counted_not_all_shown(edited: Callable[[str, Edit], str]) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row["grade"] = "so-so"

    with pytest.raises(BadReferenceTable) as error:
        load_table(edited("observations", edit))
    assert "and 231 more" in error.value.message
