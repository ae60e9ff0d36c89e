"""Rows of text, already found faultless, as the types of the field."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import cast

from claims.model import Comparator, Coverage, Event, Measure, MeasureKind, Place, Producer
from sources.model import Grade, Observation
from sources.table.published import interval_of

Cells = Mapping[str, str]
UNVERIFIED = "unverified"


def measure(row: Cells) -> Measure:
    return Measure(
        measure_id=row["measure_id"],
        label=row["label"],
        kind=cast(MeasureKind, row["kind"]),
        unit=row["unit"],
        parent=_text(row, "parent"),
        definition=row["definition"],
        surface_forms=_items(row, "surface_forms"),
        confused_with=_items(row, "easily_confused_with"),
    )


def event(row: Cells) -> Event:
    """An event; its date counts as verified unless the source column says otherwise."""
    return Event(
        event_id=row["event_id"],
        name=row["name"],
        surface_forms=_items(row, "surface_forms"),
        place=_text(row, "place"),
        start=cell_day(row, "start"),
        end=cell_day(row, "end"),
        verified=row.get("source", "") != UNVERIFIED,
    )


def producer(row: Cells) -> Producer:
    return Producer(
        producer_id=row["producer_id"],
        name=row["name"],
        aliases=_items(row, "aliases"),
        url=_text(row, "url"),
        counts=row.get("what_they_count", ""),
        cadence=row.get("cadence", ""),
        caveat=row.get("caveat", ""),
        lag_days=int(row.get("lag_days") or 0),
        coverage=cast(Coverage | None, _text(row, "coverage")),
    )


def place(row: Cells) -> Place:
    return Place(
        place_id=row["place_id"],
        name=row["name"],
        aliases=_items(row, "aliases"),
        kind=row["kind"],
        parent=_text(row, "parent"),
    )


def observation(row: Cells, lag_days: Mapping[str, int]) -> Observation:
    """An observation. `lag_days`: by producer, the days after which a figure without a date counts as published."""
    comparator = cast(Comparator, row["comparator"])
    value = Decimal(row["value"])
    as_of = as_of_days(row)[1]
    published = cell_day(row, "published_on")
    return Observation(
        observation_id=row["observation_id"],
        measure_id=row["measure_id"],
        event_id=_text(row, "event"),
        place=_text(row, "place"),
        place_code=_text(row, "place_code"),
        period_start=cell_day(row, "period_start"),
        period_end=as_of,
        period_end_grain="day" if row.get("period_end") else "month",
        value=value,
        interval=interval_of(comparator, value, cell_number(row, "low"), cell_number(row, "high")),
        comparator=comparator,
        unit=row["unit"],
        producer_id=row["producer_id"],
        published_by=row["published_by"],
        title=row["title"],
        url=row.get("url", ""),
        published_on=published,
        published_by_rule=None if published else days_after(as_of, lag_days[row["producer_id"]]),
        accessed_on=cell_day(row, "accessed_on"),
        licence=row.get("licence") or "unknown",
        as_printed=row["as_printed"],
        grade=cast(Grade, row["grade"]),
        cites=_text(row, "cites"),
        superseded_by=_text(row, "superseded_by"),
        note=row.get("note", ""),
        coverage=cast(Coverage | None, _text(row, "coverage")),
    )


def _text(row: Cells, column: str) -> str | None:
    return row.get(column) or None


def _items(row: Cells, column: str) -> tuple[str, ...]:
    return tuple(item for part in row.get(column, "").split("|") if (item := part.strip()))


@lru_cache(maxsize=100_000)
def _date(cell: str) -> date:
    """A day; a table of a million rows has few of them."""
    return date.fromisoformat(cell)


def cell_day(row: Cells, column: str) -> date | None:
    cell = row.get(column)
    return _date(cell) if cell else None


def cell_number(row: Cells, column: str) -> Decimal | None:
    cell = row.get(column)
    return Decimal(cell) if cell else None


def as_of_days(row: Cells) -> tuple[date, date]:
    """The first and the last day that a row's as-of date may be: one day, or those of "2025-05"."""
    day = cell_day(row, "period_end")
    if day is not None:
        return day, day
    year, month = (int(part) for part in row["period_end_text"].split("-"))
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def days_after(day: date, days: int) -> date:
    """So many days later, and the last day there is where that is beyond it."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
