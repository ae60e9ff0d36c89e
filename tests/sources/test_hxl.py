"""The row of hashtags under a header: left out, used for columns of other names, and checked."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from sources.table.hxl import read_tag
from sources.table.load import check_table, declaration_of, load_table
from sources.table.packs import packs_folder

COLUMNS = declaration_of("observations").columns


def table(folder: Path, header: list[str], tags: list[str]) -> str:
    """The packaged observations under another header and a row of tags."""
    text = packs_folder().joinpath("myanmar", "observations.csv").read_text(encoding="utf-8")
    _, *records = csv.reader(io.StringIO(text, newline=""))
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, tags, *records])
    return str(folder)


@pytest.mark.parametrize(
    "cell", ["", "581", "#", "# 1", "#date + +end", "people #killed", "#date+end, #date+start", "+end"]
)
def test_what_is_no_tag(cell: str) -> None:
    assert read_tag(cell) is None


@pytest.mark.parametrize("cell", ["#indicator+value+num", "#Indicator +num +VALUE", " # indicator + value + num "])
def test_order_blanks_and_capitals_say_nothing(cell: str) -> None:
    assert read_tag(cell) == ("#indicator", "num", "value")


def test_every_tag_is_told_once() -> None:
    tags = [read_tag(column.hxl) for column in COLUMNS if column.hxl]
    assert None not in tags
    assert len(set(tags)) == len(tags) == len(COLUMNS)


def test_a_tag_row_is_no_observation(tmp_path: Path) -> None:
    where = table(tmp_path, [column.name for column in COLUMNS], [column.hxl or "" for column in COLUMNS])
    assert check_table(where) == []
    assert len(load_table(where).observations) == len(load_table().observations)


def test_columns_without_a_tag_are_allowed(tmp_path: Path) -> None:
    tags = [column.hxl or "" if at % 3 else "" for at, column in enumerate(COLUMNS)]
    assert check_table(table(tmp_path, [column.name for column in COLUMNS], tags)) == []


def test_a_column_of_another_name_is_known_by_its_tag(tmp_path: Path) -> None:
    header = [f"Spalte {at}" for at, _ in enumerate(COLUMNS)]
    where = table(tmp_path, header, [column.hxl or "" for column in COLUMNS])
    assert check_table(where) == []
    assert load_table(where).observations == load_table().observations


def test_lines_count_from_the_file(tmp_path: Path) -> None:
    where = table(tmp_path, [column.name for column in COLUMNS], [column.hxl or "" for column in COLUMNS])
    file = tmp_path / "observations.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",primary,", ",fine,", 1), encoding="utf-8")
    assert check_table(where)[0].line == 3


def test_two_tags_exchanged_are_faults(tmp_path: Path) -> None:
    tags = [column.hxl or "" for column in COLUMNS]
    names = [column.name for column in COLUMNS]
    start, end = names.index("period_start"), names.index("period_end")
    tags[start], tags[end] = tags[end], tags[start]
    found = check_table(table(tmp_path, names, tags))
    assert [(fault.line, fault.column) for fault in found] == [(2, "period_start"), (2, "period_end")]
    assert "is the tag of the column period_end" in found[0].what


def test_the_docs_tell_every_column_with_its_tag() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "reference-data.md").read_text(encoding="utf-8")
    for column in COLUMNS:
        assert f"| `{column.name}` | `{column.hxl}` | {f'`{column.hapi}`' if column.hapi else ''} |" in docs
    for table_name in ("measures", "producers", "events", "places"):
        section = docs.split(f"## {table_name}.csv")[1].split("\n## ")[0]
        assert all(f"`{column.name}`" in section for column in declaration_of(table_name).columns)
