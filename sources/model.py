"""Observations, the table they stand in, and what a comparison says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from claims.model import Comparator, Coverage, Event, Field, Interval, Measure, Place, Producer, Topic
from claims.quick_records import dataclass

Grade = Literal["primary", "quoted", "weak"]
AgainstSource = Literal[
    "consistent", "overstated", "understated", "contradicted", "conflicting_sources", "not_comparable", "unverified"
]
Checked = Literal["inside", "sources"]
Timeliness = Literal["current_at_writing", "stale_at_writing", "superseded_since"]
Caution = Literal[
    "measure_slippage",
    "window_mismatch",
    "scope_mismatch",
    "caveat_dropped",
    "comparator_hardened",
    "single_producer",
    "sources_conflict",
    "citation_missing",
    "citation_unresolved",
    "misquoted",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One published figure with its provenance: a row of `observations.csv`.

    `period_end` is the as-of date; where only the month is known it is the last day of it and `period_end_grain` says
    "month". `published_on` is as printed or `None`; `published_by_rule` then is the as-of date plus the producer's
    lag. `value` and `interval` are in `unit`, that of the measure. `coverage` is the row's own where it differs from
    its producer's.
    """

    observation_id: str
    measure_id: str
    event_id: str | None
    place: str | None
    place_code: str | None
    period_start: date | None
    period_end: date | None
    period_end_grain: Literal["day", "month"]
    value: Decimal
    interval: Interval
    comparator: Comparator
    unit: str
    producer_id: str
    published_by: str
    title: str
    url: str
    published_on: date | None
    published_by_rule: date | None
    accessed_on: date | None
    licence: str
    as_printed: str
    grade: Grade
    cites: str | None
    superseded_by: str | None
    note: str
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the table (`units.csv`): how it is printed, and how many of its base unit one is."""

    unit_id: str
    printed_forms: tuple[str, ...]
    dimension: str
    base_unit: str
    factor_to_base: Decimal


@dataclass(frozen=True, kw_only=True)
class ReferenceTable:
    """A whole reference table, checked. `sha256` names its content; `where` is the folder or package it came from.

    `observations` of a large table are made when they are asked for; those of any other are a tuple.
    """

    where: str
    sha256: str
    observations: Sequence[Observation]
    measures: tuple[Measure, ...]
    events: tuple[Event, ...]
    producers: tuple[Producer, ...]
    places: tuple[Place, ...]
    units: tuple[Unit, ...] = ()
    topics: tuple[Topic, ...] = ()

    @cached_property
    def field(self) -> Field:
        """The tables that reading needs; the same object each time, for what is made of it is kept with it."""
        return Field(
            measures=self.measures,
            events=self.events,
            producers=self.producers,
            places=self.places,
            topics=self.topics,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An observation that took part in a verdict. `decides`: it carries the verdict; else it explains or conflicts."""

    observation: Observation
    role: str
    decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """An observation that was looked at and left out, and why, in a phrase an editor understands."""

    observation: Observation
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the sources say of one claim, on three axes; never "true" or "false".

    `checked`: where the claim is checked at all. `measure`: what the deciding row counts; of an undecided claim whose
    words tell no measure, what the likeliest row does. `nearest`: at most three figures of the table nearest to a claim
    that nothing decides, each with why not. `arithmetic` is one line of figures with as-of dates; `explanation` one to
    three sentences for an editor; `would_change` what evidence would change it; `suggestion` the strongest wording that
    the evidence supports, offered, never applied.
    """

    claim_id: str
    against_source: AgainstSource
    timeliness: Timeliness | None
    cautions: tuple[Caution, ...]
    observation_ids: tuple[str, ...]
    arithmetic: str
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    nearest: tuple[NearMiss, ...] = ()
    measure: str | None = None
    checked: Checked = "sources"
    would_change: str | None = None
    suggestion: str | None = None
    needs_editor: bool = False
