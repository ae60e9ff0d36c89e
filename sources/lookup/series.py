"""Observations as series, one a producer and thing counted, each with the line of its course in one row of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from claims.quick_records import dataclass
from sources.model import Observation

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What one producer printed of one thing over time, by as-of date; a corrected figure is not in it."""

    measure_id: str
    producer_id: str
    event_id: str | None
    place: str | None
    start: date | None
    unit: str
    figures: tuple[Observation, ...]

    @property
    def sparkline(self) -> str:
        return sparkline([figure.value for figure in self.figures])


def series_of(observations: Iterable[Observation]) -> list[Series]:
    """The series of two figures or more, by measure, event, place, start and producer."""
    found: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for each in observations:
        if each.superseded_by is None:
            start = each.period_start.isoformat() if each.period_start else ""
            key = (each.measure_id, each.event_id or "", each.place or "", start, each.producer_id, each.unit)
            found[key].append(each)
    return [_series(found[key]) for key in sorted(found) if len(found[key]) > 1]


def _series(figures: Sequence[Observation]) -> Series:
    first = figures[0]
    ordered = sorted(figures, key=lambda each: (each.period_end or date.min, each.observation_id))
    return Series(
        measure_id=first.measure_id,
        producer_id=first.producer_id,
        event_id=first.event_id,
        place=first.place,
        start=first.period_start,
        unit=first.unit,
        figures=tuple(ordered),
    )


def sparkline(values: Sequence[Decimal], longest: int = _LONGEST) -> str:
    """Values as blocks between their least and their most; of more than `longest` evenly many, the last among them.

    >>> sparkline([Decimal(1), Decimal(2), Decimal(8)])
    '▁▂█'
    """
    shown = _thinned(values, longest)
    if not shown:
        return ""
    least, most = min(shown), max(shown)
    if least == most:
        return _BLOCKS[3] * len(shown)
    top = len(_BLOCKS) - 1
    return "".join(_BLOCKS[int((value - least) / (most - least) * top + Decimal("0.5"))] for value in shown)


def _thinned(values: Sequence[Decimal], longest: int) -> Sequence[Decimal]:
    if len(values) <= longest:
        return values
    return [values[(at + 1) * len(values) // longest - 1] for at in range(longest)]
