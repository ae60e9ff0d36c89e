"""Whether a stated length of time fits the days between an event and the letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.model import Quantity
from claims.times.time_words import TimePhrase


def anchor_of_length(length: Quantity | None, anchors: Sequence[TimePhrase], base: date | None) -> TimePhrase | None:
    """The one event named in the letter that lies as long ago as said ("the past 30 months": the coup)."""
    fitting = {p.anchor: p for p in anchors if p.start is not None and p.anchor and length_fits(length, p.start, base)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def length_fits(length: Quantity | None, start: date, end: date | None) -> bool:
    """Whether whole units between two days are the number said, or one less ("nearly five years")."""
    if length is None or end is None or length.unit not in ("day", "week", "month", "year"):
        return False
    passed = _units_between(start, end, length.unit)
    return length.value in (passed, passed + 1) if length.comparator in ("~", "<", "<=") else length.value == passed


def _units_between(start: date, end: date, unit: str) -> int:
    if unit in ("day", "week"):
        return (end - start).days // (7 if unit == "week" else 1)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return months // (12 if unit == "year" else 1)
