"""Figures as rows of observations.csv: their cells, and ids that no other row has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from sources.keeping.folder import RefusedPullError
from sources.lookup.place_tree import Gazetteer
from sources.providers.asking import Figure

_LONGEST_SUFFIX: Final = 10_000


def row_of(figure: Figure, gazetteer: Gazetteer, accessed_on: date) -> dict[str, str]:
    """A figure as cells. What has no date of its own counts as published when it was read: nothing shows it earlier."""
    named = figure.place or (gazetteer.name(figure.place_code) if figure.place_code else "")
    return {
        "observation_id": "",
        "measure_id": figure.measure_id,
        "event": figure.event,
        "place": named,
        "place_code": figure.place_code,
        "period_start": _day(figure.period_start),
        "period_end": _day(figure.period_end),
        "period_end_text": figure.period_end_text,
        "value": _plain(figure.value),
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "comparator": figure.comparator,
        "unit": figure.unit,
        "producer_id": figure.producer_id,
        "published_by": figure.published_by,
        "title": figure.title,
        "url": figure.url,
        "published_on": _day(min(figure.published_on or accessed_on, accessed_on)),
        "accessed_on": _day(accessed_on),
        "licence": figure.licence,
        "as_printed": figure.as_printed,
        "grade": figure.grade,
        "note": figure.note,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(number: Decimal | None) -> str:
    """A number in digits, no exponent, no zeros after the point that say nothing ("3.0" of a JSON float is 3)."""
    if number is None:
        return ""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def free_id(row: Mapping[str, str], ids: set[str]) -> str:
    """Producer, measure, place and dates; "-b", "-c" … for a later vintage. The id is taken."""
    start, end = row["period_start"], row["period_end"] or row["period_end_text"]
    parts = [row["producer_id"], row["measure_id"], row["place_code"], f"{start}_{end}" if start else end, row["event"]]
    stem = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "_.-") else "-" for sign in _joined(parts))
    for number in range(1, _LONGEST_SUFFIX):
        name = stem if number == 1 else f"{stem}-{_letters(number)}"
        if name not in ids:
            ids.add(name)
            return name
    raise RefusedPullError(stem, f"has {_LONGEST_SUFFIX} vintages; start another table")


def _joined(parts: Sequence[str]) -> str:
    return "-".join(part for part in parts if part)


def _letters(number: int) -> str:
    """2 is b, 26 z, 27 aa, as columns of a sheet are named."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
