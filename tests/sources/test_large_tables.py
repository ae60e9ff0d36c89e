"""A large table is read as columns; what is said of it and comes out of it is as of the plain reader."""

from __future__ import annotations

import csv
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from sources.lookup.arranging import Plain
from sources.lookup.lookup_shelves import Asked
from sources.lookup.table_index import Index
from sources.table import where
from sources.table.formats import csv_text, parquet
from sources.table.load import FaultyTable, check_table, load_table, read_checked

PACK = Path(__file__).parents[2] / "sources" / "data" / "packs" / "sudan" / "observations.csv"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Every table of observations counts as large, or none."""

    def put(wanted: bool) -> None:
        monkeypatch.setattr(csv_text, "LARGE", 0 if wanted else 10**12)
        monkeypatch.setattr(parquet, "LARGE", 0 if wanted else 10**12)

    return put


def rows_of() -> list[dict[str, str]]:
    with PACK.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    # ids of the user's own beside some that replace the pack's
    return [{**row, "observation_id": f"own-{row['observation_id']}" if at % 3 else row["observation_id"],
             "superseded_by": "", "cites": ""} for at, row in enumerate(rows)]  # fmt: skip


def write(folder: Path, rows: list[dict[str, str]], *, padded: bool = False) -> str:
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows([{k: f" {v} " for k, v in row.items()} for row in rows] if padded else rows)
    (folder / "packs.csv").write_text("pack\nsudan\n", encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("padded", [False, True])
def test_the_same_observations_come_out(tmp_path: Path, large: Callable[[bool], None], padded: bool) -> None:
    where_ = write(tmp_path, rows_of(), padded=padded)
    large(False)
    plain = load_table(where_)
    large(True)
    columns = load_table(where_)
    assert not isinstance(columns.observations, tuple)
    by_id = {row.observation_id: row for row in plain.observations}
    assert {row.observation_id: row for row in columns.observations} == by_id
    assert (columns.measures, columns.producers, columns.sha256) == (plain.measures, plain.producers, plain.sha256)
    assert pickle.loads(pickle.dumps(columns)).observations[5] == columns.observations[5]


def test_parquet_too(tmp_path: Path, large: Callable[[bool], None]) -> None:
    rows = rows_of()
    frame = pd.DataFrame(rows)
    frame["value"] = frame["value"].astype(float)
    frame["period_start"] = [date.fromisoformat(cell) if cell else None for cell in frame["period_start"]]
    frame.to_parquet(tmp_path / "observations.parquet")
    large(False)
    plain = {row.observation_id: row for row in load_table(str(tmp_path)).observations}
    large(True)
    columns = load_table(str(tmp_path)).observations
    assert not isinstance(columns, tuple)
    assert {row.observation_id: row for row in columns} == plain


def edit(at: int, **cells: str) -> Callable[[list[dict[str, str]]], None]:
    return lambda rows: rows[at].update(cells)


def both(*edits: Callable[[list[dict[str, str]]], None]) -> Callable[[list[dict[str, str]]], None]:
    return lambda rows: [each(rows) for each in edits] and None


def with_lines_in_cells(rows: list[dict[str, str]]) -> None:
    rows[2]["title"] = "a title\nof two lines"
    rows[9]["value"] = "many"


def without_grade(rows: list[dict[str, str]]) -> None:
    for row in rows:
        del row["grade"]


def twice(rows: list[dict[str, str]]) -> None:
    rows[8]["observation_id"] = rows[20]["observation_id"]


def strange_place(rows: list[dict[str, str]]) -> None:
    for at in (3, 30, 31):
        rows[at] |= {"place": "Atlantis", "place_code": ""}


def fallen(rows: list[dict[str, str]]) -> None:
    cumulative = next(row for row in rows if row["comparator"] == "=" and row["period_start"] and not row["event"])
    rows.append({**cumulative, "observation_id": "later", "period_end": "2031-01-01", "period_end_text": "",
                 "value": "1", "low": "", "high": "", "published_on": ""})  # fmt: skip


FAULTS: list[Any] = [
    edit(4, value="1,200"), edit(4, period_start="2031-01-01"), edit(7, measure_id="nothing"),
    edit(0, unit="household"), edit(5, published_on="1999-01-01", note=""), edit(6, title="bad \x00 byte"),
    edit(6, grade=""), edit(6, cites="nobody"),
    edit(3, superseded_by="own-x"), edit(3, place="Kenya"), edit(3, place="", place_code="", event="", note=""),
    edit(4, url="", title=""), edit(4, period_end="", period_end_text=""), edit(4, low="99999999999"),
    both(edit(4, value="x"), edit(9, place="Atlantis", place_code=""), edit(11, unit="nothing")),
    with_lines_in_cells, without_grade, twice, strange_place, fallen,
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_as_the_plain_reader_tells_it(
    tmp_path: Path, large: Callable[[bool], None], fault: Callable[[list[dict[str, str]]], None]
) -> None:
    rows = rows_of()
    fault(rows)
    where_ = write(tmp_path, rows)
    large(False)
    plain = check_table(where_)
    large(True)
    assert check_table(where_) == plain
    assert plain
    with pytest.raises(FaultyTable):
        load_table(where_)


ODD = ["\n", ",,,,,\n", '"', "\x00"]


@pytest.mark.parametrize("odd", ODD)
def test_what_is_not_plain_is_left_to_the_plain_reader(tmp_path: Path, large: Callable[[bool], None], odd: str) -> None:
    write(tmp_path, rows_of())
    file = tmp_path / "observations.csv"
    file.write_text(file.read_text(encoding="utf-8") + odd + file.read_text(encoding="utf-8").splitlines()[1] + "\n")
    large(False)
    plain = check_table(str(tmp_path))
    large(True)
    assert check_table(str(tmp_path)) == plain


def test_an_index_of_columns_finds_what_an_index_of_objects_finds(
    tmp_path: Path, large: Callable[[bool], None]
) -> None:
    large(True)
    table = load_table(write(tmp_path, rows_of()))
    columns = Index(table)
    objects = Index(
        table.__class__(
            **{**{f: getattr(table, f) for f in table.__dataclass_fields__}, "observations": tuple(table.observations)}
        )
    )
    for row in table.observations:
        low, high = row.value * Decimal("0.9"), row.value
        ids = sorted(each.observation_id for each in objects.of_value(objects.measures, low, high))
        assert sorted(each.observation_id for each in columns.of_value(columns.measures, low, high)) == ids
        asked = Asked(start=row.period_start, day=row.period_end, low=low, high=high)
        place = columns.gazetteer.of(row)
        assert columns.find(row.measure_id, row.event_id, place, asked) == objects.find(
            row.measure_id, row.event_id, place, asked
        )
    for producer in columns.producers:
        span = date(2000, 1, 1), date(2030, 1, 1)
        assert {each.observation_id for each in columns.of_producer(producer, *span)} == {
            each.observation_id for each in objects.of_producer(producer, *span)
        }
        assert columns.country_of_producer(producer) == objects.country_of_producer(producer)
    assert Plain(table.observations).corrections().keys() == columns._corrections.keys()


def test_the_lines_of_rows_are_those_of_the_file(tmp_path: Path, large: Callable[[bool], None]) -> None:
    large(True)
    rows = rows_of()
    rows[1]["title"] = "two\nlines"
    raw = read_checked(write(tmp_path, rows)).own["observations"]
    assert raw.is_large
    assert [int(line) for line in raw.lines[:4]] == [2, 3, 5, 6]
    assert where.shown(str(tmp_path)) == str(tmp_path)
