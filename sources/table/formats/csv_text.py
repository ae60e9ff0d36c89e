"""CSV files: UTF-8, commas, quotes where a cell has a comma; no library beyond Python's own."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

from sources.table.hxl import without_tags
from sources.table.raw import RawTable, broken, from_cells, with_digest

_LONGEST_CELL: Final = 1_000_000
# bytes; below it the plain reader is as quick, and Arrow need not be loaded
LARGE: Final = 8_000_000
_LARGE_TABLE: Final = "observations"


def read_csv(name: str, file: str, content: bytes) -> RawTable:
    """The table `name` from the bytes of a CSV file; `file` is what to call it."""
    digest = hashlib.sha256(content).hexdigest()
    if name == _LARGE_TABLE and len(content) > LARGE and (large := _as_columns(name, file, content)) is not None:
        return with_digest(large, digest)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return broken(name, file, line, "is not UTF-8; save the file as UTF-8")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = [cell.strip() for cell in next(reader, [])]
        table = without_tags(from_cells(name, file, header, _records(reader)))
    except csv.Error as error:
        return broken(name, file, 1, f"is not CSV ({error}); save it as CSV with commas and quotes")
    return with_digest(table, digest)


def _as_columns(name: str, file: str, content: bytes) -> RawTable | None:
    """A large table as columns, read with Arrow; `None` where something about it asks for the reader of lines."""
    from sources.table.large.reading_columns import csv_columns

    read = csv_columns(content)
    return (
        None
        if read is None
        else RawTable(name=name, file=file, rows=read[0], lines=cast(Sequence[int], read[1]), faults=())
    )


def _records(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on: a quoted cell may hold line ends."""
    before = reader.line_num
    for cells in reader:
        line, before = before + 1, reader.line_num
        yield line, cells
