"""Which measures are parts of others, as far as both count one kind of thing."""

from __future__ import annotations

from claims.model import Measure
from sources.comparison.asking.weighing import (
    Scales,
)
from sources.words import words


def ancestors(measure_id: str, scales: Scales) -> list[Measure]:
    """The measures that a measure is a part of, the nearest first, as far as both count one kind of thing."""
    measures, found = scales.index.measures, list[Measure]()
    step = measures.get(measures[measure_id].parent or "")
    while step is not None and step not in found and step.measure_id != measure_id:
        found.append(step)
        step = measures.get(step.parent or "")
    return [each for each in found if _one_kind(each.unit, measures[measure_id].unit)]


def descendants(measure_id: str, scales: Scales) -> list[Measure]:
    """The measures that are parts of a measure, as far as both count one kind of thing."""
    measures = scales.index.measures
    return [
        measures[each]
        for each in scales.index.parts_of(measure_id)
        if _one_kind(measures[each].unit, measures[measure_id].unit)
    ]


def _one_kind(one: str, other: str) -> bool:
    """Whether two units count one kind of thing: a child is a person; an "incident" may be several strikes."""
    return one == other or any(one in group and other in group for group in words("units")["one_kind"])
