"""Pulled figures and a reference table of the user's: what is new, what revises what, and the table after it.

Everything is checked before anything is written: the rows alone, then the whole table as it would be. What stands in
the way of one row stands in the way of all, and the table keeps every byte it had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from claims.quick_records import dataclass
from sources.keeping.csv_lines import TableText, new_text, read_text, with_changes
from sources.keeping.folder import RefusedPullError, Table, places_of
from sources.keeping.pulled_rows import free_id, row_of
from sources.lookup.place_tree import Gazetteer
from sources.providers.asking import Figure
from sources.providers.vocabulary import rows_of
from sources.table.declaration import Fault
from sources.table.declared_faults import faults
from sources.table.load import check_table, declaration_of
from sources.table.where import read_tables

Row = Mapping[str, str]
_SERIES: Final = (
    "producer_id", "measure_id", "event", "place", "place_code", "period_start", "period_end", "period_end_text",
    "published_by", "title",
)  # fmt: skip
_SAID: Final = ("value", "low", "high", "comparator", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a pull does to a table: rows added, rows superseded (by the ids of both), rows that stand already."""

    files: Mapping[str, bytes]
    added: tuple[Row, ...]
    superseded: tuple[tuple[str, str], ...]
    unchanged: int
    vocabulary: tuple[str, ...] = field(default=())


def merged(table: Table, figures: Iterable[Figure], accessed_on: date, provider: str) -> Merged:
    """The table with the figures put in. Raises `RefusedPullError`; writes nothing.

    A figure of a series and date that the table has from the same publisher and title is skipped where it says the
    same, and else becomes a new row that supersedes the old one.
    """
    gazetteer = Gazetteer(places_of(table))
    pulled = _unlike([row_of(figure, gazetteer, accessed_on) for figure in figures], provider)
    standing = {_series(row): at for at, row in enumerate(table.observations.rows) if row and not _superseded(row)}
    ids = {row.get("observation_id", "") for row in table.observations.rows if row}
    added: list[dict[str, str]] = []
    changed: dict[int, dict[str, str]] = {}
    revised: list[tuple[str, str]] = []
    for row in pulled:
        at = standing.get(_series(row))
        if at is not None and _says(table.observations.rows[at]) == _says(row):
            continue
        row["observation_id"] = free_id(row, ids)
        added.append(row)
        if at is not None:
            row["published_on"] = _later(row, table.observations.rows[at])
            changed[at] = {"superseded_by": row["observation_id"]}
            revised.append((table.observations.rows[at]["observation_id"], row["observation_id"]))
    files, words = _vocabulary(table, added)
    if added:
        files["observations"] = with_changes(table.observations, changed, added)
        _check_rows(added, provider)
        _check_whole(table, files, provider)
    return Merged(
        files=files,
        added=tuple(added),
        superseded=tuple(revised),
        unchanged=len(pulled) - len(added),
        vocabulary=tuple(words),
    )


def _series(row: Row) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in _SERIES)


def _says(row: Row) -> tuple[object, ...]:
    numbers = (Decimal(row[column]) if row.get(column) else None for column in _SAID[:3])
    return (*numbers, *(row.get(column, "") for column in _SAID[3:]))


def _later(row: Row, old: Row) -> str:
    """When a later vintage came out: on the day the old figure was still read it was not out yet.

    A provider's own date may say less: where it takes an event back, the latest revision it shows is an earlier one.
    """
    days = (row["published_on"], old.get("published_on", ""), old.get("accessed_on", ""))
    return max(day for day in days if day)


def _superseded(row: Row) -> bool:
    return bool(row.get("superseded_by"))


def _unlike(rows: list[dict[str, str]], provider: str) -> list[dict[str, str]]:
    """Each observation once. Raises `RefusedPullError` where the provider says two things of one."""
    first: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows:
        before = first.setdefault(_series(row), row)
        if _says_text(before) != _says_text(row):
            day = row["period_end"] or row["period_end_text"]
            what = f"{row['measure_id']}, {row['place'] or 'no place'}, {day}"
            message = f"gives both {before['value']} and {row['value']} for {what}; nothing of it is used"
            raise RefusedPullError(provider, message)
    return list(first.values())


def _says_text(row: Row) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in _SAID)


def _vocabulary(table: Table, added: Sequence[Row]) -> tuple[dict[str, bytes], list[str]]:
    """The files of measures and producers with the rows that the new figures need, and what was put in them."""
    files: dict[str, bytes] = {}
    words: list[str] = []
    raw = read_tables(str(table.folder), may_be_empty=True)
    for name, column in (("measures", "measure_id"), ("producers", "producer_id")):
        standing = _text_of(table, name)
        known = {row.get(column, "") for row in raw.tables[name].rows}
        needed = dict.fromkeys(row[column] for row in added if row[column] not in known)
        offered = {row[column]: row for row in rows_of(name)}
        rows = [_fitting(offered[each], known | set(needed)) for each in needed if each in offered]
        if rows:
            files[name] = with_changes(standing, {}, rows)
            words += [f"{name}.csv: {row[column]}" for row in rows]
    return files, words


def _text_of(table: Table, name: str) -> TableText:
    """The user's file of a table, or the beginning of one: the packs lie beneath it."""
    content = table.contents[name]
    if content is not None:
        return read_text(content)
    return new_text([column.name for column in declaration_of(name).columns])


def _fitting(row: Row, known: set[str]) -> dict[str, str]:
    """A row without references to measures that the table does not have."""
    fitted = dict(row)
    if fitted.get("parent") and fitted["parent"] not in known:
        fitted["parent"] = ""
    if "easily_confused_with" in fitted:
        others = [each for each in fitted["easily_confused_with"].split("|") if each in known]
        fitted["easily_confused_with"] = "|".join(others)
    return fitted


def _check_rows(added: Sequence[Row], provider: str) -> None:
    """The rows alone against the declaration; each fault names the row by what it is, for it has no line yet."""
    found = faults(added, declaration_of("observations"), file=provider, lines=range(len(added)))
    if found:
        raise RefusedPullError(provider, _told([_named(fault, added[fault.line]) for fault in found]))


def _named(fault: Fault, row: Row) -> str:
    return f"{row['observation_id']}, {fault.column} {fault.value!r} {fault.what}"


def _check_whole(table: Table, files: Mapping[str, bytes], provider: str) -> None:
    """The whole table as it would be, in a folder of its own."""
    with TemporaryDirectory(prefix="crossfoot-pull-") as scratch:
        for name, before in table.contents.items():
            content = files.get(name, before)
            if content is not None:
                (Path(scratch) / f"{name}.csv").write_bytes(content)
        found = [str(fault).replace(scratch, str(table.folder)) for fault in check_table(scratch)]
    if found:
        raise RefusedPullError(provider, _told(found))


def _told(found: Sequence[str], shown: int = 10) -> str:
    more = [f"… and {len(found) - shown} more"] if len(found) > shown else []
    return "what it gives does not fit the table, which stays as it was:\n  " + "\n  ".join([*found[:shown], *more])
