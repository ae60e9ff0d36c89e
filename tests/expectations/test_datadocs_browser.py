"""The Data Docs in a real browser: they ask nobody for anything, hide nothing, and fit a phone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from expectations.gates.gate import gate
from expectations.gates.gated_rows import rows_of
from reports.exports.table_frames import frames

pytestmark = pytest.mark.browser

PAGES = ["index.html", "letters.html", "claims.html", "observations.html"]
HIDDEN = """() => [...document.querySelectorAll("main *")]
  .filter(one => !one.getClientRects().length && one.textContent.trim()).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def folder(made: ModuleType, known: Mapping[str, frozenset[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    rows: dict[str, Any] = rows_of([made.checked_letter("a" * 90), made.checked_letter()], table=made.reference_table())
    rows["claims"][0]["kind"] = "x" * 300
    gate(frames(rows), out, references=known)
    return out / "data-docs"


@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_hides_nothing_and_fits(browser: Any, folder: Path, name: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark")
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((folder / name).as_uri())
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if not url.startswith("data:")] == [(folder / name).as_uri()]
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(HIDDEN) == []
    context.close()


def test_the_pages_lead_to_each_other_without_script(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="letter by letter").click()
    assert page.url.endswith("letters.html#letters.stated-listed-undisclosed.totals")
    assert page.get_by_role("heading", name="Signatories stated = listed + undisclosed").is_visible()
    page.get_by_role("navigation").get_by_role("link", name="claims").click()
    assert page.get_by_role("heading", name="At fault").is_visible()
    context.close()
