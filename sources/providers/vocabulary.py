"""Which field of a provider fills which measure, and the measures and producers that a table may lack for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from claims.quick_records import dataclass
from sources.providers.asking import PullUsageError, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What a provider publishes under a name of its own, and the measure of the table that it fills."""

    name: str
    measure_id: str
    unit: str


@cache
def rows_of(table: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `sources/providers/data/<table>.csv`."""
    text = files("sources.providers").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text)))


def series_of(provider_id: str) -> tuple[Series, ...]:
    """All that a provider fills, in the order of series.csv."""
    return tuple(
        Series(name=row["series"], measure_id=row["measure_id"], unit=row["unit"])
        for row in rows_of("series")
        if row["provider"] == provider_id
    )


def measures_of(series: Sequence[Series]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.measure_id for each in series))


def chosen(series: Sequence[Series], query: Query, provider_id: str) -> tuple[Series, ...]:
    """The series that were asked for, by measure or by the provider's own name; all where none was named."""
    if query.measure is None:
        return tuple(series)
    found = tuple(each for each in series if query.measure in (each.measure_id, each.name))
    if not found:
        filled = ", ".join(measures_of(series))
        raise PullUsageError("--measure", f"{query.measure!r} is not filled by {provider_id}; it fills {filled}")
    return found


@cache
def kinds() -> Mapping[str, str]:
    """The kind of each measure that comes with the providers."""
    return {row["measure_id"]: row["kind"] for row in rows_of("measures")}


def needed_places(query: Query, provider_id: str) -> tuple[str, ...]:
    """The places asked for. Raises `PullUsageError` where there is none."""
    if not query.places:
        raise PullUsageError("--place", f"{provider_id} needs at least one country; name it or give its ISO 3166 code")
    return query.places
