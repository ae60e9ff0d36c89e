"""The files of a reference table as rows of text: which file stands for which table, and whether it can be read."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from sources.declare import Fault

TABLES: Final = ("observations", "measures", "producers", "events", "places")
PACKAGED: Final = "crossfoot's own reference table"
_LONGEST_CELL: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as text: `rows` map column to cell, `lines` tell where each row begins, `faults` what the file has."""

    name: str
    file: str
    rows: tuple[dict[str, str], ...]
    lines: tuple[int, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTables:
    """All the tables of one reference, and the SHA-256 of the bytes they were read from."""

    where: str
    sha256: str
    tables: dict[str, RawTable]


def packaged() -> Traversable:
    """The folder of the reference table that comes with crossfoot."""
    return files("sources").joinpath("data")


def find_files(where: str | None) -> dict[str, tuple[str, Traversable]]:
    """For each table the name to show and the file to read.

    A folder of the user's needs `observations.csv`; each other file that it lacks is the packaged one, whole. Raises
    `FileNotFoundError` with what to do where the folder or its `observations.csv` is not there.
    """
    own = packaged()
    if where is None:
        return {name: (f"sources/data/{name}.csv", own.joinpath(f"{name}.csv")) for name in TABLES}
    folder = Path(where)
    if not folder.is_dir():
        raise FileNotFoundError("is not a folder; give a folder that holds observations.csv")
    if not (folder / "observations.csv").is_file():
        raise FileNotFoundError("holds no observations.csv; add it, or leave out --references")
    return {name: _own_or_packaged(folder / f"{name}.csv", own) for name in TABLES}


def _own_or_packaged(file: Path, own: Traversable) -> tuple[str, Traversable]:
    if file.is_file():
        return str(file), file
    return f"sources/data/{file.name}", own.joinpath(file.name)


def read_tables(where: str | None) -> RawTables:
    """Read every table as text. Raises `FileNotFoundError` (see `find_files`) and `OSError`."""
    found = find_files(where)
    contents = {name: file.read_bytes() for name, (_, file) in found.items()}
    digest = hashlib.sha256(b"\0".join(name.encode() + b"\0" + contents[name] for name in TABLES)).hexdigest()
    tables = {name: _read_table(name, found[name][0], contents[name]) for name in TABLES}
    return RawTables(where=where if where is not None else PACKAGED, sha256=digest, tables=tables)


def _read_table(name: str, file: str, content: bytes) -> RawTable:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _at_fault(name, file, line, "is not UTF-8; save the file as UTF-8")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return _from_text(name, file, text)
    except csv.Error as error:
        return _at_fault(name, file, 1, f"is not CSV ({error}); save it as CSV with commas and quotes")


def _at_fault(name: str, file: str, line: int, what: str) -> RawTable:
    fault = Fault(file=file, line=line, column="", value="", what=what)
    return RawTable(name=name, file=file, rows=(), lines=(), faults=(fault,))


def _from_text(name: str, file: str, text: str) -> RawTable:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [cell.strip() for cell in next(reader, [])]
    rows: list[dict[str, str]] = []
    lines: list[int] = []
    found = _header_faults(header, file)
    before = reader.line_num
    for cells in reader:
        line, before = before + 1, reader.line_num
        if not any(cells):
            continue
        found += _width_faults(cells, header, file, line)
        rows.append({column: cell.strip() for column, cell in zip(header, cells, strict=False)})
        lines.append(line)
    return RawTable(name=name, file=file, rows=tuple(rows), lines=tuple(lines), faults=tuple(found))


def _header_faults(header: list[str], file: str) -> list[Fault]:
    if not header:
        what = "is empty; start it with a header line of column names"
        return [Fault(file=file, line=1, column="", value="", what=what)]
    return [
        Fault(file=file, line=1, column=column, value=column, what="stands twice in the header; keep one")
        for column in _repeated(header)
    ]


def _repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    twice: list[str] = []
    for name in names:
        if name in seen and name not in twice:
            twice.append(name)
        seen.add(name)
    return twice


def _width_faults(cells: list[str], header: list[str], file: str, line: int) -> list[Fault]:
    if len(cells) == len(header):
        return []
    what = f"makes {len(cells)} cells where the header has {len(header)}; look for a comma that needs quotes"
    return [Fault(file=file, line=line, column="", value=cells[0], what=what)]
