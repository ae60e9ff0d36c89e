"""A reference table as rows of text, whatever it was read from: what every reader makes and every check takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from claims.quick_records import dataclass
from sources.table.declaration import Fault

TABLES: Final = ("observations", "measures", "producers", "events", "places", "units", "topics")
# which packs of the packaged table a reference lays itself over; a table of the user's alone
PACKS: Final = "packs"
PACKAGED: Final = "crossfoot's own reference table"
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_TAKE_OUT: Final = "holds the character U+{:04X}, which nothing prints; take it out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a row was read from, and what its lines are counted in."""

    file: str
    counted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as text: `rows` map column to cell, `lines` tell where each row stands, `faults` what the file has.

    `file` is what to show: a path, a path with its sheet, a database with its table. `lines` are counted in `counted`:
    lines of a CSV file, rows of a sheet, of a Parquet file or of a database. `digest` names the content. A table laid
    together of several files has `origins`, and for each row in `origin_of` which of them it is from.
    """

    name: str
    file: str
    rows: Sequence[dict[str, str]]
    lines: Sequence[int]
    faults: tuple[Fault, ...]
    digest: str = ""
    counted: str = "line"
    origins: tuple[Origin, ...] = ()
    origin_of: Sequence[int] = ()

    @property
    def is_large(self) -> bool:
        """Whether the rows are kept as columns (`sources.table.large`), and plain checks take only some of them."""
        return not isinstance(self.rows, tuple)

    def fault(self, line: int, column: str, value: str, what: str) -> Fault:
        """A fault of this table as a whole, or of a line of its one file."""
        return Fault(file=self.file, line=line, column=column, value=value, what=what, counted=self.counted)

    def origin(self, at: int) -> Origin:
        """What the row at index `at` was read from."""
        return self.origins[int(self.origin_of[at])] if self.origins else Origin(file=self.file, counted=self.counted)

    def fault_at(self, at: int, column: str, value: str, what: str) -> Fault:
        """A fault of the row at index `at`."""
        from_ = self.origin(at)
        return Fault(
            file=from_.file, line=int(self.lines[at]), column=column, value=value, what=what, counted=from_.counted
        )

    def told(self, at: int, beside: int) -> str:
        """Where the row at index `at` stands, for a reader who looks at the row at `beside`: "line 12"."""
        from_ = self.origin(at)
        place = f"{from_.counted} {self.lines[at]}"
        return place if from_ == self.origin(beside) else f"{place} of {from_.file}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTables:
    """All the tables of one reference, laid together, and the SHA-256 of what they were read from.

    `own` are the user's tables alone, `packs` the packaged ones beneath them.
    """

    where: str
    sha256: str
    tables: dict[str, RawTable]
    own: dict[str, RawTable] = field(default_factory=dict)
    packs: tuple[str, ...] = ()


def broken(name: str, file: str, line: int, what: str, *, counted: str = "line") -> RawTable:
    """A table that cannot be read, and why."""
    fault = Fault(file=file, line=line, column="", value="", what=what, counted=counted, whole=True)
    return RawTable(name=name, file=file, rows=(), lines=(), faults=(fault,), counted=counted)


def from_cells(
    name: str, file: str, header: list[str], records: Iterable[tuple[int, list[str]]], *, counted: str = "line"
) -> RawTable:
    """A table from its header and its records, each with the line it begins on; blank records are passed over.

    A record must have as many cells as the header; the others are faults.
    """
    found = _header_faults(header, file, counted)
    if found:
        return RawTable(name=name, file=file, rows=(), lines=(), faults=tuple(found), counted=counted)
    rows: list[dict[str, str]] = []
    lines: list[int] = []
    # most cells of a table stand in many of its rows; each is kept once
    same: dict[str, str] = {}
    for line, cells in records:
        if not any(cells):
            continue
        found += _width_faults(cells, header, file, line, counted)
        told = [cell.strip() for cell in cells]
        if _UNPRINTABLE.search(" ".join(told)):
            found += _unprintable(told, header, file, line, counted)
            rows.append(dict(zip(header, told, strict=False)))
        else:
            rows.append({column: same.setdefault(cell, cell) for column, cell in zip(header, told, strict=False)})
        lines.append(line)
    return RawTable(name=name, file=file, rows=tuple(rows), lines=tuple(lines), faults=tuple(found), counted=counted)


def by_table(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of sheets or of a database's tables by the table they stand for; two may differ in a capital alone."""
    found: dict[str, list[str]] = {}
    for name in names:
        table = name.strip().casefold()
        if table in TABLES or table == PACKS:
            found.setdefault(table, []).append(name)
    return found


def with_digest(table: RawTable, digest: str) -> RawTable:
    return replace(table, digest=digest)


def without_lines(table: RawTable, faults: Iterable[Fault]) -> RawTable:
    """The table without the rows that faults stand in."""
    lines = {(fault.file, fault.line) for fault in faults}
    kept = [at for at, line in enumerate(table.lines) if (table.origin(at).file, line) not in lines] if lines else []
    if not lines or len(kept) == len(table.lines):
        return table
    return replace(
        table,
        rows=tuple(table.rows[at] for at in kept),
        lines=tuple(table.lines[at] for at in kept),
        origin_of=[table.origin_of[at] for at in kept] if table.origins else (),
    )


def values_of(row: Mapping[str, str], columns: Iterable[str]) -> tuple[str, ...]:
    """The cells of some columns; empty where the row has no such column."""
    return tuple(row.get(column, "") for column in columns)


def _unprintable(cells: list[str], header: list[str], file: str, line: int, counted: str) -> list[Fault]:
    """The cells with a zero byte or its like: no reader of the table would show it."""
    return [
        Fault(file=file, line=line, column=column, value=cell, what=_TAKE_OUT.format(ord(mark[0])), counted=counted)
        for column, cell in zip(header, cells, strict=False)
        if (mark := _UNPRINTABLE.search(cell))
    ]


def _header_faults(header: list[str], file: str, counted: str) -> list[Fault]:
    if any(_UNPRINTABLE.search(column) for column in header):
        what = "holds characters that nothing prints in its header; is it a CSV file in UTF-8?"
        return [Fault(file=file, line=1, column="", value="", what=what, counted=counted, whole=True)]
    if not any(header):
        what = "is empty; start it with a header line of column names"
        return [Fault(file=file, line=1, column="", value="", what=what, counted=counted, whole=True)]
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        what = "is not parted by commas; save it as CSV with commas and quotes"
        return [Fault(file=file, line=1, column="", value=header[0][:40], what=what, counted=counted, whole=True)]
    what = "stands twice in the header; keep one"
    return [
        Fault(file=file, line=1, column=column, value=column, what=what, counted=counted, whole=True)
        for column in _repeated(column for column in header if column)
    ]


def _repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    twice: list[str] = []
    for name in names:
        if name in seen and name not in twice:
            twice.append(name)
        seen.add(name)
    return twice


def _width_faults(cells: list[str], header: list[str], file: str, line: int, counted: str) -> list[Fault]:
    if len(cells) == len(header):
        return []
    todo = "look for a comma that needs quotes" if counted == "line" else "name their columns, or clear them"
    what = f"makes {len(cells)} cells where the header has {len(header)}; {todo}"
    return [Fault(file=file, line=line, column="", value=cells[0], what=what, counted=counted)]
