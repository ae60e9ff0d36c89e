"""Corrections: a row that names in `superseded_by` the row that corrects it. What may correct what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sources.table.declaration import Fault
from sources.table.raw import RawTable
from sources.table.typed import as_of_days, cell_day, days_after

Row = Mapping[str, str]
_SAME = ("measure_id", "event")


def corrections(tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    """Rows whose correction is of another measure or event, came out earlier, or leads back to the row itself."""
    table = tables["observations"]
    lags = {row["producer_id"]: int(row.get("lag_days") or 0) for row in tables["producers"].rows}
    rows = {row["observation_id"]: row for row in table.rows}
    for at, row in enumerate(table.rows):
        after = row.get("superseded_by")
        if not after:
            continue
        what = _round(row, rows) or _unlike(row, rows[after]) or _too_early(row, rows[after], lags)
        if what:
            yield table.fault_at(at, "superseded_by", after, what)


def _round(row: Row, rows: Mapping[str, Row]) -> str | None:
    own, step = row["observation_id"], row.get("superseded_by")
    seen: dict[str, None] = {}
    while step and step not in seen:
        if step == own:
            return "leads back to this row; name the row that came out later"
        seen[step] = None
        step = rows[step].get("superseded_by")
    return None


def _unlike(row: Row, after: Row) -> str | None:
    for column in _SAME:
        if row.get(column, "") != after.get(column, ""):
            told = after.get(column) or "none"
            return f"has another {column} ({told}); only a row of the same one corrects this one"
    return None


def _too_early(row: Row, after: Row, lags: Mapping[str, int]) -> str | None:
    """A correction comes out on the same day at the earliest: an evening edition corrects that of noon."""
    out, later = _published(row, lags), _published(after, lags)
    if later >= out:
        return None
    return f"came out on {later}, before this row ({out}); a correction comes later: put the dates or the rows right"


def _published(row: Row, lags: Mapping[str, int]) -> date:
    return cell_day(row, "published_on") or days_after(as_of_days(row)[1], lags[row["producer_id"]])
