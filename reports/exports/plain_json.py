"""Values of the contract in JSON: numbers, days, offsets, periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from claims.model import Period, Span

Json = dict[str, Any]


def period_json(period: Period | None) -> Json | None:
    if period is None:
        return None
    return {"start": iso(period.start), "end": iso(period.end), "text": period.text, "grain": period.grain}


def offsets(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def number(value: Decimal) -> int | float:
    """The JSON number of a decimal: an integer where it is one, else the nearest double."""
    return int(value) if value == value.to_integral_value() else float(value)


def optional_number(value: Decimal | None) -> int | float | None:
    return None if value is None else number(value)


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
