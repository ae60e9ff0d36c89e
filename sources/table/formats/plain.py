"""What a workbook, a Parquet file or a database holds in a cell, as the text that a CSV file would hold there."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sources.table.cell_values import is_empty


def as_cell(value: Any) -> str:
    """The text of a value: days as YYYY-MM-DD, numbers in plain digits, lists parted by "|", nothing for none.

    A day with a time on it keeps the time, so that the check names it: whoever wrote it meant more than a day.
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "|".join(as_cell(item) for item in value)
    if is_empty(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date | time) else str(value).strip()


def _number(value: int | float | Decimal) -> str:
    """Digits without an exponent: 4206.0 of a sheet is 4206, and 31.00 of a column with two places 31."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return str(value)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
