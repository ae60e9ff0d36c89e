"""A source added from a card: checked, kept in the team's own table, and the letter compared again with it at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from flows.review.as_decided import AsDecided
from flows.review.run_shown import load_run
from flows.run_folders.runs import Layout
from reports.deciding.decisions import NONE

LETTER = (
    "Open letter on the islands\n\n12 March 2022\n\nAs of 1 March 2022 the war has killed 1,230 people in Vanuatu.\n"
)
ROW = {
    "measure_id": "conflict_deaths", "value": "1230", "comparator": "=", "place": "Vanuatu", "period_start": "",
    "period_end": "2022-03-01", "producer_id": "ohchr", "title": "Toll of the islands", "published_on": "2022-03-04",
    "url": "https://example.org/toll", "as_printed": "1,230 people were killed", "grade": "primary", "note": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def islands(start: Any) -> Any:
    return start(text=LETTER)


@pytest.fixture
def client(islands: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=islands.address, timeout=120) as one:
        one.get("/")
        yield one


def page_of(client: httpx.Client) -> str:
    return client.get("/letters/wells.html").text


def sent(client: httpx.Client, row: dict[str, str], **more: str) -> httpx.Response:
    html = page_of(client)
    (claim,) = set(re.findall(r'data-claim-id="([^"]+)"', html))
    form = client.get("/letters/wells.html", params={"source": claim}).text
    found = re.search(r'name="token" value="([^"]+)"', form)
    assert found is not None
    told = {**row, "letter": "wells", "claim": claim, "token": found[1], "by": "Ada", **more}
    return client.post("/add-source", data=told, headers={"origin": str(client.base_url).rstrip("/")})


def test_the_card_without_evidence_has_the_form_filled_from_the_claim(client: httpx.Client) -> None:
    html = page_of(client)
    assert html.count("Add this source") == 1
    (claim,) = set(re.findall(r'data-claim-id="([^"]+)"', html))
    form = client.get("/letters/wells.html", params={"source": claim}).text.split('<form class="add-source"')[1]
    assert 'name="measure_id" dir="auto" value="conflict_deaths"' in form
    assert 'name="place" dir="auto" value="Vanuatu"' in form
    assert 'name="period_end" dir="auto" value="2022-03-01"' in form


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"producer_id": "nobody"}, "producer_id: “nobody”"), ({"value": "many"}, "value: “many”"),
        ({"period_end": ""}, "period_end"), ({"place": "Atlantis"}, "place: “Atlantis” is no place"),
        ({"title": ""}, "title"), ({"as_printed": "one two three four five six seven eight nine"}, "as_printed"),
        ({"url": "javascript:alert(1)"}, "url: “javascript"), ({"published_on": "2099-01-01"}, "published_on"),
        ({"by": " "}, "Say who you are"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_nothing_written_is_lost(
    client: httpx.Client, islands: Any, wrong: dict[str, str], told: str
) -> None:
    answer = sent(client, {**ROW, "note": "<b>seen</b>"}, **wrong)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="&lt;b&gt;seen&lt;/b&gt;"' in answer.text
    assert not (Layout(out=islands.out).own_sources / "observations.csv").exists()


def test_another_session_adds_nothing(client: httpx.Client, islands: Any) -> None:
    assert sent(client, ROW, token="0" * 64).status_code == 403
    assert sent(client, ROW, claim="gone").status_code == 422
    assert not Layout(out=islands.out).own_sources.exists()


def test_a_source_is_kept_and_compared_with_at_once(client: httpx.Client, islands: Any) -> None:
    answer = sent(client, ROW)
    assert answer.status_code == 303, re.findall(r"<li>(.*?)</li>", answer.text)[:4]
    assert answer.headers["location"].startswith("/letters/wells.html#")
    assert "Consistent with the source" in page_of(client)
    assert "Toll of the islands" in page_of(client)
    kept = (Layout(out=islands.out).own_sources / "observations.csv").read_text(encoding="utf-8")
    assert "ohchr-conflict_deaths-2022-03-01" in kept
    assert "added in a review by Ada" in kept
    (again,) = load_run(Layout(out=islands.out)).letters.values()  # as the review starts the next time
    assert [one.against_source for one in again.verdicts.values()] == ["consistent"]


def test_the_first_page_says_that_a_gate_did_not_pass(start: Any) -> None:
    served = start(text=LETTER)
    (path,) = served.out.glob("runs/*/run.json")
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"failed_gates": ["claims"]}), encoding="utf-8")
    shown = AsDecided(load_run(Layout(out=served.out)), NONE)
    assert shown.front.review is not None
    assert shown.front.review.warning.startswith("The gate of this run did not pass (claims)")
    assert "gate" not in AsDecided(served.desk.run(), NONE).front.review.warning
