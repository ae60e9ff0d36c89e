"""`crossfoot sources list`: the observations as a table, and the course of each series."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from claims.errors import CrossfootError
from claims.quick_records import dataclass
from sources.keeping.listing import as_text
from sources.lookup.place_tree import Gazetteer
from sources.lookup.series import Series, series_of
from sources.lookup.vintages import as_known_on
from sources.model import Observation, ReferenceTable
from sources.table.load import load_table

_HEADER = ("measure", "figure", "unit", "from", "as of", "of", "producer", "grade", "published", "where it stands")
_RIGHT = (1,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked for: a measure, a producer, the ids of a place and all that lies in it; `None` for all."""

    measure: str | None
    producer: str | None
    places: frozenset[str] | None

    def holds(self, row: Observation, gazetteer: Gazetteer) -> bool:
        if self.measure not in (None, row.measure_id) or self.producer not in (None, row.producer_id):
            return False
        return self.places is None or gazetteer.of(row) in self.places


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources list`."""
    parser.add_argument("--measure", metavar="ID", help="only this measure")
    parser.add_argument("--place", metavar="NAME", help="only this place and what lies in it, by name, alias or code")
    parser.add_argument("--producer", metavar="NAME", help="only this producer, by id, name or alias")
    parser.add_argument(
        "--as-of", metavar="YYYY-MM-DD", help="what was known on this day: published, not yet corrected"
    )
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="for people or for programs")


def run_list(arguments: argparse.Namespace) -> int:
    """Print the table and the series. Raises `CrossfootError` for what the table does not know."""
    day = _day(arguments.as_of)
    table = load_table(arguments.references)
    gazetteer = Gazetteer(table.places)
    asked = _asked(arguments, table, gazetteer)
    standing = table if day is None else as_known_on(table, day)
    rows = [row for row in standing.observations if asked.holds(row, gazetteer)]
    if arguments.format != "text":
        print(as_text(rows, arguments.format), end="")
        return 0
    for line in (*_table(rows), *_courses(series_of(rows))):
        print(line)
    known = f", of {len(standing.observations)} known on {day}" if day else ""
    print(f"{len(rows)} of {len(table.observations)} observations{known}")
    return 0


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CrossfootError("--as-of", f"{text!r} is no date; write it as 2025-05-21") from None


def _asked(arguments: argparse.Namespace, table: ReferenceTable, gazetteer: Gazetteer) -> _Asked:
    return _Asked(
        measure=_measure(arguments.measure, table),
        producer=_producer(arguments.producer, table),
        places=_places(arguments.place, table, gazetteer),
    )


def _measure(name: str | None, table: ReferenceTable) -> str | None:
    ids = sorted(measure.measure_id for measure in table.measures)
    if name is not None and name not in ids:
        raise CrossfootError("--measure", f"{name!r} is no measure of this table; it has {', '.join(ids)}")
    return name


def _producer(name: str | None, table: ReferenceTable) -> str | None:
    if name is None:
        return None
    for producer in table.producers:
        if name.casefold() in (each.casefold() for each in (producer.producer_id, producer.name, *producer.aliases)):
            return producer.producer_id
    ids = ", ".join(sorted(producer.producer_id for producer in table.producers))
    raise CrossfootError("--producer", f"{name!r} is no producer of this table; it has {ids}")


def _places(name: str | None, table: ReferenceTable, gazetteer: Gazetteer) -> frozenset[str] | None:
    if name is None:
        return None
    told = gazetteer.resolve(name)
    if told is None or all(place.place_id != told for place in table.places):
        raise CrossfootError("--place", f"{name!r} is no place of this table nor of ISO 3166; name one of places.csv")
    return frozenset((told, *gazetteer.inside(told)))


def _table(rows: Sequence[Observation]) -> list[str]:
    """The rows under their header as aligned columns, by measure, event and as-of date."""
    ordered = sorted(
        rows, key=lambda row: (row.measure_id, row.event_id or "", row.period_end or date.min, row.observation_id)
    )
    return [*_aligned([_HEADER, *map(_cells, ordered)], right=_RIGHT), ""] if rows else []


def _cells(row: Observation) -> tuple[str, ...]:
    corrected = " (corrected)" if row.superseded_by else ""
    return (
        row.measure_id,
        _figure(row),
        row.unit,
        str(row.period_start or "…"),
        _as_of(row),
        row.event_id or row.place or "",
        row.producer_id,
        row.grade + corrected,
        str(row.published_on or "…"),
        row.url or row.title,
    )


def _figure(row: Observation) -> str:
    return f"{'' if row.comparator == '=' else f'{row.comparator} '}{row.value:,}"


def _as_of(row: Observation) -> str:
    if row.period_end is None:
        return "…"
    return row.period_end.isoformat() if row.period_end_grain == "day" else row.period_end.strftime("%Y-%m")


def _courses(series: Sequence[Series]) -> list[str]:
    """One line a series: what, who, since when, its course, and its first and last figure."""
    lines = [_course(each) for each in series]
    return [*_aligned(lines), ""] if lines else []


def _course(series: Series) -> tuple[str, ...]:
    first, last = series.figures[0], series.figures[-1]
    since = f"since {series.start}" if series.start else ""
    ends = f"{_figure(first)} ({_as_of(first)}) → {_figure(last)} ({_as_of(last)})"
    return series.measure_id, series.event_id or series.place or "", series.producer_id, since, series.sparkline, ends


def _aligned(rows: Sequence[tuple[str, ...]], right: Sequence[int] = ()) -> list[str]:
    """Cells set under each other; the last column is not filled up."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            _set(cell, width, at in right) for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _set(cell: str, width: int, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)
