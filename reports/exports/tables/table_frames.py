"""The tables of a run as frames and as files: Parquet and CSV, typed also where a column or a table is empty.

The same rows give the same bytes: no index, no clock, no library metadata, one line ending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.gates.checks import TABLES, declaration_of
from reports.exports.tables.table_cells import (
    Rows,
    plain_date,
    plain_integer,
    plain_number,
    plain_text,
    quoted,
    shown_lines,
)
from sources.table.declaration import ColumnType, Declaration

if TYPE_CHECKING:
    from pandas import DataFrame, Series


def frames(rows: Mapping[str, Rows]) -> dict[str, DataFrame]:
    """Each table's rows as a frame with the declared columns in their order; a column without values keeps its type.

    Text is `str`, whole numbers `Int64`, numbers `float64`, booleans `boolean`, dates `datetime64[s]` at midnight.
    """
    return {table: _frame(declaration_of(table), rows[table]) for table in rows}


def write_tables(
    frames: Mapping[str, DataFrame], folder: Path, lines: Callable[[str], Iterable[bytes]] | None = None
) -> tuple[Path, ...]:
    """Writes `<table>.parquet` and `<table>.csv` into `folder` for the tables of the contract; the files written.

    `lines` gives the rows of a table as they stand in its CSV file, where that is made already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in TABLES:
        if table in frames:
            parquet, csv, declaration = folder / f"{table}.parquet", folder / f"{table}.csv", declaration_of(table)
            write_parquet(arrow_table(table, frames[table]), parquet)
            write_csv(table, lines(table) if lines else [_lines_of_frame(frames[table], declaration)], csv)
            written += [parquet, csv]
    return tuple(written)


def _frame(declaration: Declaration, rows: Rows) -> DataFrame:
    import pandas as pd

    columns = {
        column.name: _SERIES[column.type]([row.get(column.name) for row in rows]) for column in declaration.columns
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def _text(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series([plain_text(value) for value in values], dtype="str")


def _integers(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series([plain_integer(value) for value in values], dtype="Int64")


def _numbers(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series([plain_number(value) for value in values], dtype="float64")


def _booleans(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series(values, dtype="boolean")


def _dates(values: list[object]) -> Series[Any]:
    import numpy as np
    import pandas as pd

    # In seconds: nanoseconds end in the year 2262 and begin in 1677, and letters speak of both sides.
    return pd.Series(np.array([plain_date(value) for value in values], dtype="datetime64[s]"))


_SERIES: dict[ColumnType, Callable[[list[object]], Series[Any]]] = {
    "text": _text,
    "integer": _integers,
    "number": _numbers,
    "boolean": _booleans,
    "date": _dates,
}


def arrow_table(table: str, frame: DataFrame) -> Any:
    """The rows of a table as they stand in its Parquet file, as a table of Arrow."""
    import pyarrow as pa

    declaration = declaration_of(table)
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schema = pa.schema([pa.field(column.name, types[column.type]) for column in declaration.columns])
    cells = [
        pa.array(_cells(frame, column.name, column.type), type=types[column.type]) for column in declaration.columns
    ]
    return pa.Table.from_arrays(cells, schema=schema)


def write_parquet(rows: Any, path: Path) -> None:
    """Write a table of Arrow. Raises OSError."""
    import pyarrow.parquet as pq

    pq.write_table(rows, path, compression="zstd")


def _cells(frame: DataFrame, name: str, kind: ColumnType) -> list[Any]:
    """The cells of a column as plain Python values, None where empty; a column that is missing is all empty."""
    if name not in frame.columns:
        return [None] * len(frame)
    values = [
        None if missing else value for value, missing in zip(frame[name].tolist(), frame[name].isna(), strict=True)
    ]
    return [None if value is None else value.date() for value in values] if kind == "date" else values


def write_csv(table: str, lines: Iterable[bytes], path: Path) -> None:
    """Write a table's CSV file of its lines. Raises OSError."""
    with path.open("wb") as file:
        file.write((",".join(quoted(column.name) for column in declaration_of(table).columns) + "\n").encode())
        file.writelines(lines)


def _lines_of_frame(frame: DataFrame, declaration: Declaration) -> bytes:
    columns = declaration.columns
    return shown_lines(columns, [_cells(frame, column.name, column.type) for column in columns]).encode("utf-8")
