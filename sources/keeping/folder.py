"""The folder of a reference table of the user's: opened, checked, and its files replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from claims.errors import BadReferenceTable
from claims.model import Place
from claims.quick_records import dataclass
from sources.keeping.csv_lines import TableText, new_text, read_text
from sources.lookup.iso_countries import with_countries
from sources.lookup.place_tree import Gazetteer
from sources.providers.asking import PullUsageError
from sources.table import typed_cells
from sources.table.load import FaultyTable, check_table, declaration_of
from sources.table.raw import PACKS, TABLES
from sources.table.where import read_tables

_OTHER_FORMS: Final = (".xlsx", ".parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A user's table as it stands: its folder, the bytes of its files, and its observations taken apart."""

    folder: Path
    contents: Mapping[str, bytes | None]
    observations: TableText


class RefusedPullError(BadReferenceTable):
    """Pulled rows at fault, or a table that they would put at fault; nothing was written."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)


def open_table(where: str) -> Table:
    """The table in a folder, checked; an empty folder, or none yet, is an empty table.

    Raises `BadReferenceTable` where it has faults: they are to be mended first.
    """
    folder = Path(where)
    if folder.exists() and not folder.is_dir():
        raise PullUsageError(where, "is not a folder; give the folder of a reference table")
    contents = {name: _bytes_of(folder / f"{name}.csv") for name in (*TABLES, PACKS)}
    others = [file.name for file in sorted(folder.glob("*.*")) if file.stem in TABLES and file.suffix in _OTHER_FORMS]
    if others:
        raise PullUsageError(where, f"holds {', '.join(others)}; a pull writes CSV: save the tables as CSV files first")
    observations = contents["observations"]
    if observations is None:
        columns = [column.name for column in declaration_of("observations").columns]
        return Table(folder=folder, contents=contents, observations=new_text(columns))
    found = check_table(where)
    if found:
        raise FaultyTable(where, tuple(found))
    return Table(folder=folder, contents=contents, observations=read_text(observations))


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def places_of(table: Table) -> tuple[Place, ...]:
    """The places that the table knows, those of the packs beneath it and countries of ISO 3166 among them."""
    raw = read_tables(str(table.folder), may_be_empty=True)
    return with_countries(tuple(typed_cells.place(row) for row in raw.tables["places"].rows))


def country_codes(names: Iterable[str], places: Sequence[Place]) -> tuple[str, ...]:
    """The codes of countries named by code, name or alias. Raises `PullUsageError` for what is no country."""
    gazetteer = Gazetteer(places)
    countries = {place.place_id for place in places if place.kind == "country"}
    codes = [gazetteer.resolve(name.strip()) or "" for name in names]
    codes = [code.upper() if code.upper() in countries else code for code in codes]
    for name, code in zip(names, codes, strict=True):
        if code not in countries:
            raise PullUsageError("--place", f"{name!r} is no country that the table or ISO 3166 knows")
    return tuple(dict.fromkeys(codes))


def write(table: Table, files: Mapping[str, bytes]) -> None:
    """Put the new files in the place of the old ones, `observations.csv` last, each by one atomic rename.

    A history with a line more, measures and producers with rows more are good tables by themselves, so whatever happens
    between two renames leaves a good table. Raises `RefusedPullError` where somebody changed the table meanwhile, and
    `OSError`.
    """
    if any(_bytes_of(table.folder / f"{name}.csv") != table.contents[name] for name in table.contents):
        raise RefusedPullError(str(table.folder), "was changed while the pull ran; nothing was written, pull again")
    table.folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(files, key=lambda name: name == "observations"):
        _replace(table.folder / f"{name}.csv", files[name])


def _replace(file: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as scratch:
        try:
            scratch.write(content)
            scratch.flush()
            os.fsync(scratch.fileno())
            if file.exists():
                shutil.copymode(file, scratch.name)
            else:
                os.chmod(scratch.name, 0o644)
            os.replace(scratch.name, file)
        except BaseException:
            Path(scratch.name).unlink(missing_ok=True)
            raise
