"""IDMC, Internal Displacement Updates (IDU).

Documentation read: https://www.internal-displacement.org/database/api-documentation (what IDU and GIDD are, that IDU is
preliminary, updated daily and needs care against counting twice); its OpenAPI description at
https://helix-tools-api.idmcdb.org/external-api/ as told by https://ifrcgo.org/monty-stac-extension/model/sources/IDMC
(`client_id` in the address); HDX's reader (github.com/OCHA-DAP/hdx-scraper-idmc-idu); the source of IDMC's server
(idmc-labs/helix-server: `external-api/idus/last-180-days/` and `external-api/idus/all/`, a redirect to a file, 202
while the file is built, and the fields). No paging: the answer is a list of all records. Fields used: `iso3`, `role`,
`displacement_type`, `figure`, `displacement_start_date`, `displacement_end_date`, `created_at`.

Only figures of the role "Recommended figure" count; those for triangulation repeat them. What IDMC documented is a
floor of what happened, so the count is "at least".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from sources.providers.asking import Figure, Query, Remarks
from sources.providers.counting import Happening, days_counted, first_day, running_counts, settled
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.records import Record, records
from sources.providers.vocabulary import chosen, measures_of, needed_places, series_of

PROVIDER_ID: Final = "idmc"
BASE_URL: Final = "https://helix-tools-api.idmcdb.org"
KEY_VARIABLE: Final = "IDMC_CLIENT_ID"
_RECENT: Final = timedelta(days=180)
# Updates of an event come in for some weeks.
_CODING_DAYS: Final = 30
_ROLE: Final = "Recommended figure"


class Idmc:
    """New displacements by conflict and by disasters, counted from the first day asked for to each month's end."""

    provider_id = PROVIDER_ID

    def __init__(self, client: Client, key: Key) -> None:
        self.remarks = Remarks()
        self._client = client
        self._key = key
        self._series = series_of(PROVIDER_ID)

    @property
    def measures(self) -> tuple[str, ...]:
        return measures_of(self._series)

    def observations(self, query: Query) -> Iterator[Figure]:
        since, places = first_day(query, PROVIDER_ID), needed_places(query, PROVIDER_ID)
        by_name = {series.name: series for series in chosen(self._series, query, PROVIDER_ID)}
        recent = query.today - since < _RECENT
        path = f"external-api/idus/{'last-180-days' if recent else 'all'}/"
        content, address = self._client.json(path, key=self._key)
        found = list(records(content, address, self._client, what="the answer"))
        happenings = [each for each in map(self._happening, found) if each]
        if found and not happenings:
            raise self._client.error(address, f"no record has the role {_ROLE!r}; the provider changed its answer")
        wanted = [each for each in happenings if each.place_code in places and each.series in by_name]
        self.remarks.add("the displacement began before --since", sum(1 for each in wanted if each.start < since))
        last = settled(query, _CODING_DAYS, self.remarks)
        days = days_counted(since, last, asked=query.until == last)
        for count in running_counts(wanted, since, days):
            series = by_name[count.series]
            yield Figure(
                measure_id=series.measure_id,
                place_code=count.place_code,
                period_start=count.start,
                period_end=count.end,
                value=count.value,
                comparator=">=",
                unit=series.unit,
                producer_id="idmc",
                published_by="IDMC",
                title="Internal Displacement Updates (IDU)",
                url="https://www.internal-displacement.org/database/api-documentation",
                as_printed=f"figures {count.value} in {count.entries} updates",
                grade="primary",
                published_on=count.published_on,
                licence="CC BY; preliminary",
                note=f"[computed] sum of recommended figures, {count.series}, from {count.start}; preliminary",
            )

    def _happening(self, record: Record) -> Happening | None:
        start, end = record.optional_day("displacement_start_date"), record.optional_day("displacement_end_date")
        kind, place = record.optional_text("displacement_type"), record.optional_text("iso3")
        if record.text("role") != _ROLE:
            return None
        value, created = record.count("figure"), record.optional_day("created_at")
        if start is None or not place:
            self.remarks.add("an update without a country or a first day")
            return None
        return Happening(
            place_code=place,
            series=kind,
            start=start,
            end=max(start, end or date.min),
            value=Decimal(value),
            published_on=created,
        )
