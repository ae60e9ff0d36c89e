"""`crossfoot quantities`: JSONL `{"id","text"}` in, JSONL `{"id","quantities":[...]}` out, a line at a time."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from claims.errors import CrossfootError
from claims.language.choosing import choose
from claims.model import Quantity
from claims.nouns.counted import unit_phrase
from claims.numbers.read import read_numbers
from claims.units.units import unit_name

_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode


def run_quantities(arguments: argparse.Namespace) -> int:
    """Read standard input to its end; returns 0. Raises CrossfootError naming the line that is no such object."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    write = sys.stdout.write
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            row = _row(line, number)
            with choose(row["text"], arguments.language).in_force():
                quantities = [quantity_json(quantity) for quantity in read_numbers(row["text"]).quantities]
            write(_WRITTEN({"id": row.get("id"), "quantities": quantities}) + "\n")
    sys.stdout.flush()
    return 0


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CrossfootError("standard input", f"line {number} is not JSON ({error}); give one object a line") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise CrossfootError("standard input", f'line {number} has no "text"; give {{"id": …, "text": "…"}}')
    return row


def quantity_json(quantity: Quantity) -> dict[str, Any]:
    """A quantity in the fields of the contract; numbers are JSON numbers, whole ones without a fraction."""
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "text": quantity.text,
        "value": _number(quantity.value),
        "low": _number(quantity.interval.low),
        "high": _number(quantity.interval.high),
        "comparator": quantity.comparator,
        "unit": _unit(quantity),
        "counted": quantity.counted,
        "direction": quantity.direction,
    }


def _unit(quantity: Quantity) -> str | None:
    """The unit in words: "Hong Kong dollar", "first-team player", "barrel per day"."""
    if quantity.unit is None:
        return None
    if quantity.dimension == "count" and quantity.counted:
        return unit_phrase(quantity.unit, quantity.counted)
    return unit_name(quantity.unit)


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
