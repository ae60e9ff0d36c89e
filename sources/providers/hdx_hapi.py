"""HDX Humanitarian API (HAPI) version 2: conflict events, internally displaced people, humanitarian needs.

Documentation read: https://hdx-hapi.readthedocs.io/en/latest/data_usage_guides/affected_people/ and
…/coordination_and_context/ (fields returned and usage notes), …/getting-started/ and …/examples/ (`location_code`,
`output_format`, `offset`, `limit` of at most 10,000, answers as `{"data": [...]}`, paging until a page is short), the
changelog of github.com/OCHA-DAP/hdx-hapi (docs/changelog.md: addresses of version 2, filter by time, `category` in the
place of gender, age and disability), its API's own descriptions of `admin_level`, `start_date` and `end_date` (rows
whose period overlaps them), and https://docs.humdata.org/about/hdx-terms-of-service/hapi-terms-of-service (one
request a second). The app identifier may be sent in `X-HDX-HAPI-APP-IDENTIFIER`, which keeps it out of addresses.

Fields used: `location_code`, `admin1_code`, `admin2_code`, `reference_period_start`, `reference_period_end`; conflict
events: `event_type`, `events`, `fatalities`; IDPs: `population`, `operation`; needs: `population`, `population_status`,
`sector_code`, `category`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sources.providers.asking import Figure, Query, Remarks
from sources.providers.counting import Happening, days_counted, first_day, running_counts
from sources.providers.hapi_people import idp_figures, need_figures, period_end
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.paging import until_short
from sources.providers.records import Record, member, records
from sources.providers.vocabulary import Series, chosen, measures_of, needed_places, series_of

PROVIDER_ID: Final = "hdx-hapi"
BASE_URL: Final = "https://hapi.humdata.org/api/v2"
KEY_VARIABLE: Final = "HDX_HAPI_APP_IDENTIFIER"
KEY_HEADER: Final = "X-HDX-HAPI-APP-IDENTIFIER"
PAGE_SIZE: Final = 1000
_CONFLICT: Final = "conflict-events"
_PATHS: Final = {
    _CONFLICT: "coordination-context/conflict-events",
    "idps": "affected-people/idps",
    "humanitarian-needs": "affected-people/humanitarian-needs",
}
_LEVEL: Final = {_CONFLICT: None, "idps": "0", "humanitarian-needs": "0"}
_PAGE: Final = "https://data.humdata.org/dataset/hdx-hapi-conflict-event"
_EVENT_TYPES: Final = frozenset({"political_violence", "civilian_targeting", "demonstration"})


class HdxHapi:
    """Figures that HDX HAPI republishes: ACLED's, IOM's and OCHA's, each under its own producer and graded quoted."""

    provider_id = PROVIDER_ID

    def __init__(self, client: Client, key: Key, page_size: int = PAGE_SIZE) -> None:
        self.remarks = Remarks()
        self._client = client
        self._key = key
        self._size = page_size
        self._series = series_of(PROVIDER_ID)

    @property
    def measures(self) -> tuple[str, ...]:
        return measures_of(self._series)

    def observations(self, query: Query) -> Iterator[Figure]:
        asked: dict[str, list[Series]] = defaultdict(list)
        for series in chosen(self._series, query, PROVIDER_ID):
            asked[series.name.partition(":")[0]].append(series)
        for subject, several in asked.items():
            for place in needed_places(query, PROVIDER_ID):
                found = list(self._records(subject, place, query))
                if subject == _CONFLICT:
                    yield from self._conflict(found, several, query)
                elif subject == "idps":
                    yield from idp_figures(found, several[0], query, self.remarks)
                else:
                    yield from need_figures(found, several[0], query, self.remarks)

    def _records(self, subject: str, place: str, query: Query) -> Iterator[Record]:
        parameters = {"location_code": place, "output_format": "json", "limit": str(self._size)}
        if (level := _LEVEL[subject]) is not None:
            parameters["admin_level"] = level
        if query.since:
            parameters["start_date"] = query.since.isoformat()
        parameters["end_date"] = query.last_day.isoformat()

        def ask(number: int) -> tuple[list[object], str]:
            offset = {"offset": str(number * self._size)}
            content, address = self._client.json(_PATHS[subject], {**parameters, **offset}, key=self._key)
            page = member(content, "data", address, self._client)
            if not isinstance(page, list):
                raise self._client.error(address, "'data' is no list; the provider changed its answer")
            return page, address

        for page, address, number in until_short(self._client, ask, self._size):
            for record in records(page, address, self._client, what="'data'", first=number * self._size + 1):
                if record.text("location_code") != place:
                    raise record.fault("location_code", f"is not {place}, which was asked for")
                yield record

    def _conflict(self, found: list[Record], several: list[Series], query: Query) -> Iterator[Figure]:
        since = first_day(query, PROVIDER_ID)
        happenings = [each for record in self._one_level(found) for each in self._monthly(record, several)]
        cut = sum(1 for each in happenings if each.start < since)
        self.remarks.add("the month began before --since; start on the first day of a month", cut)
        by_name = {series.name: series for series in several}
        # The months are whole; what comes after the last of them is not zero, it is not published yet.
        last = min([query.last_day, max(map(period_end, found), default=since)])
        days = days_counted(since, last, asked=False)
        for count in running_counts(happenings, since, days):
            series = by_name[count.series]
            yield Figure(
                measure_id=series.measure_id,
                place_code=count.place_code,
                period_start=count.start,
                period_end=count.end,
                value=count.value,
                # A copy that follows ACLED's revisions when it is next made: near what ACLED says, not always it.
                comparator="~",
                unit=series.unit,
                producer_id="acled",
                published_by="HDX HAPI",
                title="HDX HAPI conflict events",
                url=_PAGE,
                as_printed=f"{series.name.rpartition(':')[2]} {count.value} in {count.entries} monthly rows",
                grade="quoted",
                licence="ACLED terms of use",
                note=f"[computed] sum of {series.name} from {count.start}; revised by ACLED",
            )

    @staticmethod
    def _one_level(found: list[Record]) -> Iterator[Record]:
        """National rows where a month and type has them, else those of the finest level: never both in one sum."""
        groups: dict[tuple[str, str], dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record in found:
            month = record.text("event_type"), record.day("reference_period_start").isoformat()
            groups[month][_level(record)].append(record)
        for levels in groups.values():
            yield from levels[0] if 0 in levels else levels[max(levels)]

    def _monthly(self, record: Record, several: list[Series]) -> Iterator[Happening]:
        start, end = record.day("reference_period_start"), period_end(record)
        if record.text("event_type") not in _EVENT_TYPES:
            raise record.fault("event_type", "is none of the documented types")
        for series in several:
            _, kind, name = series.name.split(":")
            if record.text("event_type") != kind:
                continue
            value = record.optional_count(name)
            if value is None:
                self.remarks.add(f"no {name} in the row")
                continue
            place = record.text("location_code")
            yield Happening(place_code=place, series=series.name, start=start, end=end, value=Decimal(value))


def _level(record: Record) -> int:
    """0 for the country, 1 and 2 for its parts; the field where the answer has it, else by codes and names."""
    stated = record.fields.get("admin_level")
    if isinstance(stated, int) and not isinstance(stated, bool):
        return stated
    for level in (2, 1):
        names = (f"admin{level}_code", f"provider_admin{level}_name")
        if any(record.optional_text(name) for name in names if name in record.fields):
            return level
    return 0
