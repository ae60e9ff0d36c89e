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


# how far from a figure, in code points, a line of the table that it goes on may be told
_REACH: Final = 800


@dataclass(frozen=True, slots=True)
class OnLine:
    """A row that a figure prints, and where that figure starts in the letter."""

    start: int
    row: Observation


@dataclass(frozen=True, slots=True)
class TextsTold:
    """The letter's numbers that are rows of the table: by producer, and by place (an id).

    `lines`: the rows that figures print, with the offsets of these.
    """

    producers: Mapping[str, frozenset[Decimal]] = field(default_factory=dict)
    places: Mapping[str, frozenset[Decimal]] = field(default_factory=dict)
    lines: tuple[OnLine, ...] = ()

    @classmethod
    def of(cls, claims: Iterable[Claim], day: date | None, index: Index) -> TextsTold:
        """Those of rows that were there on the letter's day."""
        claims = tuple(claims)
        producers: dict[str, frozenset[Decimal]] = {}
        places: dict[str, frozenset[Decimal]] = {}
        for claim, row in _told(claims, day, index):
            value, place = claim.quantity.value, index.gazetteer.of(row)
            producers[row.producer_id] = producers.get(row.producer_id, frozenset()) | {value}
            if place is not None:
                places[place] = places.get(place, frozenset()) | {value}
        return cls(producers, places, tuple(_on_lines(claims, day, index)))

    def lines_near(self, start: int) -> tuple[OnLine, ...]:
        """The rows that other figures near an offset print, the nearest first."""
        near = [each for each in self.lines if 0 < abs(each.start - start) <= _REACH]
        return tuple(sorted(near, key=lambda each: (abs(each.start - start), each.row.observation_id)))

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


def _on_lines(claims: Iterable[Claim], day: date | None, index: Index) -> Iterator[OnLine]:
    """The figures that print a row: of five digits by itself, of four as read, of fewer for the day told too."""
    for claim, row in _printed(claims, day, index):
        as_read = row.measure_id in {claim.measure, *claim.measures_possible}
        known = len(digits(claim.quantity.value))
        by_itself = known > _ITSELF or (as_read and known == _ITSELF)
        if by_itself or (as_read and _is_of_its_day(claim, row) and known >= _SLIGHT):
            yield OnLine(claim.span.start, row)


def _is_of_its_day(claim: Claim, row: Observation) -> bool:
    """Whether a row's last day lies in the period told of a figure."""
    period, end = claim.period, row.period_end
    if period is None or end is None or period.end is None:
        return False
    return (period.start or period.end) <= end <= period.end


def _printed(claims: Iterable[Claim], day: date | None, index: Index) -> Iterator[tuple[Claim, Observation]]:
    for claim in claims:
        value = claim.quantity.value
        if claim.kind not in _COMPARED or len(digits(value)) < _SLIGHT:
            continue
        for row in index.of_value(index.measures, value, value, _SOME):
            if day is None or row.period_end is None or row.period_end <= day:
                yield claim, row
