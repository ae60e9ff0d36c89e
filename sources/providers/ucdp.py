"""UCDP, the Georeferenced Event Dataset (GED) of the Uppsala Conflict Data Program.

Documentation read: https://ucdp.uu.se/apidocs/ (versions in the address; since February 2026 a token is needed and sent
with every call) and its OpenAPI description as kept at github.com/api-evangelist/uppsala (header
`x-ucdp-access-token`, 5,000 requests a day; `gedevents/<version>` with `pagesize`, `page` from 0, `Country`,
`StartDate`, `EndDate`; `TotalCount`, `TotalPages`, `PreviousPageUrl`, `NextPageUrl`, `Result`). Fields used:
`country_id` (the number of Gleditsch and Ward), `date_start`, `date_end`, `type_of_violence` (1 state-based, 2
non-state, 3 one-sided), `best`, `low`, `high`, `deaths_civilians`. The two dates of the question bound `date_end`.

Licence: https://ucdp.uu.se/downloads/ (CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from sources.providers.asking import Figure, Query, Remarks
from sources.providers.counting import Happening, days_counted, first_day, running_counts
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.paging import Pages
from sources.providers.place_codes import gleditsch_ward
from sources.providers.records import Record, member, records
from sources.providers.vocabulary import Series, chosen, measures_of, needed_places, series_of

PROVIDER_ID: Final = "ucdp"
BASE_URL: Final = "https://ucdpapi.pcr.uu.se/api"
KEY_VARIABLE: Final = "UCDP_ACCESS_TOKEN"
KEY_HEADER: Final = "x-ucdp-access-token"
VERSION: Final = "26.1"
PAGE_SIZE: Final = 1000
_ONE_SIDED: Final = 3
_TYPES: Final = (1, 2, _ONE_SIDED)


class Ucdp:
    """Deaths in organised violence, from the first day asked for to each month's end that the release covers."""

    provider_id = PROVIDER_ID

    def __init__(self, client: Client, key: Key, version: str = VERSION, page_size: int = PAGE_SIZE) -> None:
        self.remarks = Remarks()
        self._client = client
        self._key = key
        self._version = version
        self._size = page_size
        self._series = series_of(PROVIDER_ID)

    @property
    def measures(self) -> tuple[str, ...]:
        return measures_of(self._series)

    def observations(self, query: Query) -> Iterator[Figure]:
        since, several = first_day(query, PROVIDER_ID), chosen(self._series, query, PROVIDER_ID)
        by_name = {series.name: series for series in several}
        last = self._last_covered(query)
        for place in needed_places(query, PROVIDER_ID):
            happenings = [
                each for record in self._records(place, since, last) for each in self._counted(record, place, several)
            ]
            early = {(each.start, each.end) for each in happenings if each.start < since}
            self.remarks.add("the event began before --since", len(early))
            days = days_counted(since, last, asked=query.until == last)
            for count in running_counts(happenings, since, days):
                field = count.series.rpartition(":")[2]
                bounds = f" ({count.low} to {count.high})" if count.low is not None else ""
                yield Figure(
                    measure_id=by_name[count.series].measure_id,
                    place_code=place,
                    period_start=since,
                    period_end=count.end,
                    value=count.value,
                    low=count.low,
                    high=count.high,
                    comparator="~",
                    unit=by_name[count.series].unit,
                    producer_id="ucdp",
                    published_by="UCDP",
                    title="UCDP Georeferenced Event Dataset",
                    url="https://ucdp.uu.se/downloads/",
                    as_printed=f"{field} {count.value}{bounds}",
                    grade="primary",
                    licence="CC BY 4.0",
                    note=f"[computed] sum of {field} over {count.entries} events of GED {self._version}, from {since}",
                )

    def _last_covered(self, query: Query) -> date:
        """The last day of the release: a yearly one, 26.1, covers the years before 2026; candidates their month."""
        year, _, rest = self._version.partition(".")
        if not (year.isdigit() and len(year) == 2):
            return query.last_day
        covered = date(1999 + int(year), 12, 31) if rest == "1" else query.last_day
        if covered < query.last_day:
            self.remarks.add(f"GED {self._version} ends on {covered}; nothing after it is counted")
        return min(covered, query.last_day)

    def _records(self, place: str, since: date, last: date) -> Iterator[Record]:
        number = gleditsch_ward(place)
        parameters = {"Country": str(number), "StartDate": since.isoformat(), "EndDate": last.isoformat()}
        pages, page = Pages(self._client), 0
        while True:
            asked = {**parameters, "pagesize": str(self._size), "page": str(page)}
            content, address = self._client.json(f"gedevents/{self._version}", asked, key=self._key)
            rows = member(content, "Result", address, self._client)
            pages.take(rows, address)
            for record in records(rows, address, self._client, what="'Result'", first=page * self._size + 1):
                if record.count("country_id") != number:
                    raise record.fault("country_id", f"is not {number} ({place}), which was asked for")
                yield record
            member(content, "TotalPages", address, self._client)
            page += 1
            if page >= Record(content, 0, address, self._client).count("TotalPages"):
                return

    def _counted(self, record: Record, place: str, several: tuple[Series, ...]) -> Iterator[Happening]:
        start, end = record.day("date_start"), record.day("date_end")
        if end < start:
            raise record.fault("date_end", "is before date_start")
        violence = record.count("type_of_violence")
        if violence not in _TYPES:
            raise record.fault("type_of_violence", "is none of 1, 2 and 3")
        low, high = record.count("low"), record.count("high")
        if not low <= record.count("best") <= high:
            raise record.fault("best", f"is no number from low ({low}) to high ({high})")
        for series in several:
            group, _, field = series.name.partition(":")
            if group == "one_sided" and violence != _ONE_SIDED:
                continue
            bounded = field == "best"
            yield Happening(
                place_code=place,
                series=series.name,
                start=start,
                end=end,
                value=Decimal(record.count(field)),
                low=Decimal(low) if bounded else None,
                high=Decimal(high) if bounded else None,
            )
