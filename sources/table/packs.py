"""The packaged reference table: packs, each a folder of CSV files on one crisis or field, that load beside each other.

`common` holds what several packs share (measures, producers, events, places, units) and comes with any of them. Which
packs are taken is said by a table `packs` of the user's with one row a pack; without rows it is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from sources.table.declaration import Fault
from sources.table.formats.csv_text import read_csv
from sources.table.raw import TABLES, RawTable

_COMMON: Final = "common"
# what any table needs to be read by, whichever packs there are
_ALWAYS: Final = ("topics", "units")


def packs_folder() -> Traversable:
    """The folder of the packs that come with crossfoot."""
    return files("sources").joinpath("data", "packs")


@cache
def all_packs() -> tuple[str, ...]:
    """The names of the packs, without the one that holds what they share."""
    names = sorted(folder.name for folder in packs_folder().iterdir() if folder.is_dir())
    return tuple(name for name in names if name != _COMMON and not name.startswith(("_", ".")))


def chosen_packs(choice: RawTable | None, asked: Sequence[str] | None) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The packs to load, and what is wrong with the choice; all of them where nobody chooses."""
    known = all_packs()
    if asked is not None:
        return tuple(name for name in known if name in asked), ()
    if choice is None:
        return known, ()
    rows = [(at, row.get("pack", "")) for at, row in enumerate(choice.rows)]
    what = f"is no pack; use {', '.join(known)}, or no row at all for none"
    unknown = [choice.fault_at(at, "pack", name, what) for at, name in rows if name not in known]
    told = {name for _, name in rows}
    return tuple(name for name in known if name in told), (*choice.faults, *unknown)


def pack_tables(names: Sequence[str]) -> Mapping[str, Sequence[RawTable]]:
    """For each table its parts, one a pack that has it, that of `common` first."""
    shared = TABLES if names else _ALWAYS
    parts = {name: [_part(_COMMON, name)] if name in shared else [] for name in TABLES}
    for name, found in parts.items():
        found += [_part(folder, name) for folder in names]
    return {name: [part for part in found if part is not None] for name, found in parts.items()}


@cache
def _part(pack: str, table: str) -> RawTable | None:
    file = packs_folder().joinpath(pack, f"{table}.csv")
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    return read_csv(table, f"sources/data/packs/{pack}/{table}.csv", content)
