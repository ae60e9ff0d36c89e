"""A shelf of a large table: what a claim can turn on is found in its columns, and only that is made."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

import numpy as np

from sources.lookup.lookup_shelves import Shelf
from sources.model import Observation
from sources.table.large.typed_rows import TypedRows


class ColumnShelf(Shelf):
    """A shelf whose figures, already by as-of date, are made when they are taken down."""

    def __init__(self, figures: TypedRows) -> None:
        self._rows = figures
        self._figures = figures

    def start_counts(self) -> Counter[date]:
        starts = self._rows.by_start(without_weak=True)
        return Counter({start: len(rows) for start, rows in starts.items() if start is not None})

    @cached_property
    def _days(self) -> Sequence[int]:
        return self._rows.days()

    @cached_property
    def _starts(self) -> Mapping[date | None, Sequence[Observation]]:
        return self._rows.by_start()

    @cached_property
    def _by_value(self) -> tuple[Sequence[Decimal | float], Sequence[Observation]]:
        numbers = self._rows.numbers()
        order = np.argsort(numbers, kind="stable")
        return array("d", numbers[order].tolist()), self._rows.reordered(order)
