"""UNHCR population statistics (Refugee Data Finder).

Documentation read: https://www.unhcr.org/refugee-statistics/insights/explainers/forcibly-displaced-api.html (open to
all, no key; filtering, limiting, paging over HTTP with JSON answers) and, through stored copies of answers of
https://api.unhcr.org/population/v1/population/ (2024), the shape: `page`, `maxPages`, `items`; each with `year`,
`coo_iso`, `coa_iso` ("-" where summed over), `refugees`, `asylum_seekers`, `idps`, `stateless` and more, as numbers or
as text, "-" for none. Parameters: `yearFrom`, `yearTo`, `coo`, `coa`,
`cf_type=ISO` (codes of ISO 3166 instead of UNHCR's own), `limit`, `page`.

Figures are of the end of a year and come out in June of the next; a middle-of-the-year figure stands under the same
year before that, so a year is taken from June of the next on. A 0 says that UNHCR counts none, not that there are none,
and is left out. Licence: https://www.unhcr.org/refugee-statistics/ (CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from sources.providers.asking import Figure, Query, Remarks
from sources.providers.net.client import Client
from sources.providers.net.paging import Pages
from sources.providers.records import Record, member, records
from sources.providers.vocabulary import Series, chosen, measures_of, needed_places, series_of

PROVIDER_ID: Final = "unhcr"
BASE_URL: Final = "https://api.unhcr.org/population/v1"
PAGE_SIZE: Final = 100
_FIRST_YEAR: Final = 1951
_OUT_IN: Final = 6
_NONE: Final = frozenset({"", "-"})
_SIDES: Final = {"coo": "country of origin", "coa": "country of asylum"}


class Unhcr:
    """End-year figures of a country, as country of origin (`coo`) or of asylum (`coa`)."""

    provider_id = PROVIDER_ID

    def __init__(self, client: Client, page_size: int = PAGE_SIZE) -> None:
        self.remarks = Remarks()
        self._client = client
        self._size = page_size
        self._series = series_of(PROVIDER_ID)

    @property
    def measures(self) -> tuple[str, ...]:
        return measures_of(self._series)

    def observations(self, query: Query) -> Iterator[Figure]:
        several = chosen(self._series, query, PROVIDER_ID)
        for place in needed_places(query, PROVIDER_ID):
            for side in _SIDES:
                wanted = [series for series in several if series.name.startswith(f"{side}:")]
                if wanted:
                    for record in self._records(side, place, query):
                        yield from self._figures(record, side, place, wanted, query)

    def _records(self, side: str, place: str, query: Query) -> Iterator[Record]:
        first = query.since.year if query.since else _FIRST_YEAR
        parameters = {side: place, "cf_type": "ISO", "yearFrom": str(first), "yearTo": str(query.last_day.year)}
        pages, number = Pages(self._client), 0
        while True:
            number += 1
            paging = {"limit": str(self._size), "page": str(number)}
            content, address = self._client.json("population/", {**parameters, **paging})
            items = member(content, "items", address, self._client)
            pages.take(items, address)
            first_number = (number - 1) * self._size + 1
            yield from records(items, address, self._client, what="'items'", first=first_number)
            # Without `maxPages` a second page would be missed, or asked for in vain.
            member(content, "maxPages", address, self._client)
            if number >= Record(content, 0, address, self._client).count("maxPages"):
                return

    def _figures(self, record: Record, side: str, place: str, wanted: list[Series], query: Query) -> Iterator[Figure]:
        other = "coa_iso" if side == "coo" else "coo_iso"
        if record.text(f"{side}_iso") != place:
            raise record.fault(f"{side}_iso", f"is not {place}, which was asked for")
        if record.text(other) != "-":
            raise record.fault(other, "is not summed over; the provider changed its answer")
        end = date(record.year("year"), 12, 31)
        if not query.covers(end) or query.today < date(end.year + 1, _OUT_IN, 1):
            self.remarks.add("the year ends outside the days asked for, or its end-year figures are not out")
            return
        for series in wanted:
            field = series.name.partition(":")[2]
            value = record.optional_count(field, empty=_NONE)
            if not value:
                self.remarks.add(f"UNHCR counts no {field} there that year")
                continue
            yield Figure(
                measure_id=series.measure_id,
                place_code=place,
                period_start=None,
                period_end=end,
                value=Decimal(value),
                unit=series.unit,
                producer_id="unhcr",
                published_by="UNHCR",
                title="UNHCR Refugee Data Finder, population figures",
                url="https://www.unhcr.org/refugee-statistics/download",
                as_printed=f"{field} {end.year}: {value}",
                grade="primary",
                licence="CC BY 4.0",
                note=f"by {_SIDES[side]}, at the end of the year",
            )
