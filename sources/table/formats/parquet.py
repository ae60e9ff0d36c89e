"""Parquet files, read with pyarrow, which is loaded on first use."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sources.table.formats.plain import as_cell
from sources.table.raw import RawTable, broken, from_cells, with_digest

_ROW = "row"
# rows; from there on they are kept as columns
LARGE: Final = 20_000
_LARGE_TABLE: Final = "observations"


def read_parquet(name: str, file: str, content: bytes) -> RawTable:
    """The table `name` from the bytes of a Parquet file; rows count from 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        frame = pq.read_table(io.BytesIO(content))
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return broken(name, file, 0, f"is not a Parquet file that can be read ({reason}); write it again", counted=_ROW)
    digest = hashlib.sha256(content).hexdigest()
    if name == _LARGE_TABLE and frame.num_rows > LARGE and (rows := _as_columns(frame)) is not None:
        lines = range(1, len(rows) + 1)
        return RawTable(name=name, file=file, rows=rows, lines=lines, faults=(), digest=digest, counted=_ROW)
    header = [str(column).strip() for column in frame.column_names]
    table = from_cells(name, file, header, _records(frame), counted=_ROW)
    return with_digest(table, digest)


def _as_columns(frame: Any) -> Sequence[dict[str, str]] | None:
    from sources.table.large.reading_columns import parquet_columns

    return parquet_columns(frame)


def _records(frame: Any) -> Iterator[tuple[int, list[str]]]:
    columns = [[as_cell(value) for value in column.to_pylist()] for column in frame.columns]
    for number, cells in enumerate(zip(*columns, strict=True), start=1):
        yield number, list(cells)
