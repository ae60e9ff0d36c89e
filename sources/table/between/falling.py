"""Running counts that fall: a slip of the pen, or a correction to declare.

"512 killed by 4 May" and "508 killed by 11 May" of one producer cannot both stand. Both sides are intervals: a figure
falls only where the most it may be lies below the least of an earlier one, on a day that is strictly later however the
dates are read ("in May" is no later than 30 May). "At least 512" has no most, so beside another floor the printed
numbers are held against each other: "at least 508" a week later takes something back, and the note says what. A figure
that its producer took back is declared by naming the row that corrects it in `superseded_by`; it is then left out here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, cast

from claims.model import Comparator
from claims.quick_records import dataclass
from sources.table.declaration import Fault
from sources.table.published import interval_of
from sources.table.raw import RawTable, values_of
from sources.table.typed_cells import as_of_days, cell_number

_SERIES: Final = ("producer_id", "measure_id", "event", "place", "period_start")
_FLOORS: Final = (">", ">=")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A figure of a series: the days its as-of date may be, the least and most it may be, the index of its row."""

    first: date
    last: date
    low: Decimal | None
    high: Decimal | None
    at: int
    printed: str
    as_of: str


def falling(table: RawTable, kinds: Mapping[str, str]) -> Iterator[Fault]:
    """The figures below an earlier one of their series; the highest of those is named. `kinds`: measure id to kind."""
    for members in _series(table, kinds).values():
        for member, earlier in _with_highest_before(members):
            if (
                earlier is not None
                and earlier.low is not None
                and member.high is not None
                and member.high < earlier.low
            ):
                yield table.fault_at(
                    member.at, "value", member.printed, _what(table.told(earlier.at, member.at), earlier)
                )


def _with_highest_before(members: Sequence[_Member]) -> Iterator[tuple[_Member, _Member | None]]:
    """Each figure with the one of the highest lower bound among those whose day is over when its own begins."""
    over = sorted(members, key=lambda member: (member.last, member.at))
    highest: _Member | None = None
    at = 0
    for member in sorted(members, key=lambda member: (member.first, member.at)):
        while at < len(over) and over[at].last < member.first:
            highest = _higher(highest, over[at])
            at += 1
        yield member, highest


def _higher(one: _Member | None, other: _Member) -> _Member | None:
    if other.low is None or (one is not None and one.low is not None and one.low >= other.low):
        return one
    return other


def _what(place: str, earlier: _Member) -> str:
    return (
        f"is below {earlier.printed} of {earlier.as_of} ({place}), and a running count does not fall;"
        " correct it, or name the row that corrects the earlier one in its superseded_by"
    )


def _series(table: RawTable, kinds: Mapping[str, str]) -> Mapping[tuple[str, ...], list[_Member]]:
    """The figures that must not fall among each other; floors without a note once more as the numbers they print."""
    series: dict[tuple[str, ...], list[_Member]] = defaultdict(list)
    for at, row in enumerate(table.rows):
        if kinds.get(row["measure_id"]) != "cumulative" or _passed_over(row):
            continue
        member = _member(row, at)
        series[values_of(row, _SERIES)].append(member)
        if member.high is None and row["comparator"] in _FLOORS and not row.get("note"):
            series["floors", *values_of(row, _SERIES)].append(replace(member, high=member.low))
    return series


def _passed_over(row: Mapping[str, str]) -> bool:
    """What was taken back, what is only a hint, and an estimate, which may be corrected downwards."""
    bounded = row.get("low") or row.get("high")
    estimate = row["comparator"] == "~" and not bounded
    return bool(row.get("superseded_by")) or row.get("grade") == "weak" or estimate


def _member(row: Mapping[str, str], at: int) -> _Member:
    first, last = as_of_days(row)
    low, high = cell_number(row, "low"), cell_number(row, "high")
    said = interval_of(cast(Comparator, row["comparator"]), Decimal(row["value"]), low, high)
    return _Member(
        first=first,
        last=last,
        low=said.low,
        high=said.high,
        at=at,
        printed=row["value"],
        as_of=row.get("period_end") or row["period_end_text"],
    )
