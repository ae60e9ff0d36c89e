"""The few rows of a large table that may be at fault, found by its distinct cells; the ordinary checks look at those.

A check that finds nothing in a cell finds nothing in a million rows that hold it. So each column is asked once a
distinct cell, each pair of days once a pair, each series once by its numbers; what comes out is a small table for which
the checks tell what they would tell of the whole one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sources.table.declaration import Column, Declaration, Known
from sources.table.declared_faults import cell_faults, order_of
from sources.table.large.column_rows import ColumnRows, Mask, columns_of
from sources.table.raw import RawTable
from sources.table.typed_cells import as_of_days

Numbers = NDArray[np.float64]
_SERIES: Final = ("producer_id", "measure_id", "event", "place", "period_start")
_NOTED: Final = "note"
_PLACED: Final = ("measure_id", "place", "place_code")


def picked(table: RawTable, wanted: Mask) -> RawTable:
    """The rows of a table that are wanted, as plain rows with their lines and origins."""
    places = [int(at) for at in np.flatnonzero(wanted)]
    return replace(
        table,
        rows=tuple(table.rows[at] for at in places),
        lines=tuple(int(table.lines[at]) for at in places),
        origin_of=[int(table.origin_of[at]) for at in places] if table.origins else (),
    )


def suspect_cells(rows: ColumnRows, declaration: Declaration, known: Known) -> Mask:
    """The rows with a cell that may be at fault by itself, or with an id that stands twice."""
    found = np.zeros(len(rows), dtype=np.bool_)
    for column in declaration.columns:
        if column.required:
            found |= ~rows.filled(column.name)
        if column.name in rows.columns and not _takes_any_text(column):
            found |= rows.where(column.name, _at_fault(column, known))
        if column.unique:
            codes = rows.codes(column.name)
            found |= np.bincount(codes, minlength=1)[codes] > 1
    for order in declaration.orders:
        lower, upper = (_ordinals(rows, column) for column in (order.lower, order.upper))
        found |= (lower == lower) & (upper == upper) & (lower > upper)  # noqa: PLR0124 - NaN differs from itself
    return found


def _at_fault(column: Column, known: Known) -> Callable[[str], bool]:
    if column.pattern is not None and _takes_any_text(replace(column, pattern=None)):
        fits = re.compile(column.pattern).fullmatch
        return lambda word: bool(word) and fits(word) is None
    return lambda word: bool(word) and any(cell_faults(word, column, known))


def _takes_any_text(column: Column) -> bool:
    """Whether any text is good in a column: nothing is declared of it but its name."""
    asked = (column.values, column.pattern, column.minimum, column.maximum, column.max_words, column.refers_to)
    return column.type == "text" and all(each is None for each in asked)


def _ordinals(rows: ColumnRows, column: str) -> Numbers:
    """Each row's cell as a number that orders days and numbers; NaN where it is neither."""
    told = np.fromiter((order_of(word) for word in rows.words(column)), dtype=np.float64)
    return told[rows.codes(column)]


def suspects_between(
    table: RawTable, kinds: Mapping[str, str], organisers: Collection[str], own_letters: Collection[str]
) -> Mask:
    """The rows that a check between rows may name, with those that it needs beside them."""
    rows = columns_of(table)
    until, out = _ordinals(rows, "period_end"), _ordinals(rows, "published_on")
    found = ~rows.filled("period_end") & ~rows.filled("period_end_text")
    found |= ~rows.filled("url") & ~rows.filled("title")
    found |= (until > out) & ~rows.filled(_NOTED)
    found |= rows.is_one_of("producer_id", organisers) | rows.is_one_of("event", own_letters)
    found |= ~rows.filled("place") & ~rows.filled("place_code") & ~rows.filled("event") & ~rows.filled(_NOTED)
    for pair in (("measure_id", "unit"), _PLACED):
        found |= _examples(rows, pair)
    tied = rows.filled("superseded_by") | rows.filled("cites")
    if tied.any():
        ids = {
            row[column] for row in picked(table, tied).rows for column in ("superseded_by", "cites") if row.get(column)
        }
        found |= tied | rows.is_one_of("observation_id", ids)
    return found | _falling(rows, kinds)


def _examples(rows: ColumnRows, columns: Sequence[str]) -> Mask:
    """One row of each combination in some columns: what is wrong with it is wrong with all of them."""
    _, first = rows.numbered(columns)
    found = np.zeros(len(rows), dtype=np.bool_)
    found[first] = True
    return found


def alike(rows: ColumnRows, examples: Iterable[int], columns: Sequence[str]) -> Mask:
    """The rows that have in some columns what examples have."""
    key, _ = rows.numbered(columns)
    return np.isin(key, key[list(examples)])


def _falling(rows: ColumnRows, kinds: Mapping[str, str]) -> Mask:
    """The rows of every series of running counts of which a number lies below an earlier one."""
    cumulative = rows.is_one_of("measure_id", {each for each, kind in kinds.items() if kind == "cumulative"})
    key, _ = rows.numbered(_SERIES)
    days, values = _as_of(rows), _ordinals(rows, "value")
    order = np.lexsort((days, key))
    key_of, value_of = key[order], values[order]
    # a later number of the same series that is smaller, or the same series with bounds: both are for the exact check
    falls = (key_of[1:] == key_of[:-1]) & (value_of[1:] < value_of[:-1])
    bounded = rows.filled("low") | rows.filled("high") | ~rows.is_one_of("comparator", ("=", ">", ">="))
    suspect = {*key_of[1:][falls].tolist(), *key[bounded & cumulative].tolist()}
    return cumulative & np.isin(key, list(suspect)) if suspect else np.zeros(len(rows), dtype=np.bool_)


def _as_of(rows: ColumnRows) -> Numbers:
    """The last day that each row's as-of date may be, as a number."""
    days = _ordinals(rows, "period_end")
    months = np.fromiter((_month_end(word) for word in rows.words("period_end_text")), dtype=np.float64)
    return np.where(np.isnan(days), months[rows.codes("period_end_text")], days)


def _month_end(word: str) -> float:
    try:
        return float(as_of_days({"period_end_text": word})[1].toordinal()) if word else float("nan")
    except ValueError:
        return float("nan")
