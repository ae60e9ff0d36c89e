"""What is particular to one provider: paging, log-in, what it leaves out and why, the generic one's mapping."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sources.providers import acled, hdx_hapi, idmc, ucdp, unhcr, world_bank
from sources.providers.acled_login import Login
from sources.providers.asking import ProviderError, PullUsageError, Query
from sources.providers.catalogue import Setting, open_provider
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.secrecy import Secret
from sources.providers.net.wire import Conduct

KEY = Key(secret=Secret("a-key-for-tests", "TEST_KEY"), header="X-Test")


def query(*places: str, since: str | None = None, until: str | None = None, measure: str | None = None) -> Query:
    day = date.fromisoformat
    return Query(
        places=places,
        since=day(since) if since else None,
        until=day(until) if until else None,
        measure=measure,
        today=date(2026, 3, 2),
    )


def client(base: str, still) -> Client:
    return Client("the-provider", base, conduct=Conduct(interval=0), world=still.world())


def values(figures) -> list[tuple[str, Decimal]]:
    return [(str(each.period_end), each.value) for each in figures]


# --- paging ---------------------------------------------------------------------------------------------------------


def wb_row(year: int, value: object) -> dict[str, object]:
    indicator = {"id": "SP.POP.TOTL", "value": "Population, total"}
    return {"indicator": indicator, "countryiso3code": "KEN", "date": str(year), "value": value}


def test_world_bank_pages(serve, json_reply, still):
    def answer(request):
        page = int(request.query["page"])
        about = {"page": page, "pages": 3, "per_page": 2, "total": 5, "lastupdated": "2026-01-28"}
        return json_reply([about, [wb_row(2000 + page, page * 1000)]])

    served = serve(answer)
    figures = list(world_bank.WorldBank(client(served.url, still)).observations(query("KEN", measure="population")))
    assert values(figures) == [("2001-12-31", 1000), ("2002-12-31", 2000), ("2003-12-31", 3000)]
    assert [request.query["page"] for request in served.asked] == ["1", "2", "3"]
    assert served.asked[0].query["date"] == "1960:2026"


def test_world_bank_refuses_with_status_200(serve, json_reply, still):
    refusal = [
        {"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}
    ]
    served = serve(lambda _: json_reply(refusal))
    with pytest.raises(ProviderError, match="refuses the question: The provided parameter value is not valid"):
        list(world_bank.WorldBank(client(served.url, still)).observations(query("KEN")))


def test_world_bank_has_nothing(serve, json_reply, still):
    served = serve(
        lambda _: json_reply([{"page": 1, "pages": 0, "per_page": 0, "total": 0, "lastupdated": None}, None])
    )
    provider = world_bank.WorldBank(client(served.url, still))
    assert list(provider.observations(query("KEN", measure="population"))) == []


def test_world_bank_another_country_than_asked(serve, json_reply, still):
    about = {"page": 1, "pages": 1, "lastupdated": "2026-01-28"}
    served = serve(lambda _: json_reply([about, [{**wb_row(2020, 1), "countryiso3code": "UGA"}]]))
    with pytest.raises(ProviderError, match="is UGA, which was not asked for"):
        list(world_bank.WorldBank(client(served.url, still)).observations(query("KEN", measure="population")))


def test_world_bank_indicators_of_ones_own(serve, json_reply, still, tmp_path):
    file = tmp_path / "more.yml"
    file.write_text("indicators:\n  SP.POP.TOTL: {measure: residents, unit: person, kind: stock}\n")
    about = {"page": 1, "pages": 1, "lastupdated": "2026-01-28"}
    served = serve(lambda _: json_reply([about, [wb_row(2020, 5)]]))
    setting = Setting(base_url=served.url, mapping=str(file), world=still.world())
    provider, _ = open_provider("world-bank", setting)
    assert [each.measure_id for each in provider.observations(query("KEN", measure="residents"))] == ["residents"]


@pytest.mark.parametrize(
    "text", ["", "indicators: 5", "indicators: {A: 5}", "indicators: {A: {measure: x}}", "- a\n- b", "a: [", "\x00"]
)
def test_world_bank_mappings_at_fault(tmp_path, text):
    file = tmp_path / "more.yml"
    file.write_text(text)
    with pytest.raises(PullUsageError, match=r"more\.yml"):
        open_provider("world-bank", Setting(mapping=str(file)))


def month(number: int, **more: object) -> dict[str, object]:
    period = {
        "reference_period_start": f"2025-{number:02}-01T00:00:00",
        "reference_period_end": f"2025-{number:02}-28T23:59:59",
    }
    codes = {"admin1_code": None, "admin2_code": None}
    counts = {"event_type": "political_violence", "events": number, "fatalities": None}
    return {"location_code": "MLI", **codes, **counts, **period, **more}


def test_hapi_pages_by_offset(serve, json_reply, still):
    rows = [month(number) for number in range(1, 6)]

    def answer(request):
        first, size = int(request.query["offset"]), int(request.query["limit"])
        return json_reply({"data": rows[first : first + size]})

    served = serve(answer)
    provider = hdx_hapi.HdxHapi(client(served.url, still), KEY, page_size=2)
    asked = query("MLI", since="2025-01-01", measure="political_violence_events")
    assert values(provider.observations(asked))[-1] == ("2025-04-30", 10)
    assert [request.query["offset"] for request in served.asked] == ["0", "2", "4"]


def test_hapi_that_never_ends(serve, json_reply, still):
    served = serve(lambda _: json_reply({"data": [month(1), month(2)]}))
    provider = hdx_hapi.HdxHapi(client(served.url, still), KEY, page_size=2)
    with pytest.raises(ProviderError, match="sends the same page again"):
        list(provider.observations(query("MLI", since="2025-01-01", measure="political_violence_events")))


def test_hapi_sums_several_operations_as_documented(serve, json_reply, still):
    def idps(operation: str, day: str, population: int) -> dict[str, object]:
        times = {"reference_period_start": f"{day}T00:00:00", "reference_period_end": None}
        return {"location_code": "MLI", "operation": operation, "population": population, **times}

    rows = [idps("North", "2025-03-31", 10), idps("North", "2025-06-30", 30), idps("South", "2025-05-31", 200)]
    provider = hdx_hapi.HdxHapi(client(serve(lambda _: json_reply({"data": rows})).url, still), KEY)
    (figure,) = provider.observations(query("MLI", measure="idps_tracked_by_iom"))
    assert (figure.period_end, figure.value) == (date(2025, 6, 30), 230)
    assert "[computed]" in figure.note


def test_hapi_two_assessments_of_one_day_settle_nothing(serve, json_reply, still):
    times = {"reference_period_start": "2025-03-31T00:00:00", "reference_period_end": "2025-03-31T00:00:00"}
    rows = [{"location_code": "MLI", "operation": "X", "population": each, **times} for each in (100, 90)]
    provider = hdx_hapi.HdxHapi(client(serve(lambda _: json_reply({"data": rows})).url, still), KEY)
    assert list(provider.observations(query("MLI", measure="idps_tracked_by_iom"))) == []
    assert provider.remarks.lines() == ["left out (2): several populations for one operation and day"]


def event(number: int, day: str) -> dict[str, object]:
    kind = {"disorder_type": "Political violence", "sub_event_type": "Attack", "civilian_targeting": None}
    return {"event_id_cnty": f"E{number}", "event_date": day, "iso": 466, "fatalities": 1, "timestamp": 1, **kind}


def acled_read(rows: list[dict[str, object]], **more: object) -> dict[str, object]:
    return {"status": 200, "success": True, "count": len(rows), "messages": [], "data": rows, **more}


def login(asking: Client) -> Login:
    account = (Secret("someone@example.org", "ACLED_EMAIL"), Secret("a pass phrase", "ACLED_PASSWORD"))
    return Login(asking, token=Secret("old-token", "ACLED_ACCESS_TOKEN"), account=account)


def test_acled_pages_and_counts_an_event_once(serve, json_reply, still):
    pages = {
        "1": [event(1, "2025-01-02"), event(2, "2025-01-03")],
        "2": [event(2, "2025-01-03"), event(3, "2025-01-09")],
    }
    served = serve(lambda request: json_reply(acled_read(pages.get(request.query["page"], []))))
    asking = client(served.url, still)
    provider = acled.Acled(asking, login(asking), page_size=2)
    asked = query("MLI", since="2025-01-01", until="2025-01-31", measure="political_violence_events")
    assert values(provider.observations(asked)) == [("2025-01-31", 3)]
    assert served.asked[0].query["event_date"] == "2025-01-01|2025-01-31"
    assert served.asked[0].query["event_date_where"] == "BETWEEN"
    assert len(served.asked) == 3


def test_acled_fetches_another_token_when_one_is_refused(serve, json_reply, reply, still):
    def answer(request):
        if request.path == "/oauth/token":
            return json_reply({"access_token": "new-token"})
        good = request.headers["authorization"] == "Bearer new-token"
        return json_reply(acled_read([event(1, "2025-01-02")])) if good else reply(status=401)

    served = serve(answer)
    asking = client(served.url, still)
    asked = query("MLI", since="2025-01-01", until="2025-01-31", measure="political_violence_events")
    assert values(acled.Acled(asking, login(asking)).observations(asked)) == [("2025-01-31", 1)]
    form = {"username": "someone@example.org", "password": "a pass phrase", "grant_type": "password"}
    assert served.asked[1].form == {**form, "client_id": "acled"}


@pytest.mark.parametrize("answered", [{}, {"access_token": ""}, {"access_token": 5}, [], "token"])
def test_acled_gives_no_token(serve, json_reply, reply, still, answered):
    served = serve(lambda request: json_reply(answered) if request.method == "POST" else reply(status=401))
    asking = client(served.url, still)
    with pytest.raises(ProviderError, match="oauth/token"):
        list(acled.Acled(asking, login(asking)).observations(query("MLI", since="2025-01-01")))


def test_acled_counts_no_further_than_the_account_may_read(serve, json_reply, still):
    limits = {"date_recency": {"quantity": 12, "unit": "Months", "date": "2025-03-02"}}
    served = serve(lambda _: json_reply(acled_read([event(1, "2025-01-02")], data_query_restrictions=limits)))
    asking = client(served.url, still)
    provider = acled.Acled(asking, login(asking))
    asked = query("MLI", since="2025-01-01", until="2025-12-31", measure="political_violence_events")
    assert values(provider.observations(asked)) == [("2025-01-31", 1), ("2025-02-28", 1)]
    assert "reads ACLED only to 2025-03-02" in provider.remarks.lines()[0]


def test_acled_counts_nothing_that_is_still_being_coded(serve, json_reply, still):
    served = serve(lambda _: json_reply(acled_read([event(1, "2026-01-02")])))
    asking = client(served.url, still)
    asked = query("MLI", since="2026-01-01", measure="political_violence_events")
    assert values(acled.Acled(asking, login(asking)).observations(asked)) == [("2026-01-31", 1)]


def test_acled_says_no_with_status_200(serve, json_reply, still):
    refusal = {"status": 403, "success": False, "messages": ["Access denied for a-secret old-token"], "data": []}
    asking = client(serve(lambda _: json_reply(refusal)).url, still)
    with pytest.raises(ProviderError, match=r"refuses the question: .*Access denied") as caught:
        list(acled.Acled(asking, login(asking)).observations(query("MLI", since="2025-01-01")))
    assert "old-token" not in str(caught.value)


def test_unhcr_pages(serve, json_reply, still):
    def answer(request):
        page = int(request.query["page"])
        item = {"year": 2020 + page, "coo_iso": "MLI", "coa_iso": "-", "refugees": page * 100}
        return json_reply({"page": page, "maxPages": 3, "total": [], "items": [item]})

    served = serve(answer)
    provider = unhcr.Unhcr(client(served.url, still))
    figures = provider.observations(query("MLI", since="2021-01-01", measure="refugees_from"))
    assert values(figures) == [("2021-12-31", 100), ("2022-12-31", 200), ("2023-12-31", 300)]
    assert served.asked[0].query["cf_type"] == "ISO"
    assert served.asked[0].query["coo"] == "MLI"


def test_unhcr_zero_and_dash_are_no_figures(serve, json_reply, still):
    items = [
        {"year": year, "coo_iso": "-", "coa_iso": "MLI", "idps": given}
        for year, given in ((2020, "0"), (2021, 0), (2022, "-"), (2023, None), (2024, "12"))
    ]
    served = serve(lambda _: json_reply({"maxPages": 1, "items": items}))
    provider = unhcr.Unhcr(client(served.url, still))
    assert values(provider.observations(query("MLI", measure="idps_of_concern_to_unhcr"))) == [("2024-12-31", 12)]
    assert provider.remarks.lines() == ["left out (4): UNHCR counts no idps there that year"]


def idu(**more: object) -> dict[str, object]:
    days = {"displacement_start_date": "2020-05-02", "displacement_end_date": None, "created_at": "2020-06-01"}
    return {"iso3": "MLI", "role": "Recommended figure", "displacement_type": "Conflict", "figure": 7, **days, **more}


def test_idmc_asks_for_all_where_180_days_do_not_reach(serve, json_reply, reply, still):
    store = serve(
        lambda _: json_reply([idu(), idu(displacement_start_date=None), idu(displacement_start_date="2020-04-30")])
    )
    served = serve(lambda _: reply(status=302, headers={"Location": f"{store.url}/dump.json?X-Signature=abc"}))
    key = Key(secret=Secret("the-client", "IDMC_CLIENT_ID"), parameter="client_id")
    provider = idmc.Idmc(client(served.url, still), key)
    (figure,) = provider.observations(query("MLI", since="2020-05-01", until="2020-05-31"))
    assert (figure.value, figure.comparator, figure.published_on) == (7, ">=", date(2020, 6, 1))
    assert served.asked[0].path == "/external-api/idus/all/"
    assert "client_id" not in store.asked[0].query
    assert len(provider.remarks.lines()) == 2


def test_idmc_file_that_is_being_built(serve, json_reply, reply, still):
    waiting = [202, 202]
    served = serve(lambda _: reply(status=waiting.pop(), body=b"[]") if waiting else json_reply([idu()]))
    provider = idmc.Idmc(client(served.url, still), KEY)
    assert len(list(provider.observations(query("MLI", since="2020-05-01", until="2020-05-31")))) == 1


def test_idmc_with_other_words_for_its_roles(serve, json_reply, still):
    served = serve(lambda _: json_reply([idu(role="RECOMMENDED")]))
    with pytest.raises(ProviderError, match="no record has the role 'Recommended figure'"):
        list(idmc.Idmc(client(served.url, still), KEY).observations(query("MLI", since="2020-05-01")))


def ged(day: str, **more: object) -> dict[str, object]:
    counts = {"type_of_violence": 1, "best": 2, "low": 1, "high": 5, "deaths_civilians": 0}
    return {"country_id": 432, "date_start": day, "date_end": day, **counts, **more}


def test_ucdp_pages_from_0_and_sums_low_and_high(serve, json_reply, still):
    def answer(request):
        page = int(request.query["page"])
        return json_reply({"TotalCount": 3, "TotalPages": 3, "Result": [ged(f"2024-01-{page + 1:02}")]})

    served = serve(answer)
    provider = ucdp.Ucdp(client(served.url, still), KEY)
    asked = query("MLI", since="2024-01-01", until="2024-01-31", measure="organised_violence_deaths")
    (figure,) = provider.observations(asked)
    assert (figure.value, figure.low, figure.high, figure.comparator) == (6, 3, 15, "~")
    assert [request.query["page"] for request in served.asked] == ["0", "1", "2"]
    assert served.asked[0].query["Country"] == "432"
    assert served.asked[0].path == "/gedevents/26.1"


def test_ucdp_counts_no_further_than_its_release(serve, json_reply, still, tmp_path):
    (tmp_path / "ged.yml").write_text('version: "24.1"\n')
    served = serve(lambda _: json_reply({"TotalPages": 1, "Result": [ged("2023-11-05")]}))
    setting = Setting(
        base_url=served.url,
        mapping=str(tmp_path / "ged.yml"),
        world=still.world(),
        environ={"UCDP_ACCESS_TOKEN": "ucdp-token"},
    )
    provider, _ = open_provider("ucdp", setting)
    asked = query("MLI", since="2023-11-01", measure="organised_violence_deaths")
    assert [day for day, _ in values(provider.observations(asked))] == ["2023-11-30", "2023-12-31"]
    assert served.asked[0].path == "/gedevents/24.1"
    assert "GED 24.1 ends on 2023-12-31" in provider.remarks.lines()[0]


def test_ucdp_another_country_than_asked(serve, json_reply, still):
    served = serve(lambda _: json_reply({"TotalPages": 1, "Result": [ged("2024-01-05", country_id=433)]}))
    with pytest.raises(ProviderError, match="is not 432"):
        list(ucdp.Ucdp(client(served.url, still), KEY).observations(query("MLI", since="2024-01-01")))


def test_ucdp_has_no_number_for_a_country(still):
    with pytest.raises(PullUsageError, match="'VAT'"):
        list(ucdp.Ucdp(client("http://127.0.0.1:1", still), KEY).observations(query("VAT", since="2024-01-01")))


# --- the generic one --------------------------------------------------------------------------------------------------

MAPPING = """
name: harbour-watch
url: https://figures.example.org/harbours.csv
format: csv
delimiter: ";"
dates: "%d/%m/%Y"
numbers: {thousands: ".", decimal: ","}
where: {status: [final, revised]}
key: {variable: MONITOR_KEY, header: Authorization, prefix: "Token "}
figure:
  measure_id: ships_detained
  place_code: {field: land, values: {Chile: CHL, Peru: PER}}
  period_start: {field: from}
  period_end: {field: to}
  value: {field: ships}
  unit: ship
  comparator: {field: hedge, values: {"": "=", over: ">"}}
  producer_id: harbour_watch
  published_by: Harbour Watch
  title: Detained ships
  as_printed: {text: "{ships} ships detained"}
  grade: primary
  licence: CC0
"""
CSV = (
    "status;land;from;to;ships;hedge\n"
    "final;Chile;01/02/2025;28/02/2025;1.204;\n"
    "draft;Chile;01/03/2025;31/03/2025;99;\n"
    "revised;Peru;01/02/2025;28/02/2025;3,5;over\n"
)


def generic(tmp_path: Path, base: str, still, text: str = MAPPING):
    file = tmp_path / "harbours.yml"
    file.write_text(text, encoding="utf-8")
    setting = Setting(base_url=base, mapping=str(file), world=still.world(), environ={"MONITOR_KEY": "monitor-key"})
    return open_provider("generic", setting)[0]


def test_generic_csv(serve, reply, still, tmp_path):
    served = serve(lambda _: reply(body=("\ufeff" + CSV).encode()))
    provider = generic(tmp_path, f"{served.url}/harbours.csv", still)
    first, second = provider.observations(query())
    assert provider.provider_id == "harbour-watch"
    assert (first.place_code, first.period_start, first.period_end) == ("CHL", date(2025, 2, 1), date(2025, 2, 28))
    assert (first.value, first.comparator, first.as_printed) == (1204, "=", "1.204 ships detained")
    assert (second.value, second.comparator) == (Decimal("3.5"), ">")
    assert first.url == f"{served.url}/harbours.csv"
    assert served.asked[0].headers["authorization"] == "Token monitor-key"
    assert len(provider.remarks.lines()) == 1


def test_generic_takes_only_what_was_asked_for(serve, reply, still, tmp_path):
    served = serve(lambda _: reply(body=CSV.encode()))
    for asked in (query("PER"), query("PER", since="2025-01-01", until="2025-02-28")):
        assert [each.place_code for each in generic(tmp_path, served.url, still).observations(asked)] == ["PER"]
    for asked in (query(until="2025-01-01"), query(measure="lost_ships"), query("KEN")):
        assert list(generic(tmp_path, served.url, still).observations(asked)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1.204;", "many;", "record 1, field 'ships' is 'many', which is no number"),
        ("1.204;", ";", "record 1, field 'ships' is empty"),
        (";Chile;01/02", ";Atlantis;01/02", "record 1, field 'land' is 'Atlantis', for which the mapping"),
        ("28/02/2025;1.204", "31/02/2025;1.204", "record 1, field 'to' is '31/02/2025', no day of the form"),
        ("28/02/2025;1.204", "2025-02-28;1.204", "field 'to' is '2025-02-28', no day"),
        ("ships;hedge", "vessels;hedge", "has no column 'ships'"),
        (CSV, "status;land;from;to;vessels;hedge\n", "has no column 'ships'"),
        ("1.204;\n", "1.204\n", "damaged or cut short: row 2 has 5 cells where the header has 6"),
        ("final;Chile", 'final;"Chile', "is no CSV"),
        (CSV, "", "empty answer"),
    ],
)
def test_generic_csv_at_fault(serve, reply, still, tmp_path, old, new, said):
    served = serve(lambda _: reply(body=CSV.replace(old, new, 1).encode()))
    with pytest.raises(ProviderError, match="harbour-watch, http") as caught:
        list(generic(tmp_path, served.url, still).observations(query()))
    assert said in str(caught.value)


JSON_MAPPING = """
url: https://figures.example.org/api
format: json
records: result.rows
figure:
  measure_id: {field: what.kind, values: {A: ships_detained}}
  period_end: {field: day}
  value: {field: what.count}
  unit: ship
  producer_id: harbour_watch
  published_by: Harbour Watch
  title: Detained ships
  as_printed: {text: "{what.count} ships"}
  grade: quoted
"""


def ships(count: object, day: str) -> dict[str, object]:
    return {"what": {"kind": "A", "count": count}, "day": day}


def test_generic_json_with_numbered_pages(serve, json_reply, still, tmp_path):
    rows = [ships(number, f"2025-01-{number:02}") for number in range(1, 6)]

    def answer(request):
        first = int(request.query["from"])
        return json_reply({"result": {"rows": rows[first : first + int(request.query["n"])]}})

    paging = "paging: {parameter: from, first: 0, step: 2, size: 2, size_parameter: n}\n"
    served = serve(answer)
    provider = generic(tmp_path, f"{served.url}/api", still, JSON_MAPPING + paging)
    assert [each.value for each in provider.observations(query())] == [1, 2, 3, 4, 5]
    assert len(served.asked) == 3


def test_generic_json_with_links_to_the_next_page(serve, json_reply, still, tmp_path):
    def answer(request):
        page = int(request.query.get("page", "1"))
        following = [f"http://{request.headers['host']}/api?page=2", "?page=3", None][page - 1]
        rows = [ships(page, f"2025-01-{page:02}")]
        return json_reply({"result": {"rows": rows, "next": following}})

    served = serve(answer)
    mapping = JSON_MAPPING + "paging: {following: result.next}\n"
    provider = generic(tmp_path, f"{served.url}/api", still, mapping)
    assert [each.value for each in provider.observations(query())] == [1, 2, 3]


def test_generic_link_to_another_host_gets_no_key(serve, json_reply, still, tmp_path):
    other = serve(lambda _: json_reply({"result": {"rows": [ships(2, "2025-01-02")]}}))
    rows = [ships(1, "2025-01-01")]
    served = serve(lambda _: json_reply({"result": {"rows": rows, "next": f"{other.url}/more"}}))
    text = JSON_MAPPING + "paging: {following: result.next}\nkey: {variable: MONITOR_KEY, header: X-Key}\n"
    with pytest.raises(ProviderError, match="another host"):
        list(generic(tmp_path, f"{served.url}/api", still, text).observations(query()))
    assert other.asked == []


@pytest.mark.parametrize(
    "content", [{"result": []}, {"result": {"rows": {}}}, {"rows": []}, {"result": {"rows": [1]}}, 3]
)
def test_generic_json_of_another_shape(serve, json_reply, still, tmp_path, content):
    with pytest.raises(ProviderError):
        list(generic(tmp_path, serve(lambda _: json_reply(content)).url, still, JSON_MAPPING).observations(query()))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format: csv", "format: xml", "neither csv nor json"),
        ("url: https", "adress: https", "the file has adress; known are"),
        ("url: https://figures.example.org/harbours.csv\n", "", "has no 'url'"),
        ("  unit: ship\n", "", "'figure' lacks unit"),
        ("  period_end: {field: to}\n", "", "'figure' lacks period_end"),
        ("  unit: ship", "  unti: ship", "'figure' has unti"),
        ("{field: to}", "{feild: to}", "'figure': 'period_end' has feild"),
        ("{field: to}", "{field: to, text: x}", "needs one of field and text"),
        ("values: {Chile: CHL, Peru: PER}", "values: 5", "values is no mapping"),
        ('delimiter: ";"', 'delimiter: ";;"', "delimiter is not one character"),
        ("header: Authorization,", "", "one of header and parameter"),
        ("where: {status: [final, revised]}", "where: 5", "'where' is no mapping"),
        ("numbers: {thousands", "numbers: {thousand", "'numbers' has thousand"),
        ("where:", "paging: {parameter: page}\nwhere:", "'paging' needs"),
        ("where:", "paging: {parameter: page, size: -1}\nwhere:", "whole numbers"),
    ],
)
def test_generic_mappings_at_fault(tmp_path, still, old, new, said):
    with pytest.raises(PullUsageError) as caught:
        generic(tmp_path, "http://127.0.0.1:1", still, MAPPING.replace(old, new, 1))
    assert said in str(caught.value)


def test_generic_needs_a_mapping():
    with pytest.raises(PullUsageError, match="--mapping"):
        open_provider("generic", Setting())
    with pytest.raises(PullUsageError, match="cannot be read"):
        open_provider("generic", Setting(mapping="no/such/file.yml"))
