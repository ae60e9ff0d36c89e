"""The tables of a run as frames and as files: Parquet and CSV, typed also where a column or a table is empty.

The same rows give the same bytes: no index, no clock, no library metadata, one line ending.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.gates.checks import TABLES, declaration_of
from sources.table.cell_values import is_empty
from sources.table.declaration import Column, ColumnType, Declaration

if TYPE_CHECKING:
    from pandas import DataFrame, Series

Rows = Sequence[Mapping[str, object]]
LARGEST = 2**63 - 1
# What a spreadsheet takes for a formula; "-4.5", "- River Watch" and a comparator "=" are none.
FORMULA = re.compile(r"[=+@\t\r].|-(?![ ]|[0-9.,]+$).", re.DOTALL)


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
            _write_parquet(frames[table], declaration, parquet)
            _write_csv(declaration, lines(table) if lines else [_lines_of_frame(frames[table], declaration)], csv)
            written += [parquet, csv]
    return tuple(written)


def csv_lines(table: str, rows: Rows) -> str:
    """Rows as they stand in the table's CSV file."""
    columns = declaration_of(table).columns
    return _shown_lines(columns, [[_PLAIN[one.type](row.get(one.name)) for row in rows] for one in columns])


def _frame(declaration: Declaration, rows: Rows) -> DataFrame:
    import pandas as pd

    columns = {
        column.name: _SERIES[column.type]([row.get(column.name) for row in rows]) for column in declaration.columns
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def _text(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series([_plain_text(value) for value in values], dtype="str")


def _plain_text(value: object) -> str | None:
    if value is None:  # most cells are that, or words
        return None
    if value.__class__ is str:
        return value if value.strip() else None
    return None if is_empty(value) else str(value)


def _integers(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series([_plain_integer(value) for value in values], dtype="Int64")


def _plain_integer(value: object) -> int | None:
    # A list number of 30 digits is no number a table can hold; the entry's text still has it.
    return value if isinstance(value, int) and -LARGEST <= value <= LARGEST else None


def _numbers(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series([_plain_number(value) for value in values], dtype="float64")


def _plain_number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _booleans(values: list[object]) -> Series[Any]:
    import pandas as pd

    return pd.Series(values, dtype="boolean")


def _dates(values: list[object]) -> Series[Any]:
    import numpy as np
    import pandas as pd

    # In seconds: nanoseconds end in the year 2262 and begin in 1677, and letters speak of both sides.
    return pd.Series(np.array([_plain_date(value) for value in values], dtype="datetime64[s]"))


def _plain_date(value: object) -> str | None:
    return None if value is None else str(value)


_SERIES: dict[ColumnType, Callable[[list[object]], Series[Any]]] = {
    "text": _text,
    "integer": _integers,
    "number": _numbers,
    "boolean": _booleans,
    "date": _dates,
}
_PLAIN: dict[ColumnType, Callable[[object], object]] = {
    "text": _plain_text,
    "integer": _plain_integer,
    "number": _plain_number,
    "boolean": lambda value: value,
    "date": _plain_date,
}
"""A cell as it stands in a column of that type, `None` where it is empty."""


def _write_parquet(frame: DataFrame, declaration: Declaration, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

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
    pq.write_table(pa.Table.from_arrays(cells, schema=schema), path, compression="zstd")


def _cells(frame: DataFrame, name: str, kind: ColumnType) -> list[Any]:
    """The cells of a column as plain Python values, None where empty; a column that is missing is all empty."""
    if name not in frame.columns:
        return [None] * len(frame)
    values = [
        None if missing else value for value, missing in zip(frame[name].tolist(), frame[name].isna(), strict=True)
    ]
    return [None if value is None else value.date() for value in values] if kind == "date" else values


def _write_csv(declaration: Declaration, lines: Iterable[bytes], path: Path) -> None:
    with path.open("wb") as file:
        file.write((",".join(_quoted(column.name) for column in declaration.columns) + "\n").encode())
        file.writelines(lines)


def _lines_of_frame(frame: DataFrame, declaration: Declaration) -> bytes:
    columns = declaration.columns
    return _shown_lines(columns, [_cells(frame, column.name, column.type) for column in columns]).encode("utf-8")


def _shown_lines(columns: Sequence[Column], cells: Sequence[Sequence[object]]) -> str:
    """The lines of a CSV file, of cells column by column."""
    shown = [[_SHOW[column.type](cell) for cell in of_it] for column, of_it in zip(columns, cells, strict=True)]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in zip(*shown, strict=True))


def _quoted(cell: str) -> str:
    """A cell as RFC 4180 has it. The `csv` module of some Python versions leaves a lone carriage return unquoted."""
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if any(sign in cell for sign in ',"\r\n') else cell


def _show_text(value: object) -> str:
    """A text as a cell. A signatory called "=HYPERLINK(…)" must not become a formula where an editor opens the file."""
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text


def _show_number(value: object) -> str:
    """A number without a false ".0": 4206, not 4206.0; empty for none."""
    if not isinstance(value, float) or math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _show_boolean(value: object) -> str:
    return "" if value is None else str(value).lower()


def _show_plain(value: object) -> str:
    return "" if value is None else str(value)


_SHOW: dict[ColumnType, Callable[[object], str]] = {
    "text": _show_text,
    "integer": _show_plain,
    "number": _show_number,
    "boolean": _show_boolean,
    "date": _show_plain,
}
