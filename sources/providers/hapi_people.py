"""People in the answers of HDX HAPI: internally displaced, and in need. The documentation is named in hdx_hapi.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from sources.providers.asking import Figure, Query, Remarks
from sources.providers.records import Record
from sources.providers.vocabulary import Series

_IDPS: Final = "https://data.humdata.org/dataset/hdx-hapi-idps"
_NEEDS: Final = "https://data.humdata.org/dataset/hdx-hapi-humanitarian-needs"
_ALL_SECTORS: Final = frozenset({"intersectoral", "all"})
# Undivided: version 2 leaves the category empty, older answers say "all" in each of their columns.
_WHOLE: Final = frozenset({"", "all", "total"})
_DIVISIONS: Final = ("gender", "age_range", "disabled_marker", "population_group")


def period_end(record: Record) -> date:
    """The last day of the reference period, its first where it has no other."""
    return record.optional_day("reference_period_end") or record.day("reference_period_start")


def idp_figures(found: list[Record], series: Series, query: Query, remarks: Remarks) -> Iterator[Figure]:
    """Each round of a country's one operation; where it has several, the sum of their last rounds of each year.

    The documentation: "only the most recent reporting round per operation should be aggregated".
    """
    years: dict[int, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in _one_assessment(found, remarks):
        if query.covers(period_end(record)):
            years[period_end(record).year][record.optional_text("operation")].append(record)
        else:
            remarks.add("the round ends outside the days asked for")
    for year in sorted(years):
        operations = years[year]
        if len(operations) == 1:
            for rounds in operations.values():
                yield from (_idp_figure([each], series) for each in sorted(rounds, key=period_end))
        else:
            yield _idp_figure([max(rounds, key=period_end) for rounds in operations.values()], series)


def _one_assessment(found: list[Record], remarks: Remarks) -> Iterator[Record]:
    """Rows that stand alone for their operation and day; two kinds of assessment of one day settle nothing."""
    same: dict[tuple[str, date], list[Record]] = defaultdict(list)
    for record in found:
        same[record.optional_text("operation"), period_end(record)].append(record)
    for several in same.values():
        if len({record.count("population") for record in several}) == 1:
            yield several[0]
        else:
            remarks.add("several populations for one operation and day", len(several))


def _idp_figure(taken: list[Record], series: Series) -> Figure:
    value = sum(record.count("population") for record in taken)
    rounds = ", ".join(f"{each.optional_text('operation') or 'operation'}" for each in taken)
    summed = f"[computed] sum of the last rounds of {rounds}" if len(taken) > 1 else f"operation: {rounds}"
    return Figure(
        measure_id=series.measure_id,
        place_code=taken[0].text("location_code"),
        period_start=None,
        period_end=max(period_end(record) for record in taken),
        value=Decimal(value),
        unit=series.unit,
        producer_id="iom_dtm",
        published_by="HDX HAPI",
        title="HDX HAPI internally displaced persons",
        url=_IDPS,
        as_printed=f"population {value}",
        grade="quoted",
        note=summed[:300],
    )


def need_figures(found: list[Record], series: Series, query: Query, remarks: Remarks) -> Iterator[Figure]:
    """People in need over all sectors, undivided, as of the first and the last day of the period planned for."""
    for record in found:
        # A sector without a code is one that HDX could not place, and not all of them.
        whole = record.optional_text("sector_code").casefold() in _ALL_SECTORS
        divided = ["category", *(name for name in _DIVISIONS if name in record.fields)]
        whole = all(record.optional_text(name).casefold() in _WHOLE for name in divided) and whole
        if record.text("population_status") != "INN" or not whole:
            remarks.add("one sector or group, or a status other than in need")
            continue
        days = [day for day in _planned(record) if query.covers(day[1])]
        remarks.add("the period lies outside the days asked for", 0 if days else 1)
        yield from (_need(record, series, first, as_of) for first, as_of in days)


def _planned(record: Record) -> list[tuple[date | None, date]]:
    """First day and as-of date: the figure holds from the first day planned for to the last, when that is over."""
    start, end = record.day("reference_period_start"), record.optional_day("reference_period_end")
    return [(None, start), (start, end)] if end is not None and end > start else [(None, start)]


def _need(record: Record, series: Series, first: date | None, as_of: date) -> Figure:
    value = record.count("population")
    start, end = record.day("reference_period_start"), record.optional_day("reference_period_end")
    return Figure(
        measure_id=series.measure_id,
        place_code=record.text("location_code"),
        period_start=first,
        period_end=as_of,
        value=Decimal(value),
        comparator="~",
        unit=series.unit,
        producer_id="ocha",
        published_by="HDX HAPI",
        title="HDX HAPI humanitarian needs",
        url=_NEEDS,
        as_printed=f"INN population {value}",
        grade="quoted",
        note=f"planning figure for {start} to {end or '…'}",
    )
