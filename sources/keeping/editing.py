"""A row of the user's table put right in place, and a history beside it of what it was before, and why.

A slip of whoever typed the row is edited; a figure that its producer took back is a row of its own (`add --corrects`).
The file stays the user's: only the row's own line changes. A packaged row is never changed: the edited one lies over
it in the user's folder, under the same id. `history.csv` gets a line for each cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Final

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from sources.keeping.adding import RefusedRow, likes, place_id, row_faults, whole_faults
from sources.keeping.csv_lines import TableText, new_text, read_text, with_changes
from sources.keeping.folder import RefusedPullError, write
from sources.keeping.team_folder import Ledger
from sources.table.load import declaration_of

HISTORY: Final = "history"
_OBSERVATIONS: Final = "observations"
_ID: Final = "observation_id"
_MONTH_LENGTH: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A cell that was changed, on a day, from what to what, and why: a line of `history.csv`."""

    edited_on: str
    observation_id: str
    column: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An edit that fits its table: the files as they will be, and the cells that change."""

    files: Mapping[str, bytes]
    changes: tuple[Change, ...]


def planned(ledger: Ledger, row_id: str, cells: Mapping[str, str], reason: str, today: str) -> Edit:
    """The edit of row `row_id`, checked with the whole table; nothing is written.

    Raises `CrossfootError` where there is no such row or nothing to change, `RefusedRow` where the row would not fit.
    """
    before = _standing(ledger, row_id)
    after = {**before, **_completed(cells, ledger)}
    changes = tuple(
        Change(
            edited_on=today, observation_id=row_id, column=column, before=before.get(column, ""), after=cell,
            reason=reason,
        )
        for column, cell in after.items()
        if cell != before.get(column, "")
    )  # fmt: skip
    if not changes:
        raise CrossfootError("sources edit", f"{row_id} says that already; nothing was changed")
    content = _content(ledger, row_id, after)
    if found := row_faults(after, ledger) or whole_faults(ledger, content):
        raise RefusedRow(ledger.where, tuple(found), done="changed")
    return Edit(files={HISTORY: _with_history(ledger.where, changes), _OBSERVATIONS: content}, changes=changes)


def put(ledger: Ledger, edit: Edit) -> None:
    """Write the history, then the table, each by one rename. Raises `CrossfootError` where the table has changed."""
    try:
        write(ledger.table, edit.files)
    except RefusedPullError as error:
        raise CrossfootError(ledger.where, "was changed meanwhile; nothing was written, edit the row again") from error


def history_of(where: str, row_id: str) -> tuple[Change, ...]:
    """What was changed in a row of the table in folder `where`, the earliest first; nothing where none was kept."""
    content = _history_bytes(where)
    if content is None:
        return ()
    names = [field.name for field in fields(Change)]
    rows = [row for row in read_text(content).rows if row.get(_ID) == row_id]
    return tuple(Change(**{name: row.get(name, "") for name in names}) for row in rows)


def _standing(ledger: Ledger, row_id: str) -> dict[str, str]:
    """The row as it stands in the user's file, else as the packs have it."""
    tables: Sequence[Sequence[Mapping[str, str]]] = (
        ledger.table.observations.rows,
        ledger.raw.tables[_OBSERVATIONS].rows,
    )
    row = next((row for rows in tables for row in rows if row.get(_ID) == row_id), None)
    if row is None:
        meant = likes(row_id, ledger.known[_OBSERVATIONS])
        raise CrossfootError("sources edit", f"there is no row {row_id}{f' (did you mean {meant}?)' if meant else ''}")
    declared = {column.name: row.get(column.name, "") for column in declaration_of(_OBSERVATIONS).columns}
    return {**row, **declared}


def _completed(cells: Mapping[str, str], ledger: Ledger) -> dict[str, str]:
    """The cells told, and those that follow: a place brings its code, a month leaves no day."""
    told = {column: cell.strip() for column, cell in cells.items()}
    if "period_end" in told:
        month = told["period_end"] if len(told["period_end"]) == _MONTH_LENGTH else ""
        told |= {"period_end": "" if month else told["period_end"], "period_end_text": month}
    if "place" in told:
        place = place_id(told["place"], ledger) if told["place"] else ""
        told |= {"place": ledger.gazetteer.name(place) if place else told["place"], "place_code": place or ""}
    return told


def _content(ledger: Ledger, row_id: str, after: Mapping[str, str]) -> bytes:
    own: TableText = ledger.table.observations
    at = next((at for at, row in enumerate(own.rows) if row.get(_ID) == row_id), None)
    return with_changes(own, {}, [after]) if at is None else with_changes(own, {at: after}, [])


def _with_history(where: str, changes: Sequence[Change]) -> bytes:
    content = _history_bytes(where)
    header = [field.name for field in fields(Change)]
    table = new_text(header) if content is None else read_text(content)
    return with_changes(table, {}, [dict(zip(header, astuple(change), strict=True)) for change in changes])


def _history_bytes(where: str) -> bytes | None:
    try:
        return (Path(where) / f"{HISTORY}.csv").read_bytes()
    except FileNotFoundError:
        return None
