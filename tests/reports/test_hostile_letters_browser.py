"""Two hundred letters that try to run something, in a browser: no script but ours runs, nothing is asked of anybody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.readers.finding import FoundLetter
from expectations.check import check_across
from expectations.model import CheckedLetter
from flows import steps
from reports.site.write import write_site
from tests.factories.hostile_letters import MARK, hostile_letters

pytestmark = pytest.mark.browser

LETTERS = 210
ABROAD = (
    "[...document.querySelectorAll('img, iframe, object, embed, audio, video, base, form[action], "
    "link:not([rel=icon]), svg script, meta[http-equiv=refresh]')].map(one => one.outerHTML.slice(0, 200))"
)
HANDLERS = (
    "[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(each => each.name.startsWith('on') "
    "|| /^\\s*(javascript|data:text)/i.test(each.value))).map(one => one.outerHTML.slice(0, 200))"
)
OURS = {"letter.js", "letters.js", "letters-list.js", "letters-words.js"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page of a report of the letters, and of the table they were compared with."""
    out = tmp_path_factory.mktemp("hostile")
    table, field, _ = steps.load_references(str(Path(__file__).parents[2] / "sources" / "data" / "packs" / "myanmar"))
    made = [
        steps.check_one(FoundLetter(path=f"in/{name}.txt", letter_id=name, data=text.encode()), field, table)
        for name, text in hostile_letters(LETTERS).items()
    ]
    letters = [one for one in made if isinstance(one, CheckedLetter)]
    assert len(letters) == LETTERS
    assert write_site(letters, check_across(letters, field), [], table, out) == []
    return out


@pytest.fixture(scope="module")
def tab(windows: Any, site: Path) -> Any:
    page = windows.tab(site / "index.html")
    page.on("dialog", lambda dialog: pytest.fail("a letter ran a script"))
    return page


def quiet(page: Any, site: Path) -> None:
    """Whether a page, with all of it opened, holds nothing of ours and asked for nothing but our files."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate(f"window.{MARK}") is None
    assert page.evaluate(ABROAD) == []
    assert page.evaluate(HANDLERS) == []
    scripts = page.evaluate("[...document.scripts].map(one => one.getAttribute('src') + one.text)")
    assert {name.rpartition("/")[2] for name in scripts} <= OURS
    assert [url for url in page.requests if not url.startswith((site.as_uri(), "data:,"))] == []
    assert page.complaints == []


def test_no_letter_runs_or_asks_for_anything(tab: Any, site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > LETTERS + 3
    for path in pages:
        tab.requests.clear()
        tab.complaints.clear()
        tab.goto(path.as_uri())
        quiet(tab, site)


def test_every_letter_s_page_is_whole(site: Path) -> None:
    for path in (site / "letters").glob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert html.count("<main") == html.count("</html>") == 1
        assert 'class="card' in html


def test_the_list_that_a_script_makes_of_them_is_words(tab: Any, site: Path) -> None:
    for asked in ("script", "%3Cimg%20src%3Dx%20onerror%3Dwindow." + MARK + "%3D1%3E", "__proto__"):
        tab.goto("about:blank")
        tab.requests.clear()
        tab.goto((site / "index.html").as_uri() + f"#q={asked}")
        tab.locator("form.tools .shown").wait_for()
        tab.wait_for_function("window.crossfootLetters && window.crossfootWords")
        quiet(tab, site)
    tab.goto((site / "index.html").as_uri() + "#q=script&sort=title")
    assert tab.locator("table.letters tbody tr").count() > 20
    quiet(tab, site)
