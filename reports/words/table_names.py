"""The names behind the ids of a reference table: producers, measures, events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from claims.model import Event, Measure, Producer
from claims.quick_records import dataclass
from sources.model import Observation, ReferenceTable

SeriesKey = tuple[str, str, str | None, str | None, str]
SubjectKey = tuple[str, str | None, str | None, str]
"""What the series of several producers share: the measure, where, of what event, since when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Rows of a table by their id, and its observations by series; all empty where there is no table."""

    producers: Mapping[str, Producer] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    series: Mapping[SeriesKey, tuple[Observation, ...]] = field(default_factory=dict)
    subjects: Mapping[SubjectKey, tuple[SeriesKey, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, table: ReferenceTable | None) -> Names:
        if table is None:
            return cls()
        series = _by_series(table.observations)
        return cls(
            producers={row.producer_id: row for row in table.producers},
            measures={row.measure_id: row for row in table.measures},
            events={row.event_id: row for row in table.events},
            series=series,
            subjects=_by_subject(series),
        )

    def producer(self, producer_id: str | None) -> str:
        """Its name, else its id as words."""
        row = self.producers.get(producer_id or "")
        return row.name if row else (producer_id or "").replace("_", " ")

    def short_producer(self, producer_id: str | None) -> str:
        """What an editor calls it: its first alias, else its name."""
        row = self.producers.get(producer_id or "")
        return row.aliases[0] if row and row.aliases else self.producer(producer_id)

    def measure(self, measure_id: str | None) -> str:
        row = self.measures.get(measure_id or "")
        return row.label if row else (measure_id or "").replace("_", " ")

    def event(self, event_id: str | None) -> str:
        row = self.events.get(event_id or "")
        return row.name if row else (event_id or "").replace("_", " ")


def series_key(one: Observation) -> SeriesKey:
    """What observations must share to be points of one series: the measure, who counts, where, of what, since when."""
    start = one.period_start.isoformat() if one.period_start else ""
    return one.measure_id, one.producer_id, one.place, one.event_id, start


def subject_of(key: SeriesKey) -> SubjectKey:
    """A series' subject: its key without who counts."""
    measure, _, place, event, since = key
    return measure, place, event, since


def _by_subject(series: Mapping[SeriesKey, object]) -> dict[SubjectKey, tuple[SeriesKey, ...]]:
    found: dict[SubjectKey, list[SeriesKey]] = {}
    for key in series:
        found.setdefault(subject_of(key), []).append(key)
    return {subject: tuple(keys) for subject, keys in found.items()}


def _by_series(observations: Sequence[Observation]) -> dict[SeriesKey, tuple[Observation, ...]]:
    found: dict[SeriesKey, list[Observation]] = {}
    for one in observations:
        if one.period_end is not None:
            found.setdefault(series_key(one), []).append(one)
    return {key: tuple(sorted(rows, key=_as_of)) for key, rows in found.items()}


def _as_of(one: Observation) -> tuple[str, str]:
    return (one.period_end.isoformat() if one.period_end else ""), one.observation_id
