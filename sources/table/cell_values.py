"""One cell of a table, read as its declared type: text where it comes from a file, a value where it comes from code."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

HOW_TO_WRITE: Final = {
    "text": "is not text; write words",
    "integer": "is not a whole number; write digits only, such as 1200",
    "number": "is not a number; write digits with at most one point, such as 1200 or 7.7",
    "boolean": "is neither true nor false; write one of the two",
    "date": "is not a date; write a day that exists as YYYY-MM-DD, such as 2023-08-15",
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,40}")
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")


class UnreadableCellError(ValueError):
    """A cell that is not of its type; the message is how to write one."""


def is_empty(value: object) -> bool:
    """Whether a cell holds nothing: `None`, blank text, or the NaN and NaT that data frames put there."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    return value != value  # noqa: PLR0124 - NaN and NaT are the only values that differ from themselves


def as_date(value: object) -> date:
    """A day, from `date` or "YYYY-MM-DD". Raises `UnreadableCellError`."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise UnreadableCellError(HOW_TO_WRITE["date"]) from error
    raise UnreadableCellError(HOW_TO_WRITE["date"])


def as_number(value: object) -> Decimal:
    """A finite number. Raises `UnreadableCellError`."""
    if isinstance(value, bool):
        raise UnreadableCellError(HOW_TO_WRITE["number"])
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value):
            raise UnreadableCellError(HOW_TO_WRITE["number"])
        return Decimal(value)
    return _from_value(value)


def _from_value(value: object) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise UnreadableCellError(HOW_TO_WRITE["number"]) from error
    if not math.isfinite(number):
        raise UnreadableCellError(HOW_TO_WRITE["number"])
    return number


def as_integer(value: object) -> Decimal:
    """A whole number. Raises `UnreadableCellError`."""
    if isinstance(value, str) and not _INTEGER.fullmatch(value):
        raise UnreadableCellError(HOW_TO_WRITE["integer"])
    try:
        number = as_number(value)
    except UnreadableCellError as error:
        raise UnreadableCellError(HOW_TO_WRITE["integer"]) from error
    if number != number.to_integral_value():
        raise UnreadableCellError(HOW_TO_WRITE["integer"])
    return number


def as_boolean(value: object) -> bool:
    """True or false, from a truth value or the words. Raises `UnreadableCellError`."""
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if value is True or value is False or type(value).__name__ in ("bool_", "bool"):
        return bool(value)
    raise UnreadableCellError(HOW_TO_WRITE["boolean"])


def as_text(value: object) -> str:
    """Text, or the items of a list joined as text. Raises `UnreadableCellError`."""
    if isinstance(value, str):
        return value
    raise UnreadableCellError(HOW_TO_WRITE["text"])


READERS: Final = {"text": as_text, "integer": as_integer, "number": as_number, "boolean": as_boolean, "date": as_date}
