"""What rows must be together: a running count that falls is a slip of the pen, or a correction to declare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from sources.declare import Fault
from sources.reading import RawTable

_Series = tuple[str, ...]
# as-of date, value, line, value as printed
_Member = tuple[str, float, int, str]
_SERIES = ("producer_id", "measure_id", "event", "place", "period_start")


def across_rows(table: RawTable, kinds: Mapping[str, str]) -> list[Fault]:
    """Faults that only show between rows, in the order of their lines. `kinds`: measure id to kind."""
    found = [*_without_date(table), *_falling(table, kinds)]
    return sorted(found, key=lambda fault: (fault.line, fault.column))


def _without_date(table: RawTable) -> Iterator[Fault]:
    for line, row in zip(table.lines, table.rows, strict=True):
        if not row.get("period_end") and not row.get("period_end_text"):
            what = "is empty; give the as-of date, or its month in period_end_text"
            yield Fault(file=table.file, line=line, column="period_end", value="", what=what)
        if not row.get("url") and not row.get("title"):
            yield Fault(
                file=table.file, line=line, column="url", value="", what="is empty; say where the figure stands"
            )


def _falling(table: RawTable, kinds: Mapping[str, str]) -> Iterator[Fault]:
    """Exact cumulative figures of one series that fall from one day to a later one.

    "512 killed by 4 May" and "508 killed by 11 May" cannot both stand. A figure that its producer took back
    is declared by naming the row that corrects it in `superseded_by`; it is then left out here.
    """
    for members in _series(table, kinds).values():
        highest: _Member | None = None
        for _, same_day in groupby(sorted(members), key=lambda member: member[0]):
            days = list(same_day)
            if highest is not None:
                yield from (_fall(table.file, highest, member) for member in days if member[1] < highest[1])
            highest = max([*days, *([highest] if highest else [])], key=lambda member: member[1])


def _fall(file: str, earlier: _Member, later: _Member) -> Fault:
    what = (
        f"is below {earlier[3]} of {earlier[0]} (line {earlier[2]}), and a running count does not fall;"
        " correct it, or name the row that corrects the earlier one in its superseded_by"
    )
    return Fault(file=file, line=later[2], column="value", value=later[3], what=what)


def _series(table: RawTable, kinds: Mapping[str, str]) -> Mapping[_Series, list[_Member]]:
    series: dict[_Series, list[_Member]] = defaultdict(list)
    for line, row in zip(table.lines, table.rows, strict=True):
        exact = row["comparator"] == "=" and not row.get("superseded_by") and row.get("period_end")
        if exact and kinds.get(row["measure_id"]) == "cumulative":
            key = tuple(row.get(column, "") for column in _SERIES)
            series[key].append((row["period_end"], float(row["value"]), line, row["value"]))
    return series
