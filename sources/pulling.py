"""Pulled figures and a reference table of the user's: what is new, what revises what, and the table after it.

Everything is checked before anything is written: the rows alone, then the whole table as it would be. What stands in
the way of one row stands in the way of all, and the table keeps every byte it had.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Final

from claims.errors import BadReferenceTable
from claims.model import Place
from sources import typed
from sources.countries import with_countries
from sources.declare import Fault, faults
from sources.gazetteer import Gazetteer
from sources.providers.model import Figure, PullUsageError
from sources.providers.vocabulary import rows_of
from sources.reading import TABLES, packaged
from sources.table import FaultyTable, check_table, declaration_of
from sources.table_text import TableText, new_text, read_text, with_changes

Row = Mapping[str, str]
_SERIES: Final = (
    "producer_id", "measure_id", "event", "place", "place_code", "period_start", "period_end", "period_end_text",
    "published_by", "title",
)  # fmt: skip
_SAID: Final = ("value", "low", "high", "comparator", "unit")
_LONGEST_SUFFIX: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A user's table as it stands: its folder, the bytes of its files, and its observations taken apart."""

    folder: Path
    contents: Mapping[str, bytes | None]
    observations: TableText


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a pull does to a table: rows added, rows superseded (by the ids of both), rows that stand already."""

    files: Mapping[str, bytes]
    added: tuple[Row, ...]
    superseded: tuple[tuple[str, str], ...]
    unchanged: int
    vocabulary: tuple[str, ...] = field(default=())


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
    contents = {name: _bytes_of(folder / f"{name}.csv") for name in TABLES}
    observations = contents["observations"]
    if observations is None:
        if folder.is_dir() and any(folder.glob("observations.*")):
            raise PullUsageError(where, "holds observations in another form than CSV; pull into a folder of CSV files")
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
    """The places that the table knows, countries of ISO 3166 among them."""
    own = table.contents["places"]
    content = own if own is not None else packaged().joinpath("places.csv").read_bytes()
    return with_countries(tuple(typed.place(row) for row in read_text(content).rows if row))


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


def merged(table: Table, figures: Iterable[Figure], accessed_on: date, provider: str) -> Merged:
    """The table with the figures put in. Raises `RefusedPullError`; writes nothing.

    A figure of a series and date that the table has from the same publisher and title is skipped where it says the
    same, and else becomes a new row that supersedes the old one.
    """
    gazetteer = Gazetteer(places_of(table))
    pulled = _unlike([_row(figure, gazetteer, accessed_on) for figure in figures], provider)
    standing = {_series(row): at for at, row in enumerate(table.observations.rows) if row and not _superseded(row)}
    ids = {row.get("observation_id", "") for row in table.observations.rows if row}
    added: list[dict[str, str]] = []
    changed: dict[int, dict[str, str]] = {}
    revised: list[tuple[str, str]] = []
    for row in pulled:
        at = standing.get(_series(row))
        if at is not None and _says(table.observations.rows[at]) == _says(row):
            continue
        row["observation_id"] = _free_id(row, ids)
        added.append(row)
        if at is not None:
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


def _row(figure: Figure, gazetteer: Gazetteer, accessed_on: date) -> dict[str, str]:
    """A figure as cells. What has no date of its own counts as published when it was read: nothing shows it earlier."""
    named = figure.place or (gazetteer.name(figure.place_code) if figure.place_code else "")
    return {
        "observation_id": "",
        "measure_id": figure.measure_id,
        "event": figure.event,
        "place": named,
        "place_code": figure.place_code,
        "period_start": _day(figure.period_start),
        "period_end": _day(figure.period_end),
        "period_end_text": figure.period_end_text,
        "value": _plain(figure.value),
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "comparator": figure.comparator,
        "unit": figure.unit,
        "producer_id": figure.producer_id,
        "published_by": figure.published_by,
        "title": figure.title,
        "url": figure.url,
        "published_on": _day(min(figure.published_on or accessed_on, accessed_on)),
        "accessed_on": _day(accessed_on),
        "licence": figure.licence,
        "as_printed": figure.as_printed,
        "grade": figure.grade,
        "note": figure.note,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(number: Decimal | None) -> str:
    """A number in digits, no exponent, no zeros after the point that say nothing ("3.0" of a JSON float is 3)."""
    if number is None:
        return ""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _series(row: Row) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in _SERIES)


def _says(row: Row) -> tuple[object, ...]:
    numbers = (Decimal(row[column]) if row.get(column) else None for column in _SAID[:3])
    return (*numbers, *(row.get(column, "") for column in _SAID[3:]))


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


def _free_id(row: Row, ids: set[str]) -> str:
    """Producer, measure, place and dates; "-b", "-c" … for a later vintage. The id is taken."""
    start, end = row["period_start"], row["period_end"] or row["period_end_text"]
    parts = [row["producer_id"], row["measure_id"], row["place_code"], f"{start}_{end}" if start else end, row["event"]]
    stem = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "_.-") else "-" for sign in _joined(parts))
    for number in range(1, _LONGEST_SUFFIX):
        name = stem if number == 1 else f"{stem}-{_letters(number)}"
        if name not in ids:
            ids.add(name)
            return name
    raise RefusedPullError(stem, f"has {_LONGEST_SUFFIX} vintages; start another table")


def _joined(parts: Sequence[str]) -> str:
    return "-".join(part for part in parts if part)


def _letters(number: int) -> str:
    """2 is b, 26 z, 27 aa, as columns of a sheet are named."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _vocabulary(table: Table, added: Sequence[Row]) -> tuple[dict[str, bytes], list[str]]:
    """The files of measures and producers with the rows that the new figures need, and what was put in them."""
    files: dict[str, bytes] = {}
    words: list[str] = []
    for name, column in (("measures", "measure_id"), ("producers", "producer_id")):
        content = table.contents[name]
        standing = read_text(content if content is not None else packaged().joinpath(f"{name}.csv").read_bytes())
        known = {row[column] for row in standing.rows if row}
        needed = dict.fromkeys(row[column] for row in added if row[column] not in known)
        offered = {row[column]: row for row in rows_of(name)}
        rows = [_fitting(offered[each], known | set(needed)) for each in needed if each in offered]
        if rows:
            files[name] = with_changes(standing, {}, rows)
            words += [f"{name}.csv: {row[column]}" for row in rows]
    return files, words


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
        for name in TABLES:
            content = files.get(name, table.contents[name])
            if content is not None:
                (Path(scratch) / f"{name}.csv").write_bytes(content)
        found = [str(fault).replace(scratch, str(table.folder)) for fault in check_table(scratch)]
    if found:
        raise RefusedPullError(provider, _told(found))


def _told(found: Sequence[str], shown: int = 10) -> str:
    more = [f"… and {len(found) - shown} more"] if len(found) > shown else []
    return "what it gives does not fit the table, which stays as it was:\n  " + "\n  ".join([*found[:shown], *more])


def write(table: Table, result: Merged) -> None:
    """Put the new files in the place of the old ones, `observations.csv` last, each by one atomic rename.

    Measures and producers with rows more are good tables by themselves, so whatever happens between two renames leaves
    a good table. Raises `RefusedPullError` where somebody changed the table meanwhile, and `OSError`.
    """
    if any(_bytes_of(table.folder / f"{name}.csv") != table.contents[name] for name in TABLES):
        raise RefusedPullError(str(table.folder), "was changed while the pull ran; nothing was written, pull again")
    table.folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(result.files, key=lambda name: name == "observations"):
        _replace(table.folder / f"{name}.csv", result.files[name])


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
