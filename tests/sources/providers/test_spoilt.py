"""Answers spoilt at any place: a provider gives figures or a `ProviderError`, and never anything else."""

from __future__ import annotations

import contextlib
import copy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.providers import acled, hdx_hapi, idmc, ucdp, unhcr, world_bank
from sources.providers.acled_login import Login
from sources.providers.asking import Figure, ProviderError, Query
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.secrecy import Secret
from sources.providers.records import as_decimal

KEY = Key(secret=Secret("a-key-for-tests", "TEST_KEY"), header="X-Test")
QUERY = Query(places=("MLI",), since=date(2024, 1, 1), until=None, measure=None, today=date(2026, 3, 2))


class Canned(Client):
    """A client that answers every question with one content: here the shape is at stake and not the line."""

    def __init__(self, content: Any) -> None:
        super().__init__("the-provider", "http://127.0.0.1:1")
        self.content = content

    def json(self, path: str, parameters: Any = None, *, key: Any = None) -> tuple[Any, str]:
        return copy.deepcopy(self.content), f"http://127.0.0.1:1/{path}"


def _login(client: Client) -> Login:
    return Login(client, token=Secret("token-for-tests", "ACLED_ACCESS_TOKEN"))


_PERIOD = {"reference_period_start": "2024-02-01T00:00:00", "reference_period_end": "2024-02-29T23:59:59"}
_HAPI = {
    "location_code": "MLI", "admin1_code": None, "admin2_code": None, "event_type": "political_violence", "events": 3,
    "fatalities": 1, "population": 100, "operation": "X", "population_status": "INN", "sector_code": "Intersectoral",
    "category": "", **_PERIOD,
}  # fmt: skip
_ACLED = {
    "event_id_cnty": "MLI1", "event_date": "2024-02-03", "iso": "466", "disorder_type": "Political violence",
    "sub_event_type": "Attack", "civilian_targeting": "Civilian targeting", "fatalities": "4",
    "timestamp": "1740000000",
}  # fmt: skip
_UNHCR = {
    "year": 2024, "coo_iso": "MLI", "coa_iso": "-", "refugees": 5, "asylum_seekers": "7", "idps": "0", "stateless": "-",
}  # fmt: skip
_IDMC = {
    "iso3": "MLI", "role": "Recommended figure", "displacement_type": "Conflict", "figure": 10,
    "displacement_start_date": "2024-02-01", "displacement_end_date": "2024-02-02",
    "created_at": "2024-03-01T00:00:00Z",
}  # fmt: skip
_UCDP = {
    "country_id": 432, "date_start": "2024-02-01", "date_end": "2024-02-02", "type_of_violence": 3, "best": 4, "low": 2,
    "high": 6, "deaths_civilians": 1,
}  # fmt: skip
_WORLD_BANK = {
    "indicator": {"id": "SP.POP.TOTL", "value": "Population, total"}, "countryiso3code": "MLI", "date": "2024",
    "value": 12,
}  # fmt: skip
_READ = {
    "status": 200,
    "success": True,
    "messages": [],
    "data_query_restrictions": {"date_recency": {"date": "2026-01-01"}},
}
_POPULATION = Query(places=("MLI",), since=None, until=None, measure="population", today=QUERY.today)
PROVIDERS = {
    "hdx-hapi": (lambda client: hdx_hapi.HdxHapi(client, KEY), {"data": [_HAPI]}, QUERY),
    "acled": (lambda client: acled.Acled(client, _login(client)), {**_READ, "data": [_ACLED]}, QUERY),
    "unhcr": (
        unhcr.Unhcr,
        {"maxPages": 1, "items": [_UNHCR]},
        Query(places=("MLI",), since=None, until=None, measure="refugees_from", today=QUERY.today),
    ),
    "idmc": (lambda client: idmc.Idmc(client, KEY), [_IDMC], QUERY),
    "ucdp": (lambda client: ucdp.Ucdp(client, KEY), {"TotalPages": 1, "Result": [_UCDP]}, QUERY),
    "world-bank": (
        world_bank.WorldBank,
        [{"page": 1, "pages": 1, "lastupdated": "2026-01-28"}, [_WORLD_BANK]],
        _POPULATION,
    ),
}

anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**60), 10**60),
    st.sampled_from([Decimal("1E+999999999"), Decimal("1E-999999999"), Decimal("2.5"), 0, -1, 1e3]),
    st.sampled_from(["", "-", "0", "-5", "1e9", "2024", "0000", "99999", "2024-02-30", "2024-02-03", "9999-12-31"]),
    st.sampled_from(["0001-01-01", "2024-02-03T99", "٣", "\x00", "Conflict", "demonstration", "Political violence;"]),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.just([{}]),
    st.just({"id": "SP.POP.TOTL"}),
    st.just({"message": None}),
)


def places_in(content: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything in a content."""
    inside = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    return [path, *(way for name, part in inside for way in places_in(part, (*path, name)))]


def with_change(content: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(content)
    part = changed
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    return changed


@pytest.mark.parametrize("name", sorted(PROVIDERS))
def test_the_unspoilt_answer_gives_figures(name):
    make, content, query = PROVIDERS[name]
    assert list(make(Canned(content)).observations(query))


@pytest.mark.parametrize("name", sorted(PROVIDERS))
@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_spoilt_answer_gives_figures_or_an_error(name, data):
    make, content, query = PROVIDERS[name]
    path = data.draw(st.sampled_from(places_in(content)))
    provider = make(Canned(with_change(content, path, data.draw(anything))))
    with contextlib.suppress(ProviderError):
        check(list(provider.observations(query)), counts=name != "world-bank")


def check(figures: list[Figure], *, counts: bool) -> None:
    for figure in figures:
        assert isinstance(figure, Figure)
        assert not counts or (figure.value >= 0 and figure.value == int(figure.value))
        assert figure.low is None or figure.low <= figure.value <= figure.high
        assert len(f"{figure.value:f}") < 200


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5, Decimal(5)),
        ("5", Decimal(5)),
        (" 5.50 ", Decimal("5.50")),
        ("-3", Decimal(-3)),
        (Decimal("0.1"), Decimal("0.1")),
        *((each, None) for each in (True, None, "", "5,000", "1e5", "٣", "5 000", [], {}, Decimal("1E+400"), 10**50)),
        *((each, None) for each in ("NaN", "inf", "0x10", "1_000", Decimal("NaN"), Decimal("Infinity"))),
    ],
)
def test_numbers(value, number):
    assert as_decimal(value) == number
