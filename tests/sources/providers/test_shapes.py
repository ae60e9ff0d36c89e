"""Each provider against answers in the shape it documents, with data made for these tests.

Good answers first, then the same answers spoilt: a status, half a body, a field that is gone or is something else.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sources.providers.asking import Figure, ProviderError, PullUsageError, Query
from sources.providers.catalogue import Setting, open_provider, provider_ids

TODAY = date(2026, 3, 2)
ENVIRON = {
    "HDX_HAPI_APP_IDENTIFIER": "aGFwaS1rZXk=",
    "ACLED_EMAIL": "someone@example.org",
    "ACLED_PASSWORD": "acled-pass-phrase",
    "IDMC_CLIENT_ID": "IDMC-CLIENT",
    "UCDP_ACCESS_TOKEN": "ucdp-token",
    "MONITOR_KEY": "monitor-key",
}


def query(*places: str, since: str | None = None, until: str | None = None, measure: str | None = None) -> Query:
    day = date.fromisoformat
    return Query(
        places=places,
        since=day(since) if since else None,
        until=day(until) if until else None,
        measure=measure,
        today=TODAY,
    )


def pulled(provider_id: str, base: str, still, asked: Query, mapping: str | None = None) -> list[Figure]:
    provider, client = open_provider(
        provider_id, Setting(base_url=base, mapping=mapping, world=still.world(), environ=ENVIRON)
    )
    try:
        return list(provider.observations(asked))
    finally:
        client.close()


def told(figures: list[Figure]) -> list[tuple[Any, ...]]:
    return [
        (each.measure_id, each.place_code, str(each.period_start or ""), str(each.period_end), each.value)
        for each in figures
    ]


# --- what the test server answers, by provider -----------------------------------------------------------------------


def wb_row(year: str, value: Any, iso3: str = "KEN") -> dict[str, Any]:
    return {
        "indicator": {"id": "SP.POP.TOTL", "value": "Population, total"},
        "country": {"id": "KE", "value": "Kenya"},
        "countryiso3code": iso3,
        "date": year,
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


def world_bank() -> dict[str, Any]:
    about = {"page": 1, "pages": 1, "per_page": 1000, "total": 3, "sourceid": "2", "lastupdated": "2026-01-28"}
    rows = [wb_row("2023", 1234567), wb_row("2022", None), wb_row("2021", 1200000.5)]
    return {"/country/KEN/indicator/SP.POP.TOTL": [about, rows]}


def hapi_row(**more: Any) -> dict[str, Any]:
    return {
        "resource_hdx_id": "b28928be-0000-0000-0000-000000000000",
        "location_ref": 1,
        "location_code": "MLI",
        "location_name": "Mali",
        "admin1_ref": 1,
        "admin1_code": None,
        "admin1_name": None,
        "admin2_ref": 1,
        "admin2_code": None,
        "admin2_name": None,
        "reference_period_start": "2025-01-01T00:00:00",
        "reference_period_end": "2025-01-31T23:59:59",
        **more,
    }


def hapi_conflict(month: int, last: int, events: int, fatalities: int, kind: str = "political_violence", **more: Any):
    start, end = f"2025-{month:02}-01T00:00:00", f"2025-{month:02}-{last}T23:59:59"
    period = {"reference_period_start": start, "reference_period_end": end}
    return hapi_row(event_type=kind, events=events, fatalities=fatalities, **period, **more)


def hdx_hapi() -> dict[str, Any]:
    conflict = [
        hapi_conflict(1, 31, 4, 10, admin1_code="ML07", admin2_code="ML0702"),
        hapi_conflict(1, 31, 3, 0, admin1_code="ML07", admin2_code="ML0703"),
        hapi_conflict(2, 28, 5, 7, admin1_code="ML07", admin2_code="ML0702"),
        hapi_conflict(2, 28, 50, 70),
        hapi_conflict(1, 31, 2, 1, kind="civilian_targeting"),
    ]
    day = {"reference_period_start": "2025-06-30T00:00:00", "reference_period_end": "2025-06-30T00:00:00"}
    idps = [
        hapi_row(reporting_round=12, assessment_type="BA", operation="Crisis", population=4200, **day),
        hapi_row(reporting_round=11, assessment_type="BA", operation="Crisis", population=4000),
    ]
    year = {"reference_period_start": "2025-01-01T00:00:00", "reference_period_end": "2025-12-31T23:59:59"}
    whole = {"sector_code": "Intersectoral", "sector_name": "Intersectoral", "category": "", "admin_level": 0}
    needs = [
        hapi_row(population_status="INN", population=640000, **whole, **year),
        hapi_row(population_status="TGT", population=400000, **whole, **year),
        hapi_row(population_status="INN", population=90000, **{**whole, "sector_code": "HEA"}, **year),
        hapi_row(population_status="INN", population=300000, **{**whole, "category": "Female"}, **year),
        hapi_row(population_status="INN", population=70000, **{**whole, "sector_code": ""}, **year),
    ]
    return {
        "/coordination-context/conflict-events": {"data": conflict},
        "/affected-people/idps": {"data": idps},
        "/affected-people/humanitarian-needs": {"data": needs},
    }


def acled_event(number: int, day: str, **more: Any) -> dict[str, Any]:
    return {
        "event_id_cnty": f"MLI{number}",
        "event_date": day,
        "iso": "466",
        "disorder_type": "Political violence",
        "sub_event_type": "Armed clash",
        "civilian_targeting": "",
        "fatalities": "2",
        "timestamp": "1740000000",
        **more,
    }


def acled() -> dict[str, Any]:
    events = [
        acled_event(1, "2025-01-05", fatalities="3"),
        acled_event(2, "2025-01-31", sub_event_type="Air/drone strike", fatalities=4),
        acled_event(
            3,
            "2025-02-10",
            disorder_type="Political violence; Demonstrations",
            civilian_targeting="Civilian targeting",
            fatalities="1",
        ),
        acled_event(4, "2025-02-11", disorder_type="Demonstrations", sub_event_type="Peaceful protest", fatalities="0"),
        acled_event(5, "2025-02-12", disorder_type="Strategic developments", sub_event_type="Other", fatalities="0"),
    ]
    read = {"status": 200, "success": True, "count": 5, "messages": [], "data": events, "data_query_restrictions": []}
    token = {"token_type": "Bearer", "expires_in": 86400, "access_token": "acled-bearer", "refresh_token": "more"}
    return {"/api/acled/read": read, "/oauth/token": token}


def unhcr_item(year: int, **more: Any) -> dict[str, Any]:
    nobody = {"coo_id": "-", "coo_name": "-", "coo": "-", "coo_iso": "-"}
    here = {"coa_id": 1, "coa_name": "Mali", "coa": "MLI", "coa_iso": "MLI"}
    counts = {"refugees": 5100, "asylum_seekers": "70", "returned_refugees": 0, "idps": "330", "returned_idps": "0"}
    return {"year": year, **nobody, **here, **counts, "stateless": "0", "ooc": 1, "oip": "-", "hst": "0", **more}


def unhcr() -> dict[str, Any]:
    page = {"page": 1, "short-url": "x", "maxPages": 1, "total": []}
    return {"/population/": {**page, "items": [unhcr_item(2023), unhcr_item(2024, refugees="-"), unhcr_item(2025)]}}


def idu(start: str, end: str, figure: int, **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "country": "Mali",
        "iso3": "MLI",
        "role": "Recommended figure",
        "displacement_type": "Conflict",
        "qualifier": "total",
        "figure": figure,
        "displacement_date": end,
        "displacement_start_date": start,
        "displacement_end_date": end,
        "year": 2025,
        "event_id": 9,
        "event_name": "An event made for a test",
        "standard_popup_text": "…",
        "created_at": "2026-01-15T10:00:00Z",
        **more,
    }


def idmc() -> dict[str, Any]:
    return {
        "/external-api/idus/last-180-days/": [
            idu("2025-11-03", "2025-11-04", 120),
            idu("2025-11-03", "2025-11-04", 130, role="Triangulation"),
            idu("2025-12-30", "2026-01-02", 80),
            idu("2025-12-05", "2025-12-05", 15, displacement_type="Disaster"),
            idu("2025-12-05", "2025-12-05", 999, iso3="NER"),
        ]
    }


def ged(start: str, end: str, best: int, **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "country": "Mali",
        "country_id": 432,
        "type_of_violence": 1,
        "date_start": f"{start}T00:00:00",
        "date_end": f"{end}T00:00:00",
        "deaths_civilians": 1,
        "best": best,
        "low": best - 1,
        "high": best + 4,
        **more,
    }


def ucdp() -> dict[str, Any]:
    rows = [
        ged("2024-01-03", "2024-01-03", 5),
        ged("2024-01-30", "2024-02-02", 7, type_of_violence=3),
        ged("2023-12-30", "2024-01-02", 100),
    ]
    page = {"TotalCount": 3, "TotalPages": 1, "PreviousPageUrl": "", "NextPageUrl": "", "Result": rows}
    return {"/gedevents/26.1": page}


@dataclass(frozen=True)
class Case:
    """A provider, its good answers, what is asked, what comes of it, and a field it cannot do without."""

    answers: Any
    asked: Query
    expected: list[tuple[Any, ...]]
    path: str
    records: str
    field: str
    wrong: Any
    mapping: str | None = None
    first: dict[str, str] = field(default_factory=dict)


def row(measure: str, place: str, start: str, end: str, value: Any) -> tuple[Any, ...]:
    return measure, place, start, end, Decimal(str(value))


CASES = {
    "world-bank": Case(
        answers=world_bank,
        asked=query("KEN", since="2021-01-01", measure="population"),
        expected=[
            row("population", "KEN", "", "2023-12-31", 1234567),
            row("population", "KEN", "", "2021-12-31", "1200000.5"),
        ],
        path="/country/KEN/indicator/SP.POP.TOTL",
        records="1",
        field="value",
        wrong="many",
    ),
    "hdx-hapi": Case(
        answers=hdx_hapi,
        asked=query("MLI", since="2025-01-01"),
        expected=[
            row("civilian_targeting_events", "MLI", "2025-01-01", "2025-01-31", 2),
            row("civilian_targeting_events", "MLI", "2025-01-01", "2025-02-28", 2),
            row("civilian_targeting_fatalities", "MLI", "2025-01-01", "2025-01-31", 1),
            row("civilian_targeting_fatalities", "MLI", "2025-01-01", "2025-02-28", 1),
            row("political_violence_events", "MLI", "2025-01-01", "2025-01-31", 7),
            row("political_violence_events", "MLI", "2025-01-01", "2025-02-28", 57),
            row("political_violence_fatalities", "MLI", "2025-01-01", "2025-01-31", 10),
            row("political_violence_fatalities", "MLI", "2025-01-01", "2025-02-28", 80),
            row("idps_tracked_by_iom", "MLI", "", "2025-01-31", 4000),
            row("idps_tracked_by_iom", "MLI", "", "2025-06-30", 4200),
            row("people_in_need", "MLI", "", "2025-01-01", 640000),
            row("people_in_need", "MLI", "2025-01-01", "2025-12-31", 640000),
        ],
        path="/affected-people/idps",
        records="data",
        field="population",
        wrong=-3,
    ),
    "acled": Case(
        answers=acled,
        asked=query("MLI", since="2025-01-01", until="2025-02-15"),
        expected=[
            row("air_drone_strike_events", "MLI", "2025-01-01", "2025-01-31", 1),
            row("air_drone_strike_events", "MLI", "2025-01-01", "2025-02-15", 1),
            row("civilian_targeting_events", "MLI", "2025-01-01", "2025-02-15", 1),
            row("civilian_targeting_fatalities", "MLI", "2025-01-01", "2025-02-15", 1),
            row("demonstration_events", "MLI", "2025-01-01", "2025-02-15", 2),
            row("political_violence_events", "MLI", "2025-01-01", "2025-01-31", 2),
            row("political_violence_events", "MLI", "2025-01-01", "2025-02-15", 3),
            row("political_violence_fatalities", "MLI", "2025-01-01", "2025-01-31", 7),
            row("political_violence_fatalities", "MLI", "2025-01-01", "2025-02-15", 8),
        ],
        path="/api/acled/read",
        records="data",
        field="fatalities",
        wrong="2.5",
    ),
    "unhcr": Case(
        answers=unhcr,
        asked=query("MLI", since="2023-01-01", measure="idps_of_concern_to_unhcr"),
        # The year 2025 is over, its end-year figures come out in June 2026.
        expected=[
            row("idps_of_concern_to_unhcr", "MLI", "", "2023-12-31", 330),
            row("idps_of_concern_to_unhcr", "MLI", "", "2024-12-31", 330),
        ],
        path="/population/",
        records="items",
        field="idps",
        wrong="about 300",
    ),
    "idmc": Case(
        answers=idmc,
        asked=query("MLI", since="2025-11-01"),
        expected=[
            row("new_displacements_conflict", "MLI", "2025-11-01", "2025-11-30", 120),
            row("new_displacements_conflict", "MLI", "2025-11-01", "2025-12-31", 120),
            row("new_displacements_conflict", "MLI", "2025-11-01", "2026-01-31", 200),
            row("new_displacements_disaster", "MLI", "2025-11-01", "2025-12-31", 15),
            row("new_displacements_disaster", "MLI", "2025-11-01", "2026-01-31", 15),
        ],
        path="/external-api/idus/last-180-days/",
        records="",
        field="figure",
        wrong="many",
    ),
    "ucdp": Case(
        answers=ucdp,
        asked=query("MLI", since="2024-01-01", until="2024-02-29"),
        expected=[
            row("organised_violence_deaths", "MLI", "2024-01-01", "2024-01-31", 5),
            row("organised_violence_deaths", "MLI", "2024-01-01", "2024-02-29", 12),
            row("organised_violence_civilian_deaths", "MLI", "2024-01-01", "2024-01-31", 1),
            row("organised_violence_civilian_deaths", "MLI", "2024-01-01", "2024-02-29", 2),
            row("one_sided_violence_deaths", "MLI", "2024-01-01", "2024-02-29", 7),
        ],
        path="/gedevents/26.1",
        records="Result",
        field="date_end",
        wrong="2024-13-45",
    ),
}
NAMES = sorted(CASES)


def answering(answers: dict[str, Any], json_reply, reply):
    def answer(request):
        return json_reply(answers[request.path]) if request.path in answers else reply(status=404)

    return answer


def spoilt(case: Case, change) -> dict[str, Any]:
    """The good answers with the first record of `case.records` changed."""
    answers = copy.deepcopy(case.answers())
    content = answers[case.path]
    rows = content if not case.records else content[int(case.records) if case.records.isdigit() else case.records]
    change(rows[0])
    return answers


def test_every_provider_has_its_case():
    assert {*NAMES, "generic"} == set(provider_ids())


@pytest.mark.parametrize("name", NAMES)
class TestEveryProvider:
    """What holds for all of them."""

    def test_its_documented_shape_becomes_figures(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        served = serve(answering(case.answers(), json_reply, reply))
        figures = pulled(name, served.url, still, case.asked)
        assert sorted(told(figures)) == sorted(case.expected)
        for figure in figures:
            assert 0 < len(figure.as_printed.split()) <= 8
            assert figure.url.startswith("https://")
            assert figure.published_on is None or figure.period_end <= figure.published_on

    def test_500_and_429_on_the_way_change_nothing(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        good, trouble = answering(case.answers(), json_reply, reply), [500, 429, 503]

        def answer(request):
            if trouble:
                return reply(status=trouble.pop(0), headers={"Retry-After": "3"})
            return good(request)

        assert sorted(told(pulled(name, serve(answer).url, still, case.asked))) == sorted(case.expected)

    def test_429_for_ever(self, name, serve, reply, still):
        with pytest.raises(ProviderError, match=rf"{name}, http://127\.0\.0\.1.*answers 429"):
            pulled(name, serve(lambda _: reply(status=429)).url, still, CASES[name].asked)

    def test_half_a_body(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        good = answering(case.answers(), json_reply, reply)

        def answer(request):
            whole = good(request)
            return whole if request.path == "/oauth/token" else reply(body=whole.body, cut=len(whole.body) // 2)

        with pytest.raises(ProviderError, match="broke off in the middle"):
            pulled(name, serve(answer).url, still, case.asked)

    def test_a_field_that_is_gone(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        answers = spoilt(case, lambda record: record.pop(case.field))
        with pytest.raises(ProviderError, match=f"record 1, field '{case.field}' is missing"):
            pulled(name, serve(answering(answers, json_reply, reply)).url, still, case.asked)

    def test_a_field_that_is_something_else(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        answers = spoilt(case, lambda record: record.update({case.field: case.wrong}))
        with pytest.raises(ProviderError, match=f"record 1, field '{case.field}' is no"):
            pulled(name, serve(answering(answers, json_reply, reply)).url, still, case.asked)

    def test_another_shape_altogether(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        for content in ({"results": []}, [], "no", None, [[]], {"data": 5}, 7):
            answers = {path: content if path == case.path else good for path, good in case.answers().items()}
            if name == "idmc" and content == []:
                continue
            with pytest.raises(ProviderError):
                pulled(name, serve(answering(answers, json_reply, reply)).url, still, case.asked)

    def test_keys_go_where_they_belong_and_nowhere_else(self, name, serve, json_reply, reply, still):
        case = CASES[name]
        served = serve(answering(case.answers(), json_reply, reply))
        figures = pulled(name, served.url, still, case.asked)
        for value in ENVIRON.values():
            assert value not in repr(figures)
        asked = served.asked[-1]
        where = {
            "hdx-hapi": asked.headers.get("x-hdx-hapi-app-identifier") == "aGFwaS1rZXk=",
            "acled": asked.headers.get("authorization") == "Bearer acled-bearer",
            "idmc": asked.query.get("client_id") == "IDMC-CLIENT",
            "ucdp": asked.headers.get("x-ucdp-access-token") == "ucdp-token",
        }
        assert where.get(name, "authorization" not in asked.headers)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("world-bank", "unhcr")])
def test_a_key_that_is_missing_is_named(name):
    with pytest.raises(PullUsageError, match=r"[A-Z_]+: this environment variable is not set; put "):
        open_provider(name, Setting(environ={}))


@pytest.mark.parametrize("name", NAMES)
def test_a_country_is_needed(name, still):
    with pytest.raises(PullUsageError, match="--place"):
        pulled(name, "http://127.0.0.1:1", still, query(since="2025-01-01"))


@pytest.mark.parametrize("name", ["acled", "idmc", "ucdp", "hdx-hapi"])
def test_running_counts_need_a_first_day(name, serve, json_reply, reply, still):
    served = serve(answering(CASES[name].answers(), json_reply, reply))
    with pytest.raises(PullUsageError, match="--since"):
        pulled(name, served.url, still, query("MLI"))


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_it_does_not_fill(name, still):
    with pytest.raises(PullUsageError, match=f"'signatories' is not filled by {name}; it fills "):
        pulled(name, "http://127.0.0.1:1", still, query("MLI", since="2025-01-01", measure="signatories"))


def test_no_such_provider():
    with pytest.raises(PullUsageError, match="is no provider; known are hdx-hapi, acled"):
        open_provider("reuters", Setting())


def test_a_mapping_for_a_provider_that_takes_none():
    with pytest.raises(PullUsageError, match="--mapping"):
        open_provider("acled", Setting(mapping="some.yml", environ=ENVIRON))
