"""Corrections: a row that names in `superseded_by` the row that corrects it. What may correct what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sources.table.declaration import Fault
from sources.table.raw import RawTable
from sources.table.typed_cells import as_of_days, cell_day, days_after

Row = Mapping[str, str]
_SAME = ("measure_id", "event")


def corrections(tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    """Rows whose correction is of another measure or event, or came out earlier."""
    table = tables["observations"]
    lags = {row["producer_id"]: int(row.get("lag_days") or 0) for row in tables["producers"].rows}
    rows = {row["observation_id"]: row for row in table.rows}
    for at, row in enumerate(table.rows):
        after = rows.get(row.get("superseded_by", ""))
        what = after and (_unlike(row, after) or _too_early(row, after, lags))
        if what:
            yield table.fault_at(at, "superseded_by", row["superseded_by"], what)


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
    return cell_day(row, "published_on") or days_after(as_of_days(row)[1], lags.get(row["producer_id"], 0))
