"""Rows of text, already found faultless, as the types of the field."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import cast

from claims.model import Comparator, Coverage, Event, Measure, MeasureKind, Place, Producer, Topic
from claims.quick_records import dataclass
from sources.model import Grade, Observation, Unit
from sources.table.published import interval_of
from sources.table.unit_rows import Scales, factor_between

Cells = Mapping[str, str]
UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a figure's cells are read beside: days after which a producer's figures come out, units of the measures."""

    lag_days: Mapping[str, int]
    units: Mapping[str, str]
    scales: Scales


@dataclass(frozen=True, slots=True)
class Told:
    """Of which places, and by which producers, the table has figures of a measure."""

    places: frozenset[str] = frozenset()
    producers: frozenset[str] = frozenset()


def topic(row: Cells) -> Topic:
    return Topic(
        topic_id=row["topic_id"],
        kind=row["kind"],
        forms=_items(row, "forms"),
        at_large=row.get("at_large", "").casefold() == "true",
    )


def measure(row: Cells, known: Collection[str], told: Told, dimension: str) -> Measure:
    """A measure with figures of what was told; what it points to in a pack that is not loaded is left out."""
    return Measure(
        measure_id=row["measure_id"],
        label=row["label"],
        kind=cast(MeasureKind, row["kind"]),
        unit=row["unit"],
        parent=row["parent"] if row.get("parent") in known else None,
        definition=row["definition"],
        surface_forms=_items(row, "surface_forms"),
        confused_with=tuple(each for each in _items(row, "easily_confused_with") if each in known),
        places=told.places,
        producers=told.producers,
        topics=tuple(row.get("topics", "").split()),
        agents=_items(row, "agents"),
        takes_in=_items(row, "takes_in"),
        since=cell_day(row, "since"),
        dimension=dimension,
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


def producer(row: Cells, places: frozenset[str]) -> Producer:
    """A producer that has figures of these places."""
    return Producer(
        producer_id=row["producer_id"],
        name=row["name"],
        aliases=_items(row, "aliases"),
        url=_text(row, "url"),
        counts=row.get("what_they_count", ""),
        cadence=row.get("cadence", ""),
        caveat=row.get("caveat", ""),
        lag_days=int(row.get("lag_days") or 0),
        coverage=cast("Coverage | None", _text(row, "coverage")),
        coverage_basis=row.get("coverage_basis", ""),
        places=places,
    )


def place(row: Cells) -> Place:
    return Place(
        place_id=row["place_id"],
        name=row["name"],
        aliases=_items(row, "aliases"),
        kind=row["kind"],
        parent=_text(row, "parent"),
    )


def unit(row: Cells) -> Unit:
    return Unit(
        unit_id=row["unit_id"],
        printed_forms=_items(row, "printed_forms"),
        dimension=row["dimension"],
        base_unit=row["base_unit"],
        factor_to_base=Decimal(row["factor_to_base"]),
    )


def observation(row: Cells, context: Context) -> Observation:
    """An observation, in the unit of its measure: "1,200 MW" of a measure in GW is 1.2 of them."""
    comparator = cast(Comparator, row["comparator"])
    wanted = context.units.get(row["measure_id"], row["unit"])
    factor = factor_between(row["unit"], wanted, context.scales)
    value, low, high = (_scaled(cell_number(row, column), factor) for column in ("value", "low", "high"))
    assert value is not None, "a row without a value is at fault"
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
        interval=interval_of(comparator, value, low, high),
        comparator=comparator,
        unit=row["unit"] if factor is None else wanted,
        producer_id=row["producer_id"],
        published_by=row["published_by"],
        title=row["title"],
        url=row.get("url", ""),
        published_on=published,
        published_by_rule=None if published else days_after(as_of, context.lag_days[row["producer_id"]]),
        accessed_on=cell_day(row, "accessed_on"),
        licence=row.get("licence") or "unknown",
        as_printed=row["as_printed"],
        grade=cast(Grade, row["grade"]),
        cites=_text(row, "cites"),
        superseded_by=_text(row, "superseded_by"),
        note=row.get("note", ""),
        coverage=cast("Coverage | None", _text(row, "coverage")),
    )


def _scaled(number: Decimal | None, factor: Decimal | None) -> Decimal | None:
    return number if number is None or factor is None or factor == 1 else number * factor


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
