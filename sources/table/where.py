"""Where a reference table is and what stands for which of its tables: a folder of files, a workbook, a database.

The user's tables lie over the packaged ones, row by row; which packs those are is said by a table `packs` of the
user's, or by the caller. Without either all of them are there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from claims.errors import CrossfootError
from sources.table.formats.csv_text import read_csv
from sources.table.formats.database_address import is_address, shown_place
from sources.table.laying import KEYS, laid_over
from sources.table.packs import chosen_packs, pack_tables
from sources.table.raw import PACKAGED, PACKS, TABLES, RawTable, RawTables, broken

__all__ = ["KEPT", "PACKAGED", "TABLES", "RawTable", "RawTables", "absolute", "read_tables", "shown", "told"]

KEPT: Final = "env:"
"""How a reference begins that an environment variable holds: `env:NAME`, so that no password need be written down."""

_FORMS: Final = (
    "give a folder that holds observations.csv (or .xlsx, .parquet), a workbook, or the address of a database"
    " (sqlite:///table.db)"
)
_ENDINGS: Final = (".csv", ".xlsx", ".parquet")


def shown(where: str | None) -> str:
    """A reference as it may be shown and written down: the address of a database without its password."""
    return PACKAGED if where is None else shown_place(told(where))


def absolute(where: str) -> str:
    """A reference that means the same from any working folder; an address, or where one is kept, stays as it is."""
    return where if is_address(where) or where.startswith(KEPT) else str(Path(where).resolve())


def told(where: str) -> str:
    """The reference itself: of `env:NAME` what the environment variable NAME holds. Raises `CrossfootError`."""
    if not where.startswith(KEPT):
        return where
    name = where.removeprefix(KEPT)
    if not (value := os.environ.get(name, "").strip()):
        raise CrossfootError(where, f"the environment variable {name} is not set; put the table's address into it")
    return value


def read_tables(where: str | None, *, may_be_empty: bool = False, packs: Sequence[str] | None = None) -> RawTables:
    """Read every table as text: the packs, and the user's own rows laid over them by their ids.

    `where` is a folder, a workbook, the address of a database, or `None` for the packaged table alone. `packs` chooses
    among the packs whatever the user's table `packs` says; () is none. Raises `FileNotFoundError` with what to do where
    there is no such reference, and `OSError`. `may_be_empty`: a folder without tables, or none yet, is one that begins.
    """
    own = {} if where is None else _own(told(where), may_be_empty=may_be_empty)
    choice = own.pop(PACKS, None)
    names, found = chosen_packs(choice, packs)
    parts = pack_tables(names)
    tables = {name: laid_over(name, parts[name], own.get(name)) for name in TABLES}
    if found:
        tables["observations"] = replace(tables["observations"], faults=(*found, *tables["observations"].faults))
    digests = b"\0".join(f"{name}\0{tables[name].digest}".encode() for name in TABLES)
    sha256 = hashlib.sha256(digests).hexdigest()
    return RawTables(where=shown(where), sha256=sha256, tables=tables, own=own, packs=names)


def _own(where: str, *, may_be_empty: bool) -> dict[str, RawTable]:
    if is_address(where):
        from sources.table.formats.database import read_database

        return read_database(where, {**KEYS, PACKS: "pack"})
    path = Path(where)
    if path.is_file():
        return _of_file(path)
    if not path.is_dir() and not may_be_empty:
        raise FileNotFoundError(f"is not a folder; {_FORMS}")
    return _of_folder(path, may_be_empty=may_be_empty)


def _of_file(path: Path) -> dict[str, RawTable]:
    if path.suffix.casefold() != ".xlsx":
        raise FileNotFoundError(f"is not a workbook (.xlsx); {_FORMS}")
    from sources.table.formats.workbook import read_workbook

    return read_workbook(str(path), path.read_bytes())


def _of_folder(folder: Path, *, may_be_empty: bool) -> dict[str, RawTable]:
    found = {name: _files(folder, name) for name in (*TABLES, PACKS)}
    tables = {name: _of_files(name, paths) for name, paths in found.items() if paths}
    if not tables and not may_be_empty:
        raise FileNotFoundError("holds no observations.csv (nor .xlsx, .parquet); add it, or leave out --references")
    return tables


def _files(folder: Path, name: str) -> list[Path]:
    return [path for ending in _ENDINGS if (path := folder / f"{name}{ending}").is_file()]


def _of_files(name: str, paths: list[Path]) -> RawTable:
    """The table in its one file; of two forms of one table none is the right one."""
    path = paths[0]
    if len(paths) > 1:
        others = " and ".join(other.name for other in paths[1:])
        return broken(name, str(path), 0, f"stands beside {others}; keep the one that counts")
    if path.suffix == ".csv":
        return read_csv(name, str(path), path.read_bytes())
    if path.suffix == ".parquet":
        from sources.table.formats.parquet import read_parquet

        return read_parquet(name, str(path), path.read_bytes())
    from sources.table.formats.workbook import read_sheet

    return read_sheet(name, str(path), path.read_bytes())
