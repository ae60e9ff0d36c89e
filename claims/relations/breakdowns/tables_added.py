"""Tables whose own figures show how they are added: a last row that is the sum of the others in most of its columns,
columns that are the sum of those beside them in most rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.relations.figures import Figure
from claims.relations.kinds import SURE, PartOf, Split

_BOUND = SURE + 2
_LEAST = 3
_PAIR = 2

Row = Sequence[Figure]


def added_rows(rows: Sequence[Row]) -> Iterator[PartOf]:
    """The sums of a table without a row that is called its total; nothing where its rows are not of one length."""
    rows = _cells(rows)
    if not rows:
        return
    yield from _mostly([_sum_of(rows[-1][at], [row[at] for row in rows[:-1]]) for at in range(len(rows[0]))])
    yield from across(rows)


def across(rows: Sequence[Row]) -> Iterator[PartOf]:
    """A column that is the sum of the columns behind it, or before it, in all rows or all but one."""
    rows = _cells(rows)
    if not rows:
        return
    width = len(rows[0])
    for first in range(width):
        for stop in range(first + _PAIR + 1, width + 1):
            behind = [_sum_of(row[first], row[first + 1 : stop]) for row in rows]
            before = [_sum_of(row[stop - 1], row[first : stop - 1]) for row in rows]
            yield from _mostly(behind)
            yield from _mostly(before)


def _cells(rows: Sequence[Row]) -> list[Row]:
    """The rows of one length, without a number in the name of a row ("All three"); none where they are not alike."""
    width = min(map(len, rows), default=0)
    alike = len(rows) >= _LEAST and all(len(row) <= width + 1 for row in rows)
    same = sum(len(row) == width for row in rows) * _PAIR > len(rows)
    return [row[-width:] for row in rows] if alike and same and width else []


def _mostly(sums: Sequence[Split | None]) -> Iterator[PartOf]:
    """The sums if all hold but one, and three at least do."""
    told = [one for one in sums if one is not None]
    holding = sum(_holds(one) for one in told)
    if holding >= max(_PAIR, len(told) - 1) and len(told) >= _LEAST:
        for one in told:
            yield PartOf(readings=(one,), closed=True, evidence=_BOUND)


def _sum_of(whole: Figure, parts: Sequence[Figure]) -> Split | None:
    """A sum of cells; the share of all together is no sum of the shares."""
    if any(one.is_share or one.claim.quantity.comparator != "=" for one in (whole, *parts)):
        return None
    return Split(whole=whole.claim, parts=tuple(one.claim for one in parts), evidence=_BOUND)


def _holds(split: Split) -> bool:
    return sum((part.quantity.value for part in split.parts), Decimal(0)) == split.whole.quantity.value
