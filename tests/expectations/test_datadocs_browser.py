"""The Data Docs in a real browser: they ask nobody for anything, hide nothing, and fit a phone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from expectations.gates.gate import gate
from expectations.gates.gated_rows import rows_of
from reports.exports.tables.table_frames import frames

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
def test_a_page_asks_for_nothing_hides_nothing_and_fits(windows: Any, folder: Path, name: str, width: int) -> None:
    page = windows.tab(folder / name, width=width, color_scheme="dark")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert [url for url in page.requests if not url.startswith("data:")] == [(folder / name).as_uri()]
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(HIDDEN) == []


def test_the_pages_lead_to_each_other_without_script(windows: Any, folder: Path) -> None:
    page = windows.tab(folder / "index.html", java_script_enabled=False)
    page.get_by_role("link", name="letter by letter").click()
    page.wait_for_url("**/letters.html#letters.stated-listed-undisclosed.totals")
    assert page.get_by_role("heading", name="Signatories stated = listed + undisclosed").is_visible()
    page.get_by_role("navigation").get_by_role("link", name="claims").click()
    page.wait_for_url("**/claims.html")
    assert page.get_by_role("heading", name="At fault").is_visible()
