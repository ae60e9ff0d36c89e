"""`crossfoot sources pull` from the options to the table: what it says, what it returns, and what it leaves alone."""

from __future__ import annotations

import argparse
import logging
from datetime import date

import pytest

from claims.errors import CrossfootError
from flows.reference.pull_desk import PROVIDERS, add_arguments, run_pull
from sources.providers.catalogue import provider_ids
from sources.table.load import load_table

TODAY = date(2026, 3, 2)
KEY = "aGFwaTprZXk="


def pull(base: str, folder, still, *more: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    options = ["--into", str(folder / "mine"), "--state", str(folder / "state"), "--base-url", base]
    return run_pull(parser.parse_args([*options, *more]), world=still.world(), today=TODAY)


def needs(population: object, **more: object) -> dict[str, object]:
    return {
        "location_code": "MLI",
        "sector_code": "Intersectoral",
        "category": "total",
        "population_status": "INN",
        "population": population,
        "reference_period_start": "2025-01-01T00:00:00",
        "reference_period_end": "2026-12-31T23:59:59",
        **more,
    }


HAPI = ("hdx-hapi", "--place", "Mali", "--measure", "people_in_need")


@pytest.fixture(autouse=True)
def key(monkeypatch):
    monkeypatch.setenv("HDX_HAPI_APP_IDENTIFIER", KEY)


def files(folder) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((folder / "mine").iterdir())}


def test_the_names_are_those_of_the_registry():
    assert provider_ids() == PROVIDERS


def test_from_nothing_to_a_table(serve, json_reply, still, tmp_path, capsys):
    served = serve(lambda _: json_reply({"data": [needs(640000), needs(9, sector_code="HEA")]}))
    assert pull(served.url, tmp_path, still, *HAPI) == 0
    *_, observation = load_table(str(tmp_path / "mine")).observations
    assert (observation.value, observation.place, observation.producer_id) == (640000, "Mali", "ocha")
    assert (observation.accessed_on, observation.grade) == (TODAY, "quoted")
    said = capsys.readouterr().out
    assert "ocha-people_in_need-MLI-2025-01-01  ~ 640000 person  Mali" in said
    assert "left out (1): one sector or group" in said
    assert said.endswith("added 1 observations, of them 0 later vintages; 0 stood there already\n")


def test_again_and_again(serve, json_reply, reply, still, tmp_path, capsys):
    first = json_reply({"data": [needs(640000)]}, ETag='"1"')
    given = [first, reply(status=304), json_reply({"data": [needs(650000)]}, ETag='"2"')]
    served = serve(lambda _: given.pop(0))
    assert pull(served.url, tmp_path, still, *HAPI) == 0
    before = files(tmp_path)
    assert pull(served.url, tmp_path, still, *HAPI) == 0
    assert files(tmp_path) == before
    assert served.asked[1].headers["if-none-match"] == '"1"'
    assert pull(served.url, tmp_path, still, *HAPI) == 0
    stem = "ocha-people_in_need-MLI-2025-01-01"
    assert f"{stem} is superseded by {stem}-b" in capsys.readouterr().out
    assert [row.superseded_by for row in load_table(str(tmp_path / "mine")).observations][-2:] == [f"{stem}-b", None]


def test_a_dry_run_writes_nothing(serve, json_reply, still, tmp_path, capsys):
    served = serve(lambda _: json_reply({"data": [needs(640000)]}))
    assert pull(served.url, tmp_path, still, *HAPI, "--dry-run") == 0
    assert not (tmp_path / "mine").exists()
    assert "would add 1 observations" in capsys.readouterr().out


@pytest.mark.parametrize(
    "fault", ["429", "500", "403", "404", "half", "torn", "gone", "changed", "value", "two", "html"]
)
def test_a_fault_keeps_the_old_table_byte_for_byte(
    serve, json_reply, reply, still, tmp_path, capsys, caplog, monkeypatch, fault
):
    caplog.set_level(logging.DEBUG)
    good = json_reply({"data": [needs(640000)]})
    spoilt = {
        "429": reply(status=429, headers={"Retry-After": "1"}),
        "500": reply(status=500),
        "403": reply(status=403, body=f"no: {KEY}".encode()),
        "404": reply(status=404),
        "half": reply(body=good.body, cut=len(good.body) // 2),
        "torn": reply(body=good.body[:-20]),
        "gone": json_reply({"data": [{name: v for name, v in needs(7).items() if name != "population"}]}),
        "changed": json_reply({"rows": []}),
        "value": json_reply({"data": [needs("about 7")]}),
        "two": json_reply({"data": [needs(7), needs(8)]}),
        "html": reply(body=b"<html>We are sorry</html>", headers={"Content-Type": "text/html"}),
    }
    given = [good]
    served = serve(lambda _: given.pop() if given else spoilt[fault])
    assert pull(served.url, tmp_path, still, *HAPI) == 0
    before = files(tmp_path)
    capsys.readouterr()
    assert pull(served.url, tmp_path, still, *HAPI) == 1
    assert files(tmp_path) == before
    said = capsys.readouterr().err
    assert said.startswith("crossfoot: hdx-hapi")
    assert said.endswith("mine: not changed\n")
    kept = "".join(file.read_text() for file in (tmp_path / "state").rglob("*") if file.is_file())
    assert KEY not in said + caplog.text + kept


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("hdx-hapi", "--place", "Atlantis"), "--place: 'Atlantis' is no country"),
        (("hdx-hapi", "--place", "MLI", "--since", "1 May 2025"), "--since: '1 May 2025' is no date"),
        (("hdx-hapi", "--place", "MLI", "--since", "2025-02-30"), "--since: '2025-02-30' is no date"),
        (("hdx-hapi", "--place", "MLI", "--since", "2027-01-01"), "still to come"),
        (("hdx-hapi", "--place", "MLI", "--since", "2025-02-01", "--until", "2025-01-01"), "is before --since"),
        (("hdx-hapi", "--measure", "people_in_need"), "--place: hdx-hapi needs at least one country"),
        (("hdx-hapi", "--place", "MLI", "--measure", "rain"), "--measure: 'rain' is not filled by hdx-hapi"),
        (("hdx-hapi", "--place", "MLI", "--mapping", "x.yml"), "--mapping: hdx-hapi takes none"),
        (("ucdp", "--place", "MLI"), "UCDP_ACCESS_TOKEN: this environment variable is not set"),
        (("generic",), "--mapping: the generic provider needs a mapping file"),
        (("generic", "--mapping", "nowhere.yml"), "nowhere.yml: cannot be read"),
    ],
)
def test_usage(serve, json_reply, still, tmp_path, monkeypatch, more, said):
    monkeypatch.delenv("UCDP_ACCESS_TOKEN", raising=False)
    served = serve(lambda _: json_reply({"data": []}))
    # The command line prints these and returns 2.
    with pytest.raises(CrossfootError) as caught:
        pull(served.url, tmp_path, still, *more)
    assert said in str(caught.value)
    assert not (tmp_path / "mine").exists()


def test_nothing_to_pull_makes_no_table(serve, json_reply, still, tmp_path, capsys):
    served = serve(lambda _: json_reply({"data": []}))
    assert pull(served.url, tmp_path, still, *HAPI) == 0
    assert not (tmp_path / "mine").exists()
    assert "added 0 observations" in capsys.readouterr().out


def test_parsing_the_options_loads_no_provider():
    import subprocess
    import sys

    code = (
        "import sys, argparse; from flows.reference.pull_desk import add_arguments;"
        "add_arguments(argparse.ArgumentParser());"
        "print([name for name in ('httpx', 'yaml', 'sources.providers.net.client', 'pandas') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
