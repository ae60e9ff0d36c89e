"""One row of a reference table with what ties to it: where it stands, its series, its corrections, who repeats it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from sources.table.laying import KEYS
from sources.table.raw import TABLES, RawTables

_KIN = ("producer_id", "measure_id", "event", "place", "period_start")
# for a row of each other table, the columns of observations that name it
_NAMED_BY = {"measures": "measure_id", "producers": "producer_id", "events": "event", "places": "place_code"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row: its table, id, cells, where it stands; `ties`: other rows' ids by how they are tied to it."""

    table: str
    row_id: str
    cells: Mapping[str, str]
    stands: str
    ties: Mapping[str, tuple[str, ...]]


def shown_row(raw: RawTables, row_id: str) -> Shown:
    """The row of an id, whichever table it is of, observations first. Raises `CrossfootError` with its likes."""
    for name in TABLES:
        table = raw.tables[name]
        at = next((at for at, row in enumerate(table.rows) if row.get(KEYS[name]) == row_id), None)
        if at is not None:
            row, from_ = table.rows[at], table.origin(at)
            ties = dict(_ties_of_figure(raw, row) if name == "observations" else _ties(raw, name, row_id))
            stands = f"{from_.file}, {from_.counted} {table.lines[at]}"
            return Shown(table=name, row_id=row_id, cells=row, stands=stands, ties=ties)
    ids = [row.get(KEYS[name], "") for name in TABLES for row in raw.tables[name].rows]
    likes = get_close_matches(row_id, ids, n=3)
    meant = f" (did you mean {' or '.join(likes)}?)" if likes else "; `crossfoot sources list` has them"
    raise CrossfootError(row_id, f"is no id of this table{meant}")


def _ties_of_figure(raw: RawTables, row: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = row["observation_id"]
    others = [each for each in raw.tables["observations"].rows if each["observation_id"] != own]
    yield "corrects", tuple(each["observation_id"] for each in others if each.get("superseded_by") == own)
    yield "repeated by", tuple(each["observation_id"] for each in others if each.get("cites") == own)
    series = [each for each in others if all(each.get(column, "") == row.get(column, "") for column in _KIN)]
    series.sort(key=lambda each: (each.get("period_end") or each.get("period_end_text", ""), each["observation_id"]))
    yield "same series", tuple(each["observation_id"] for each in series)


def _ties(raw: RawTables, name: str, row_id: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if name in _NAMED_BY:
        rows = (row for row in raw.tables["observations"].rows if row.get(_NAMED_BY[name]) == row_id)
        yield "observations", tuple(row["observation_id"] for row in rows)
    if name in ("measures", "places"):
        key = KEYS[name]
        yield "parts", tuple(row[key] for row in raw.tables[name].rows if row.get("parent") == row_id)
    if name == "topics":
        rows = (row for row in raw.tables["measures"].rows if row_id in _topics_in(row))
        yield "measures", tuple(row["measure_id"] for row in rows)


def _topics_in(row: Mapping[str, str]) -> set[str]:
    slots = [*row.get("topics", "").split(), *row.get("agents", "").split("|")]
    return {each for slot in slots for each in slot.rstrip("?").split("/")}
