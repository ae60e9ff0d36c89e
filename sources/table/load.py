"""Loading the reference table: all of it, checked, or none of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claims.errors import BadReferenceTable
from sources.lookup.iso_countries import countries, with_countries
from sources.model import ReferenceTable
from sources.table import typed
from sources.table.consistency import across_rows
from sources.table.declaration import Declaration, Fault, faults, load_declaration
from sources.table.where import TABLES, RawTable, RawTables, read_tables, shown

_SHOWN = 20


class FaultyTable(BadReferenceTable):
    """A reference table that cannot be used; `faults` has every cell at fault, the message the first twenty."""

    def __init__(self, path: str, faults: tuple[Fault, ...]) -> None:
        shown = [str(fault) for fault in faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            shown.append(f"… and {len(faults) - _SHOWN} more")
        super().__init__(path, "nothing of this reference table is used:\n  " + "\n  ".join(shown))
        self.faults = faults

    def __reduce__(self) -> tuple[type[FaultyTable], tuple[str, tuple[Fault, ...]]]:  # type: ignore[override]
        return type(self), (self.path, self.faults)


@cache
def declaration_of(table: str) -> Declaration:
    """What a row of one of the five tables must be. Raises `FileNotFoundError` where there is no such table."""
    return load_declaration(files("sources").joinpath("data", f"{table}.schema.yml"))


def load_table(where: str | None = None) -> ReferenceTable:
    """The reference table in `where` (a folder, a workbook, the address of a database), or crossfoot's own.

    Raises `FaultyTable`, a `BadReferenceTable` that names file, line, column and value of every fault.
    """
    return _typed(read_checked(where))


def read_checked(where: str | None = None) -> RawTables:
    """The rows of a reference table as text, with the line each stands on. Raises `FaultyTable`."""
    raw = _read(where)
    if found := _faults_of(raw):
        raise FaultyTable(raw.where, tuple(found))
    return raw


def check_table(where: str | None = None) -> list[Fault]:
    """Every fault of a reference table, by file, line and column; none for a good one."""
    try:
        return _faults_of(_read(where))
    except FaultyTable as error:
        return list(error.faults)


def _read(where: str | None) -> RawTables:
    try:
        return read_tables(where)
    except OSError as error:
        file = shown(where)
        what = str(error) if isinstance(error, FileNotFoundError) else f"cannot be read: {error}"
        raise FaultyTable(file, (Fault(file=file, line=0, column="", value="", what=what),)) from error


def _faults_of(raw: RawTables) -> list[Fault]:
    broken = [fault for name in TABLES for fault in raw.tables[name].faults]
    if broken:
        return broken
    known = ids_of(raw.tables)
    found = [fault for name in TABLES for fault in _table_faults(raw.tables[name], known)]
    return found or across_rows(raw.tables)


def _table_faults(table: RawTable, known: Mapping[str, frozenset[str]]) -> list[Fault]:
    declaration = declaration_of(table.name)
    return faults(table.rows, declaration, file=table.file, known=known, lines=table.lines, counted=table.counted)


def ids_of(tables: Mapping[str, RawTable]) -> dict[str, frozenset[str]]:
    """The ids that stand in each table; places know every country of ISO 3166 besides."""
    keys = {name: declaration_of(name).key[0] for name in TABLES}
    known = {name: frozenset(row.get(keys[name], "") for row in tables[name].rows) for name in TABLES}
    known["places"] |= {country.place_id for country in countries()}
    return known


def _typed(raw: RawTables) -> ReferenceTable:
    rows = {name: raw.tables[name].rows for name in TABLES}
    producers = tuple(typed.producer(row) for row in rows["producers"])
    lags = {producer.producer_id: producer.lag_days for producer in producers}
    return ReferenceTable(
        where=raw.where,
        sha256=raw.sha256,
        observations=tuple(typed.observation(row, lags) for row in rows["observations"]),
        measures=tuple(typed.measure(row) for row in rows["measures"]),
        events=tuple(typed.event(row) for row in rows["events"]),
        producers=producers,
        places=with_countries(tuple(typed.place(row) for row in rows["places"])),
    )
