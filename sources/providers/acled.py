"""ACLED, the Armed Conflict Location & Event Data Project.

Documentation read: https://acleddata.com/api-documentation/getting-started (an OAuth token of a myACLED account: POST
https://acleddata.com/oauth/token with `username`, `password`, `grant_type=password`, `client_id=acled`; then
`Authorization: Bearer …` with calls to https://acleddata.com/api/acled/read), the guide's page on elements of the API
(`_format`, `limit` and `page`, `fields` parted by |, what JSON answers say besides the data) and on the ACLED endpoint,
https://apidocs.acleddata.com/acled_endpoint.html (filters, among them `iso` and `event_date` with
`event_date_where=BETWEEN`, and every field). An answer has `status`, `success`, `count`, `messages`, `data` and
`data_query_restrictions`, whose `date_recency.date` is the last day the account may read. Fields used: `event_id_cnty`,
`event_date`, `iso`, `disorder_type`, `sub_event_type`, `civilian_targeting`, `fatalities`, `timestamp` (when the event
was last uploaded).

The older key and e-mail address in the query were retired with https://api.acleddata.com and are not supported.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sources.providers.acled_login import Login
from sources.providers.asking import Figure, Query, Remarks
from sources.providers.counting import Happening, days_counted, first_day, running_counts, settled
from sources.providers.net.client import Client
from sources.providers.net.outside import RefusedError
from sources.providers.net.paging import until_short
from sources.providers.place_codes import number_of
from sources.providers.records import Record, from_unix, member, records
from sources.providers.vocabulary import Series, chosen, measures_of, needed_places, series_of

PROVIDER_ID: Final = "acled"
BASE_URL: Final = "https://acleddata.com"
PAGE_SIZE: Final = 5000
# Data comes out weekly, about a week after the events.
_CODING_DAYS: Final = 14
_FIELDS: Final = "event_id_cnty|event_date|iso|disorder_type|sub_event_type|civilian_targeting|fatalities|timestamp"

_DISORDER: Final = frozenset({"Political violence", "Demonstrations", "Strategic developments"})


class Acled:
    """Events and reported fatalities, counted from the first day asked for to each month's end."""

    provider_id = PROVIDER_ID

    def __init__(self, client: Client, login: Login, page_size: int = PAGE_SIZE) -> None:
        self.remarks = Remarks()
        self._client = client
        self._login = login
        self._size = page_size
        self._series = series_of(PROVIDER_ID)

    @property
    def measures(self) -> tuple[str, ...]:
        return measures_of(self._series)

    def observations(self, query: Query) -> Iterator[Figure]:
        since, several = first_day(query, PROVIDER_ID), chosen(self._series, query, PROVIDER_ID)
        by_name = {series.name: series for series in several}
        for place in needed_places(query, PROVIDER_ID):
            happenings, last = self._happenings(place, since, several, query)
            days = days_counted(since, last, asked=query.until is not None and last == query.until)
            for count in running_counts(happenings, since, days):
                series = by_name[count.series]
                what = count.series.rpartition(":")[2]
                yield Figure(
                    measure_id=series.measure_id,
                    place_code=place,
                    period_start=since,
                    period_end=count.end,
                    value=count.value,
                    unit=series.unit,
                    producer_id="acled",
                    published_by="ACLED",
                    title="ACLED event data",
                    url="https://acleddata.com/conflict-data",
                    as_printed=f"{what} {count.value} in {count.entries} rows",
                    grade="primary",
                    published_on=count.published_on,
                    licence="ACLED terms of use",
                    note=f"[computed] {count.series} counted in the event data from {since}",
                )

    def _happenings(
        self, place: str, since: date, several: tuple[Series, ...], query: Query
    ) -> tuple[list[Happening], date]:
        """What counts in a place, and the last day that the account may read."""
        seen: set[str] = set()
        happenings: list[Happening] = []
        last = settled(query, _CODING_DAYS, self.remarks)
        number = number_of(place)
        for page, content, address, first in self._pages(number, since, query):
            if (limit := self._recency(content, address)) is not None and limit < last:
                last = limit
                self.remarks.add(f"the account reads ACLED only to {last}; nothing after it is counted")
            for record in records(page, address, self._client, what="'data'", first=first):
                if int(record.number_of("iso")) != number:
                    raise record.fault("iso", f"is not {number} ({place}), which was asked for")
                # A page may repeat the end of the one before when data is added while it is read.
                if (event := record.text("event_id_cnty")) not in seen:
                    seen.add(event)
                    happenings += self._counted(record, place, several)
        return happenings, last

    def _pages(self, number: int, since: date, query: Query) -> Iterator[tuple[list[Any], Any, str, int]]:
        parameters = {
            "_format": "json",
            "iso": str(number),
            "event_date": f"{since}|{query.last_day}",
            "event_date_where": "BETWEEN",
            "fields": _FIELDS,
            "limit": str(self._size),
        }
        whole: list[Any] = [None]

        def ask(page: int) -> tuple[list[Any], str]:
            content, address = self._asked({**parameters, "page": str(page + 1)})
            rows = member(content, "data", address, self._client)
            if not isinstance(rows, list):
                raise self._client.error(address, "'data' is no list; the provider changed its answer")
            whole[0] = content
            return rows, address

        for page, address, at in until_short(self._client, ask, self._size):
            yield page, whole[0], address, at * self._size + 1

    def _asked(self, parameters: dict[str, str]) -> tuple[Any, str]:
        try:
            content, address = self._client.json("api/acled/read", parameters, key=self._login.key())
        except RefusedError as refusal:
            if refusal.status != 401 or not self._login.renew():
                raise
            content, address = self._client.json("api/acled/read", parameters, key=self._login.key())
        if isinstance(content, dict) and (content.get("success") is False or content.get("status", 200) != 200):
            said = content.get("messages") or content.get("error") or content.get("status")
            raise self._client.error(address, f"refuses the question: {str(said)[:200]}")
        return content, address

    def _recency(self, content: Any, address: str) -> date | None:
        """The last day the account may read, where the answer restricts it."""
        restrictions = content.get("data_query_restrictions")
        recency = restrictions.get("date_recency") if isinstance(restrictions, dict) else None
        if not isinstance(recency, dict) or not recency.get("date"):
            return None
        return Record(recency, 0, address, self._client).optional_day("date")

    def _counted(self, record: Record, place: str, several: tuple[Series, ...]) -> Iterator[Happening]:
        disorder = {part.strip() for part in record.text("disorder_type").split(";")}
        if not disorder <= _DISORDER:
            raise record.fault("disorder_type", "is none that the codebook has")
        belongs = {
            "political_violence": "Political violence" in disorder,
            "demonstration": "Demonstrations" in disorder,
            "civilian_targeting": record.optional_text("civilian_targeting") == "Civilian targeting",
            "air_drone_strike": record.text("sub_event_type") == "Air/drone strike",
        }
        day, updated = record.day("event_date"), from_unix(record, "timestamp")
        fatalities = record.count("fatalities")
        for series in several:
            group, _, what = series.name.partition(":")
            if belongs[group]:
                value = Decimal(fatalities if what == "fatalities" else 1)
                yield Happening(
                    place_code=place, series=series.name, start=day, end=day, value=value, published_on=updated
                )
