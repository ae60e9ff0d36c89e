"""A pack of the packaged table in every form a team may keep it in."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from sources.table.packs import packs_folder

TABLES = ("observations", "measures", "producers", "events", "places")
Rows = dict[str, list[list[Any]]]


@pytest.fixture
def rows() -> Rows:
    """Each table of a pack as a header and its rows of text; a test may edit them before it writes them."""
    found: Rows = {}
    for name in TABLES:
        text = packs_folder().joinpath("myanmar", f"{name}.csv").read_text(encoding="utf-8")
        found[name] = list(csv.reader(text.splitlines(keepends=True)))
    return found


def write_workbook(path: Path, rows: Rows, names: Iterable[str] = TABLES) -> str:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in names:
        sheet = book.create_sheet(name)
        for row in rows[name]:
            sheet.append([cell or None for cell in row])
    book.save(path)
    return str(path)


def write_parquet(folder: Path, rows: Rows, names: Iterable[str] = TABLES) -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name in names:
        header, *records = rows[name]
        columns = {column: [row[at] or None for row in records] for at, column in enumerate(header)}
        pq.write_table(pa.table(columns), folder / f"{name}.parquet")
    return str(folder)


def write_sqlite(path: Path, rows: Rows, names: Iterable[str] = TABLES) -> str:
    with sqlite3.connect(path) as database:
        for name in names:
            header, *records = rows[name]
            columns = ", ".join(f'"{column}"' for column in header)
            database.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("?" for _ in header)
            database.executemany(
                f'INSERT INTO "{name}" VALUES ({marks})', [[cell or None for cell in row] for row in records]
            )
    database.close()
    return f"sqlite:///{path}"


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., str]:
    return lambda rows, *names: write_workbook(tmp_path / "team.xlsx", rows, names or TABLES)


@pytest.fixture
def parquet(tmp_path: Path) -> Callable[..., str]:
    return lambda rows, *names: write_parquet(tmp_path, rows, names or TABLES)


@pytest.fixture
def sqlite(tmp_path: Path) -> Callable[..., str]:
    return lambda rows, *names: write_sqlite(tmp_path / "team.db", rows, names or TABLES)
