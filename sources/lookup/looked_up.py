"""What a comparison looked up in a table: it need be made again only where one of these answers can have changed.

An answer can change only with a row that the question could have met, in the table before or in the one after.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sources.lookup.lookup_shelves import LESS, MORE


class Row(NamedTuple):
    """A row of a table, as far as questions turn on it. `chain`: its place and all that contain it."""

    measure: str
    event: str | None
    chain: tuple[str, ...]
    value: Decimal
    producer: str
    day: date
    published: date | None


class OfThing(NamedTuple):
    """Figures of a measure, of one event or (`any_event`) of all, in a place, in what it contains and what contains it.

    `chain`: the place asked about and all that contain it; empty where any place will do.
    """

    measure: str
    event: str | None
    chain: tuple[str, ...]
    any_event: bool = False

    def meets(self, row: Row) -> bool:
        if row.measure != self.measure or not (self.any_event or row.event == self.event):
            return False
        return not (self.chain and row.chain) or self.chain[0] in row.chain or row.chain[0] in self.chain


class OfValue(NamedTuple):
    """Figures of some measures with a number from `low` to `high`."""

    measures: frozenset[str]
    low: Decimal
    high: Decimal

    def meets(self, row: Row) -> bool:
        return row.measure in self.measures and self.low * LESS <= row.value <= self.high * MORE


class OfProducer(NamedTuple):
    """A producer's figures with an as-of date from `first` to `last`."""

    producer: str
    first: date
    last: date

    def meets(self, row: Row) -> bool:
        return row.producer == self.producer and self.first <= row.day <= self.last


class OfPublication(NamedTuple):
    """What a producer's texts of one day print."""

    producer: str
    day: date

    def meets(self, row: Row) -> bool:
        return row.producer == self.producer and row.published == self.day


LookUp = OfThing | OfValue | OfProducer | OfPublication
_NOTED: ContextVar[set[LookUp] | None] = ContextVar("noted", default=None)


@contextmanager
def noted() -> Iterator[set[LookUp]]:
    """All that is looked up in this thread within the block."""
    found: set[LookUp] = set()
    token = _NOTED.set(found)
    try:
        yield found
    finally:
        _NOTED.reset(token)


def note(asked: LookUp) -> None:
    """Note a question, where somebody keeps note."""
    notes = _NOTED.get()
    if notes is not None:
        notes.add(asked)
