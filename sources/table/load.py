"""Loading the reference table: all of it, checked, or none of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

from claims.errors import BadReferenceTable
from sources.lookup.iso_countries import countries, with_countries
from sources.model import Observation, ReferenceTable
from sources.table import typed_cells
from sources.table.between.consistency import across_rows
from sources.table.declaration import Declaration, Fault, load_declaration
from sources.table.declared_faults import faults
from sources.table.packs import pack_tables
from sources.table.raw import without_lines
from sources.table.told_by_rows import counts_in, told_by_rows
from sources.table.unit_rows import unit_scales
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
    """What a row of one of the tables must be. Raises `FileNotFoundError` where there is no such table."""
    return load_declaration(files("sources").joinpath("data", f"{table}.schema.yml"))


def load_table(where: str | None = None, packs: Sequence[str] | None = None) -> ReferenceTable:
    """The reference table in `where` (a folder, a workbook, the address of a database) over crossfoot's own.

    `packs`: the names of those of crossfoot's packs to take, whatever the table says; () is none. Raises
    `FaultyTable`, a `BadReferenceTable` that names file, line, column and value of every fault.
    """
    return _kept(read_checked(where, packs))


class _Latest:
    """The table made last, by what it was made of: a process that checks letter after letter makes it once.

    One only, and never a large one, whose rows are made when they are asked for.
    """

    made: tuple[tuple[str, str, tuple[str, ...]], ReferenceTable] | None = None


def _kept(raw: RawTables) -> ReferenceTable:
    if raw.tables["observations"].is_large:
        return _typed(raw)
    of = (raw.where, raw.sha256, raw.packs)
    made = _Latest.made
    if made is None or made[0] != of:
        made = (of, _typed(raw))
        _Latest.made = made
    return made[1]


def read_checked(where: str | None = None, packs: Sequence[str] | None = None) -> RawTables:
    """The rows of a reference table as text, with the line each stands on. Raises `FaultyTable`.

    The user's own rows are checked; the packs are crossfoot's own, checked by `check_table` when they change.
    """
    raw = _read(where, packs)
    if found := _faults_of(raw, packaged=False):
        raise FaultyTable(raw.where, tuple(found))
    return raw


def check_table(where: str | None = None, packs: Sequence[str] | None = None) -> list[Fault]:
    """Every fault of a reference table, by file, line and column; without `where` those of the packs."""
    try:
        return _faults_of(_read(where, packs), packaged=where is None)
    except FaultyTable as error:
        return list(error.faults)


def _read(where: str | None, packs: Sequence[str] | None) -> RawTables:
    try:
        return read_tables(where, packs=packs)
    except OSError as error:
        file = shown(where)
        what = str(error) if isinstance(error, FileNotFoundError) else f"cannot be read: {error}"
        raise FaultyTable(file, (Fault(file=file, line=0, column="", value="", what=what),)) from error


def _faults_of(raw: RawTables, *, packaged: bool) -> list[Fault]:
    """All faults in one go: of files, of cells, and between the rows that are good by themselves.

    A table that cannot be read as a whole is not looked up: what it would know is not known.
    """
    broken = [fault for name in TABLES for fault in raw.tables[name].faults]
    unread = {name for name in TABLES if any(fault.whole for fault in raw.tables[name].faults)}
    parts = [part for name in TABLES if name not in unread for part in _parts(raw, name, packaged)]
    known = {name: ids for name, ids in ids_of(raw.tables).items() if name not in unread} if parts else {}
    found = [*broken, *(fault for part in parts for fault in _table_faults(part, known))]
    if not parts or any(fault.whole for fault in found):
        return found
    looked_at = {part.file for part in parts if part.name == "observations"}
    return [*found, *_between(raw.tables, found, looked_at)]


def _between(tables: Mapping[str, RawTable], found: Sequence[Fault], files: Collection[str]) -> list[Fault]:

    if not tables["observations"].is_large:
        return across_rows(tables, found, files)
    from sources.table.large.checking import for_checks

    examples = across_rows(for_checks(tables), found, files)
    return across_rows(for_checks(tables, examples), found, files) if examples else examples


def _parts(raw: RawTables, name: str, packaged: bool) -> Sequence[RawTable]:
    """The files whose rows are to be looked at, but for those that are no rows: the user's, or those of the packs."""
    if packaged:
        return pack_tables(raw.packs)[name]
    return [without_lines(raw.own[name], raw.own[name].faults)] if name in raw.own else []


def _table_faults(table: RawTable, known: Mapping[str, Collection[str]]) -> list[Fault]:
    declaration = declaration_of(table.name)
    if table.is_large:
        from sources.table.large.checking import large_cell_faults

        return large_cell_faults(table, declaration, known)
    return faults(table.rows, declaration, file=table.file, known=known, lines=table.lines, counted=table.counted)


def ids_of(tables: Mapping[str, RawTable]) -> dict[str, Collection[str]]:
    """The ids that stand in each table; places know every country of ISO 3166 besides."""
    known = {name: _ids(tables[name], declaration_of(name).key[0]) for name in TABLES}
    known["places"] = frozenset((*known["places"], *(country.place_id for country in countries())))
    return known


def _ids(table: RawTable, key: str) -> Collection[str]:
    if table.is_large:
        from sources.table.large.column_rows import columns_of
        from sources.table.large.laid_columns import ColumnIds

        return ColumnIds(columns_of(table), key)
    return frozenset(row.get(key, "") for row in table.rows)


def _typed(raw: RawTables) -> ReferenceTable:
    rows = {name: raw.tables[name].rows for name in TABLES if name != "observations"}
    places = with_countries(tuple(typed_cells.place(row) for row in rows["places"]))
    by_measure, by_producer = told_by_rows(raw.tables["observations"], places)
    kinds = {row["unit_id"]: row["dimension"] for row in rows["units"]}
    known = {row["measure_id"] for row in rows["measures"]}
    producers = tuple(typed_cells.producer(row, counts_in(row, by_producer, places)) for row in rows["producers"])
    context = typed_cells.Context(
        lag_days={producer.producer_id: producer.lag_days for producer in producers},
        units={row["measure_id"]: row["unit"] for row in rows["measures"]},
        scales=unit_scales(rows["units"]),
    )
    return ReferenceTable(
        where=raw.where,
        sha256=raw.sha256,
        observations=_observations(raw.tables["observations"], context),
        measures=tuple(
            typed_cells.measure(
                row, known, by_measure.get(row["measure_id"], typed_cells.Told()), kinds.get(row["unit"], "count")
            )
            for row in rows["measures"]
        ),
        events=tuple(typed_cells.event(row) for row in rows["events"]),
        producers=producers,
        places=places,
        units=tuple(typed_cells.unit(row) for row in rows["units"]),
        topics=tuple(typed_cells.topic(row) for row in rows["topics"]),
    )


def _observations(table: RawTable, context: typed_cells.Context) -> Sequence[Observation]:
    if table.is_large:
        from sources.table.large.typed_rows import typed_rows

        return typed_rows(table, context)
    return tuple(typed_cells.observation(row, context) for row in table.rows)
