"""The tables of a field: measures, topics, events, producers, places."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claims.quick_records import dataclass

MeasureKind = Literal["cumulative", "stock", "event", "total"]


Coverage = Literal["register", "estimate", "floor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A row of the vocabulary of measures (`measures.csv`).

    `places` and `producers`: the ids of those of which the table has figures of it; none where it has none at all.
    `topics`: what must be said around a figure before it is of this measure, "/" between words for one thing
    (`topics.csv`); `agents`: topics one of which must be named besides; `since`: the day its window begins;
    `takes_in`: what may be told besides and narrows nothing; `dimension`: that of its unit (`units.csv`).
    """

    measure_id: str
    label: str
    kind: MeasureKind
    unit: str
    parent: str | None
    definition: str
    surface_forms: tuple[str, ...]
    confused_with: tuple[str, ...]
    places: frozenset[str] = frozenset()
    producers: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    takes_in: tuple[str, ...] = ()
    since: date | None = None
    dimension: str = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A row of `topics.csv`: what measures are about, and how letters put it.

    `kind`: "act" (killing, displacement), "who" it was done to, "how", or a "cause". `at_large`: letters mean everyone
    by it ("civilians"). `root`: it is any word of that root.
    """

    topic_id: str
    kind: str
    forms: tuple[str, ...]
    at_large: bool = False
    root: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated anchor (`events.csv`). `verified` is false where its date was not read in a source."""

    event_id: str
    name: str
    surface_forms: tuple[str, ...]
    place: str | None
    start: date | None
    end: date | None
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """Who counts (`producers.csv`). `lag_days`: usual days from as-of date to publication.

    `coverage` is what its figures may be taken for: a "register" of all there are, an "estimate" that may lie on either
    side, a "floor" of what it could verify; `None` where nobody said. `places`: the ids of those it has figures of.
    """

    producer_id: str
    name: str
    aliases: tuple[str, ...]
    url: str | None
    counts: str
    cadence: str
    caveat: str
    lag_days: int
    coverage: Coverage | None = None
    coverage_basis: str = ""
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place (`places.csv`, countries from ISO 3166): its code, its names, what contains it."""

    place_id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The tables of a field that reading needs; they come with the reference data (`--references`)."""

    measures: tuple[Measure, ...]
    events: tuple[Event, ...]
    producers: tuple[Producer, ...]
    places: tuple[Place, ...]
    topics: tuple[Topic, ...] = ()
