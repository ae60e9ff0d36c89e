"""Observations for programs: as CSV in the columns of the table, or as JSON with what follows from them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from sources.model import Observation
from sources.table.load import declaration_of
from sources.table.published import interval_of

SCHEMA: Final = "crossfoot-observations/1"
# columns whose field has another name
_FIELDS: Final = {"event": "event_id"}


def as_text(rows: Sequence[Observation], form: Literal["csv", "json"]) -> str:
    """The rows in the order given. CSV is a table that `--references` takes; JSON has numbers as numbers."""
    ordered = sorted(rows, key=lambda row: row.observation_id)
    if form == "json":
        document = {"schema": SCHEMA, "observations": [as_object(row) for row in ordered]}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_columns())
    writer.writerows([_cell(value) for value in cells_of(row).values()] for row in ordered)
    return text.getvalue()


def cells_of(row: Observation) -> dict[str, Any]:
    """The row by its columns. A month is told in `period_end_text`; bounds only where they are not the comparator's."""
    cells = {column: getattr(row, _FIELDS.get(column, column), None) for column in _columns()}
    if row.period_end_grain == "month" and row.period_end is not None:
        cells |= {"period_end": None, "period_end_text": f"{row.period_end:%Y-%m}"}
    if row.interval != interval_of(row.comparator, row.value, None, None):
        cells |= {"low": row.interval.low, "high": row.interval.high}
    return cells


def as_object(row: Observation) -> dict[str, Any]:
    """The row for JSON: its cells, the interval that it says, and the day it came out where that is reckoned."""
    said = {"low": _number(row.interval.low), "high": _number(row.interval.high)}
    open_ends = {"low_open": row.interval.low_open, "high_open": row.interval.high_open}
    cells = {column: _plain(value) for column, value in cells_of(row).items() if column not in said}
    return {**cells, "interval": said | open_ends, "published_by_rule": _plain(row.published_by_rule)}


def _columns() -> list[str]:
    return [column.name for column in declaration_of("observations").columns]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return _number(value)
    return value if value is None or isinstance(value, str | int) else str(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
