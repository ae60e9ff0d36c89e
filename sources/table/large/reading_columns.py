"""A large CSV or Parquet file read as columns; whatever is odd about it is left to the reader that names its lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from sources.table.formats.plain import as_cell
from sources.table.large.column_rows import ColumnRows

_MARK: Final = b"\xef\xbb\xbf"
# what nothing prints, as `sources.table.raw` has it
_CONTROL: Final = np.array([at < 0x20 and at not in (0x09, 0x0A, 0x0D) or at == 0x7F for at in range(256)])
_NO_CHARACTERS: Final = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
# the first bytes that are looked at for the header
_HEAD: Final = 65_536
_BLOCK: Final = 8 << 20
Lines = NDArray[np.int64]


def csv_columns(content: bytes) -> tuple[ColumnRows, Lines] | None:
    """The rows of a CSV file and the line each begins on; `None` where it is not quite plain, or a row is blank."""
    if _holds_unprintable(content):
        return None
    start = len(_MARK) if content.startswith(_MARK) else 0
    header = _header(content[start:_HEAD])
    if header is None:
        return None
    try:
        columns = _parsed(content, start, header)
    except (pa.ArrowException, UnicodeDecodeError):
        return None
    rows = ColumnRows(columns)
    if not len(rows) or _is_tag(rows[0]) or not rows.filled(header[0]).all():
        return None
    return rows, _lines(rows)


def _holds_unprintable(content: bytes) -> bool:
    """Whether a byte that nothing prints stands in a file, looked for a block at a time."""
    if any(mark in content for mark in _NO_CHARACTERS):
        return True
    blocks = (
        np.frombuffer(content, np.uint8, min(_BLOCK, len(content) - at), at) for at in range(0, len(content), _BLOCK)
    )
    return any(_CONTROL[block].any() for block in blocks)


def _header(head: bytes) -> list[str] | None:
    """The names of the columns, where they stand on one line, each once."""
    try:
        reader = csv.reader(io.StringIO(head.decode("utf-8", "ignore"), newline=""), strict=True)
        names = [cell.strip() for cell in next(reader, [])]
    except csv.Error:
        return None
    plain = reader.line_num == 1 and len(names) > 1 and all(names) and len(set(names)) == len(names)
    return names if plain else None


def _parsed(content: bytes, start: int, header: Sequence[str]) -> dict[str, Any]:
    from pyarrow import csv as arrow_csv

    kind = pa.dictionary(pa.int32(), pa.string())
    table = arrow_csv.read_csv(
        pa.py_buffer(memoryview(content)[start:]),
        read_options=arrow_csv.ReadOptions(column_names=list(header), skip_rows=1, block_size=_BLOCK),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(header, kind), strings_can_be_null=False, null_values=[]
        ),
    )
    return {name: _stripped(_whole(table.column(name))) for name in header}


def _whole(column: Any) -> Any:
    whole = column.unify_dictionaries().combine_chunks()
    return whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole


def _stripped(column: Any) -> Any:
    """A column whose cells have no white space at their ends."""
    trimmed = pc.utf8_trim_whitespace(column.dictionary)
    if trimmed.equals(column.dictionary):
        return column
    again = trimmed.dictionary_encode()
    return pa.DictionaryArray.from_arrays(again.indices.take(column.indices), again.dictionary)


def _is_tag(row: dict[str, str]) -> bool:
    cells = [cell for cell in row.values() if cell]
    return bool(cells) and all(cell.startswith("#") for cell in cells)


def _lines(rows: ColumnRows) -> Lines:
    """Rows stand on lines 2, 3, 4 …, later where cells before them hold line ends."""
    within = np.zeros(len(rows), dtype=np.int64)
    for column in rows.columns:
        if not any("\n" in word for word in rows.words(column)):
            continue
        breaks = np.fromiter((word.count("\n") for word in rows.words(column)), dtype=np.int64)
        within += breaks[rows.codes(column)]
    before = np.cumsum(within) - within
    return np.arange(2, len(rows) + 2, dtype=np.int64) + before


def parquet_columns(frame: Any) -> ColumnRows | None:
    """The rows of a Parquet file that was read, each distinct value once as the text a CSV file would hold."""
    try:
        columns = {
            str(name).strip(): _of_values(column)
            for name, column in zip(frame.column_names, frame.columns, strict=True)
        }
    except pa.ArrowException:
        return None
    rows = ColumnRows(columns)
    key = rows.columns[0] if rows.columns else ""
    plain = len(columns) == frame.num_columns and all(columns) and len(rows) and rows.filled(key).all()
    return rows if plain and not _is_tag(rows[0]) and not _unprintable(rows) else None


def _of_values(column: Any) -> Any:
    whole = _whole(column.dictionary_encode())
    texts = pa.array([as_cell(value).strip() for value in whole.dictionary.to_pylist()], pa.string())
    indices = whole.indices
    if whole.null_count:
        texts = pa.concat_arrays([texts, pa.array([""], pa.string())])
        indices = indices.fill_null(len(texts) - 1)
    again = texts.dictionary_encode()
    return pa.DictionaryArray.from_arrays(again.indices.take(indices), again.dictionary)


def _unprintable(rows: ColumnRows) -> bool:
    return any(_holds_unprintable("\n".join(rows.words(column)).encode()) for column in rows.columns)
