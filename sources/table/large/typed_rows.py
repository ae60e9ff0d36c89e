"""The observations of a large table, each typed when it is asked for; and their order by measure, number and producer.

A million observations as objects take a gigabyte; the columns they are made of take a tenth, and a claim asks for a few
hundred of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import overload

import numpy as np
from numpy.typing import NDArray

from sources.lookup.lookup_shelves import Shelf
from sources.model import Observation
from sources.table.declared_faults import order_of
from sources.table.large.column_rows import ColumnRows, columns_of
from sources.table.raw import RawTable
from sources.table.typed_cells import Context, as_of_days, observation
from sources.table.unit_rows import factor_between

Places = NDArray[np.int64]
Key = tuple[str, str | None, str | None]


def typed_rows(table: RawTable, context: Context) -> TypedRows:
    """All observations of a large table."""
    return TypedRows(columns_of(table), context)


class TypedRows(Sequence[Observation]):
    """Observations of some rows of a table of columns; `at` are their indexes, all of them where it is left out."""

    def __init__(self, rows: ColumnRows, context: Context, at: Places | None = None) -> None:
        self._rows, self._context = rows, context
        self._facts: dict[str, NDArray[np.float64]] = {}
        self._at: Places = np.arange(len(rows)) if at is None else at

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, index: int) -> Observation: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Observation]: ...
    def __getitem__(self, index: int | slice) -> Observation | Sequence[Observation]:
        if isinstance(index, slice):
            return [self._typed(each) for each in self._at[index]]
        return self._typed(self._at[index])

    def __iter__(self) -> Iterator[Observation]:
        return (self._typed(each) for each in self._at)

    def _typed(self, at: np.int64) -> Observation:
        return observation(self._rows[int(at)], self._context)

    # what an index of the table is arranged by

    def by_key(self, place_of: Callable[[str, str], str | None]) -> Iterator[tuple[Key, Sequence[Observation]]]:
        """The figures of each measure, event and place; `place_of` tells the place of a name and a code."""
        columns = ("measure_id", "event", "place", "place_code")
        for cells, places in self._grouped(columns):
            place = place_of(cells["place"], cells["place_code"])
            yield (cells["measure_id"], cells["event"] or None, place), self._picked(places)

    def by_value(self) -> Mapping[str, tuple[Sequence[float], Sequence[Observation]]]:
        """For each measure the numbers of its figures, the smallest first, and the figures beside them."""
        values = self._numbers
        found: dict[str, tuple[Sequence[float], Sequence[Observation]]] = {}
        for cells, places in self._grouped(("measure_id",)):
            ordered = places[np.argsort(values[places], kind="stable")]
            found[cells["measure_id"]] = (array("d", values[ordered].tolist()), self._picked(ordered))
        return found

    def by_producer(self) -> Mapping[str, Sequence[Observation]]:
        """For each producer its figures by as-of date."""
        days = self._as_of
        return {
            cells["producer_id"]: self._picked(places[np.argsort(days[places], kind="stable")])
            for cells, places in self._grouped(("producer_id",))
        }

    def by_publication(self) -> Mapping[tuple[str, date], Sequence[Observation]]:
        """The figures that a producer's texts of one day print."""
        return {
            (cells["producer_id"], date.fromisoformat(cells["published_on"])): self._picked(places)
            for cells, places in self._grouped(("producer_id", "published_on"))
            if cells["published_on"]
        }

    def corrections(self) -> Mapping[str, Observation]:
        """The figures that correct another, by their ids."""
        told = set(self._rows.words("superseded_by")) - {""}
        if not told:
            return {}
        found = np.flatnonzero(self._rows.is_one_of("observation_id", told))
        return {each.observation_id: each for each in self._picked(found)}

    def shelf(self, parts: Sequence[Sequence[Observation]]) -> Shelf:
        """Figures of several keys on one shelf, by as-of date; none is made before it is asked for."""
        places = [part._at for part in parts if isinstance(part, TypedRows)]
        at = np.concatenate(places) if places else np.zeros(0, dtype=np.int64)
        from sources.table.large.column_shelf import ColumnShelf

        return ColumnShelf(self._picked(at[np.argsort(self._as_of[at], kind="stable")]))

    def later(self, parts: Sequence[Sequence[Observation]], row: Observation, day: date) -> Iterator[Observation]:
        """Of the figures of a key those of the producer and start of a row, of later days up to `day`."""
        for part in parts:
            if isinstance(part, TypedRows) and row.period_end is not None:
                days = self._as_of[part._at]
                at = part._at[(days > row.period_end.toordinal()) & (days <= day.toordinal())]
                start = row.period_start.isoformat() if row.period_start else ""
                for column, told in (("producer_id", row.producer_id), ("period_start", start)):
                    at = at[self._rows.codes(column)[at] == self._rows.cell(column, told)]
                yield from part._picked(at)

    def _picked(self, places: Places) -> TypedRows:
        picked = TypedRows(self._rows, self._context, places)
        picked._facts = self._facts
        return picked

    @property
    def _as_of(self) -> NDArray[np.float64]:
        """The as-of date of every row of the table, as a number; reckoned once for all that is picked from it."""
        if "days" not in self._facts:
            self._facts["days"] = self._days()
        return self._facts["days"]

    @property
    def _numbers(self) -> NDArray[np.float64]:
        """The number of every row of the table, in the unit of its measure."""
        if "values" not in self._facts:
            self._facts["values"] = self._values()
        return self._facts["values"]

    def days(self) -> list[int]:
        """The as-of dates of these figures, as ordinals."""
        return [int(day) for day in self._as_of[self._at]]

    def numbers(self) -> NDArray[np.float64]:
        """The numbers of these figures."""
        return self._numbers[self._at]

    def reordered(self, order: Places) -> TypedRows:
        """These figures in another order."""
        return self._picked(self._at[order])

    def by_start(self, *, without_weak: bool = False) -> dict[date | None, TypedRows]:
        """These figures by the day from which they count."""
        words, codes = self._rows.words("period_start"), self._rows.codes("period_start")[self._at]
        at = self._at
        if without_weak:
            kept = ~self._rows.is_one_of("grade", ("weak",))[at]
            at, codes = at[kept], codes[kept]
        found = {}
        for code in np.unique(codes):
            start = date.fromisoformat(words[code]) if words[code] else None
            found[start] = self._picked(at[codes == code])
        return found

    def _grouped(self, columns: Sequence[str]) -> Iterator[tuple[dict[str, str], Places]]:
        """The rows that are alike in some columns, in the order of the table, each group with what it has there."""
        key, first = self._rows.numbered(columns)
        words = {column: self._rows.words(column) for column in columns}
        order = np.argsort(key, kind="stable")
        ends = np.cumsum(np.bincount(key))
        for at, places in zip(first, np.split(order, ends[:-1]), strict=True):
            yield {column: words[column][self._rows.codes(column)[at]] for column in columns}, places

    def _values(self) -> NDArray[np.float64]:
        """The numbers in the units of their measures."""
        told = np.fromiter((order_of(word) for word in self._rows.words("value")), dtype=np.float64)
        values = told[self._rows.codes("value")]
        for cells, places in self._grouped(("measure_id", "unit")):
            wanted = self._context.units.get(cells["measure_id"], cells["unit"])
            factor = factor_between(cells["unit"], wanted, self._context.scales)
            if factor is not None and factor != 1:
                values[places] *= float(factor)
        return values

    def _days(self) -> NDArray[np.float64]:
        """The as-of dates as numbers; a month is its last day."""
        days = np.fromiter((order_of(word) for word in self._rows.words("period_end")), dtype=np.float64)
        months = [as_of_days({"period_end_text": word})[1].toordinal() if word else 0 for word in self._month_words()]
        of_month = np.array(months, dtype=np.float64)[self._rows.codes("period_end_text")]
        told = days[self._rows.codes("period_end")]
        return np.where(np.isnan(told), of_month, told)

    def _month_words(self) -> list[str]:
        return self._rows.words("period_end_text")
