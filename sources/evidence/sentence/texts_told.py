"""Whose figures a letter tells, and of where, by the figures themselves: "45,541 and 108,338" are one text's alone.

For the figure beside them of which nobody is named, or whose place was only taken from the letter as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Final

from claims.model import Claim
from claims.quick_records import dataclass
from sources.evidence.number_slips import digits
from sources.lookup.table_index import Index
from sources.model import Observation

_COMPARED: Final = ("statistic", "money", "percentage")
_SOME: Final = 20
# a number of so many digits is a row's whatever was read; one of fewer where it was read as what the row counts
_ITSELF, _AS_READ, _SLIGHT = 4, 3, 2


@dataclass(frozen=True, slots=True)
class TextsTold:
    """The letter's numbers that are rows of the table: by producer, and by place (an id)."""

    producers: Mapping[str, frozenset[Decimal]] = field(default_factory=dict)
    places: Mapping[str, frozenset[Decimal]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim], day: date | None, index: Index) -> TextsTold:
        """Those of rows that were there on the letter's day."""
        producers: dict[str, frozenset[Decimal]] = {}
        places: dict[str, frozenset[Decimal]] = {}
        for claim, row in _told(claims, day, index):
            value, place = claim.quantity.value, index.gazetteer.of(row)
            producers[row.producer_id] = producers.get(row.producer_id, frozenset()) | {value}
            if place is not None:
                places[place] = places.get(place, frozenset()) | {value}
        return cls(producers, places)

    def producers_beside(self, value: Decimal) -> frozenset[str]:
        """The producers of whose rows another number than `value` is told."""
        return frozenset(each for each, values in self.producers.items() if values - {value})

    def places_beside(self, value: Decimal) -> frozenset[str]:
        """The places of whose rows another number than `value` is told."""
        return frozenset(each for each, values in self.places.items() if values - {value})


def _told(claims: Iterable[Claim], day: date | None, index: Index) -> Iterator[tuple[Claim, Observation]]:
    """The figures that are rows: by themselves, or several of two digits that were read as what one text counts."""
    slight: dict[tuple[object, ...], dict[Decimal, tuple[Claim, Observation]]] = {}
    for claim, row in _printed(claims, day, index):
        known = len(digits(claim.quantity.value))
        as_read = row.measure_id in {claim.measure, *claim.measures_possible}
        if known >= _ITSELF or (known >= _AS_READ and as_read):
            yield claim, row
        elif as_read:
            text = row.producer_id, row.period_end, index.gazetteer.of(row)
            slight.setdefault(text, {})[claim.quantity.value] = claim, row
    for pairs in slight.values():
        if len(pairs) > 1:
            yield from pairs.values()


def _printed(claims: Iterable[Claim], day: date | None, index: Index) -> Iterator[tuple[Claim, Observation]]:
    for claim in claims:
        value = claim.quantity.value
        if claim.kind not in _COMPARED or len(digits(value)) < _SLIGHT:
            continue
        for row in index.of_value(index.measures, value, value, _SOME):
            if day is None or row.period_end is None or row.period_end <= day:
                yield claim, row
