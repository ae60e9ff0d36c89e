"""World Bank, Indicators API version 2.

Documentation read: https://datahelpdesk.worldbank.org/knowledgebase/articles/898581-api-basic-call-structures (the
address /v2/country/CHN;BRA/indicator/SP.POP.TOTL, `date=2000:2001`, `format=json`, `page`, `per_page`, 50 by default)
and https://datahelpdesk.worldbank.org/knowledgebase/articles/1886674-new-features-and-enhancements-in-the-v2-api
(`lastupdated`, `countryiso3code`). An answer is a list of two: `page`, `pages`, `per_page`, `total`, `sourceid`,
`lastupdated`; and records of `indicator{id,value}`, `country{id,value}`, `countryiso3code`, `date`, `value`, `unit`,
`obs_status`, `decimal`. A refusal is a list of one with `message`, under status 200. No key.

Licence: https://datacatalog.worldbank.org/public-licenses (CC BY 4.0 unless an indicator says otherwise).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from sources.providers.asking import Figure, Query, Remarks
from sources.providers.net.client import Client
from sources.providers.net.paging import Pages
from sources.providers.records import Record, member, records
from sources.providers.vocabulary import Series, chosen, kinds, measures_of, needed_places, series_of

PROVIDER_ID: Final = "world-bank"
BASE_URL: Final = "https://api.worldbank.org/v2"
_PER_PAGE: Final = 1000
_PART_OF_YEAR: Final = re.compile(r"[0-9]{4}[QM][0-9]{1,2}")


class WorldBank:
    """Yearly indicators by country. `extra` adds indicators to those of series.csv, `extra_kinds` their kind."""

    provider_id = PROVIDER_ID

    def __init__(
        self, client: Client, extra: tuple[Series, ...] = (), extra_kinds: Mapping[str, str] | None = None
    ) -> None:
        self.remarks = Remarks()
        self._client = client
        self._series = (*extra, *series_of(PROVIDER_ID))
        self._kinds = {**kinds(), **(extra_kinds or {})}

    @property
    def measures(self) -> tuple[str, ...]:
        return measures_of(self._series)

    def observations(self, query: Query) -> Iterator[Figure]:
        places = needed_places(query, PROVIDER_ID)
        for series in chosen(self._series, query, PROVIDER_ID):
            for record, updated in self._records(series, places, query):
                figure = self._figure(record, series, updated, query)
                if figure is not None:
                    yield figure

    def _records(self, series: Series, places: tuple[str, ...], query: Query) -> Iterator[tuple[Record, date | None]]:
        path = f"country/{';'.join(places)}/indicator/{series.name}"
        first = query.since.year if query.since else 1960
        parameters = {"format": "json", "date": f"{first}:{query.last_day.year}", "per_page": str(_PER_PAGE)}
        pages, number = Pages(self._client), 0
        while True:
            number += 1
            content, address = self._client.json(path, {**parameters, "page": str(number)})
            about, rows = self._parts(content, address)
            pages.take(rows, address)
            updated = about.optional_day("lastupdated")
            for record in records(rows, address, self._client, what="the data", first=(number - 1) * _PER_PAGE + 1):
                yield record, updated
            if number >= about.count("pages"):
                return

    def _parts(self, content: Any, address: str) -> tuple[Record, Any]:
        """What the answer says of itself, and its data. Raises for a refusal, which comes with status 200."""
        if isinstance(content, list) and len(content) == 1 and isinstance(content[0], dict) and "message" in content[0]:
            told = content[0]["message"]
            parts = (
                [str(each.get("value", "")) for each in told if isinstance(each, dict)]
                if isinstance(told, list)
                else [str(told)]
            )
            said = "; ".join(parts)
            raise self._client.error(address, f"refuses the question: {said[:200]}")
        if not isinstance(content, list) or len(content) != 2 or not isinstance(content[0], dict):
            raise self._client.error(address, "the answer is no list of two, as documented; the provider changed it")
        # No data at all comes as null.
        return Record(content[0], 0, address, self._client), content[1] if content[1] is not None else []

    def _figure(self, record: Record, series: Series, updated: date | None, query: Query) -> Figure | None:
        indicator = member(record.fields, "indicator", record.address, self._client)
        if member(indicator, "id", record.address, self._client) != series.name:
            raise record.fault("indicator", f"is not {series.name}, which was asked for")
        iso3 = record.text("countryiso3code")
        if iso3 not in query.places:
            raise record.fault("countryiso3code", f"is {iso3}, which was not asked for")
        year, value = record.text("date"), record.optional_number("value")
        if value is None:
            self.remarks.add("the provider has no value for that year")
            return None
        if _PART_OF_YEAR.fullmatch(year):
            self.remarks.add("quarterly and monthly values are not taken")
            return None
        end = date(record.year("date"), 12, 31)
        if not query.covers(end):
            self.remarks.add("the year ends outside the days asked for, or is not over")
            return None
        running = self._kinds.get(series.measure_id, "stock") == "cumulative"
        return Figure(
            measure_id=series.measure_id,
            place_code=iso3,
            period_start=date(end.year, 1, 1) if running else None,
            period_end=end,
            value=value,
            unit=series.unit,
            producer_id="world_bank",
            published_by="World Bank",
            title=f"World Bank indicator {series.name}",
            url=f"https://data.worldbank.org/indicator/{series.name}",
            as_printed=f"{series.name} {year}: {value}",
            grade="quoted",
            published_on=max(updated, end) if updated else None,
            licence="CC BY 4.0",
            note="compiled by the World Bank from another body's figures",
        )
