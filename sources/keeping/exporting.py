"""A reference table written out as a folder of CSV files, in the declared columns: a copy to start one's own from."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from claims.errors import CrossfootError
from sources.table.load import declaration_of
from sources.table.raw import TABLES, RawTable, RawTables


def export_tables(raw: RawTables, folder: Path) -> tuple[Path, ...]:
    """Write the tables as CSV into `folder`, made if it is not there; the files written.

    Raises `CrossfootError` where one of them stands there already, before anything is written.
    """
    files = {name: folder / f"{name}.csv" for name in TABLES}
    standing = [file.name for file in files.values() if file.exists()]
    if folder.exists() and not folder.is_dir():
        raise CrossfootError(str(folder), "is a file; name a folder for the copy")
    if standing:
        raise CrossfootError(str(folder), f"has {', '.join(standing)} already; name an empty folder for the copy")
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in files.items():
        file.write_bytes(as_csv(raw.tables[name]))
    return tuple(files.values())


def as_csv(table: RawTable) -> bytes:
    """A table as CSV: the declared columns first, then those that only its owner knows."""
    declared = [column.name for column in declaration_of(table.name).columns]
    more = dict.fromkeys(column for row in table.rows[:1] for column in row if column and column not in declared)
    header = [*declared, *more]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row.get(column, "") for column in header] for row in table.rows)
    return text.getvalue().encode("utf-8")
