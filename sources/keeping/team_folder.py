"""The folder of a team's own rows, opened to add one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from sources.keeping.folder import Table, open_table
from sources.lookup.iso_countries import with_countries
from sources.lookup.place_tree import Gazetteer
from sources.table import typed_cells
from sources.table.load import FaultyTable, ids_of
from sources.table.raw import TABLES, RawTables
from sources.table.where import read_tables

EXPORT_FIRST: Final = "make a copy of the packaged table with `crossfoot sources export DIR` and add to that"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A user's table that a row is added to: its files, its tables as text, the ids they know, its places."""

    where: str
    table: Table
    raw: RawTables
    known: Mapping[str, Collection[str]]
    gazetteer: Gazetteer


def open_ledger(where: str | None) -> Ledger:
    """The user's table in folder `where`; a folder that is empty, or not there yet, is one that begins.

    Raises `CrossfootError` where there is no folder of CSV files to add to, `FaultyTable` where the table has faults.
    """
    folder = _folder_of(where)
    try:
        table = open_table(str(folder))
        raw = read_tables(str(folder), may_be_empty=True)
    except OSError as error:
        raise CrossfootError(str(folder), f"cannot be read: {error}") from error
    if broken := [fault for name in TABLES for fault in raw.tables[name].faults]:
        raise FaultyTable(str(folder), tuple(broken))
    places = with_countries(tuple(typed_cells.place(row) for row in raw.tables["places"].rows))
    return Ledger(where=str(folder), table=table, raw=raw, known=ids_of(raw.tables), gazetteer=Gazetteer(places))


def _folder_of(where: str | None) -> Path:
    if where is None:
        raise CrossfootError("--references", f"is missing: the packaged table is never changed; {EXPORT_FIRST}")
    if "://" in where:
        raise CrossfootError("--references", "is a database; add the row there, then run `crossfoot sources check`")
    folder = Path(where)
    if folder.exists() and not folder.is_dir():
        raise CrossfootError(where, f"is a file; rows are added to a folder of CSV files: {EXPORT_FIRST}")
    if not (folder / "observations.csv").exists() and any(folder.glob("observations.*")):
        raise CrossfootError(where, "has its observations in another form than CSV; add the row there, then check it")
    return folder
