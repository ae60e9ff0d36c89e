"""The list of many letters in a real browser: find, sort, only what asks; in pages without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from reports.site.letter_lists import ROWS
from reports.site.write import write_site
from tests.reports.conftest import Workshop

pytestmark = pytest.mark.browser
LETTERS = ROWS + 40
ROW = "table.letters tbody tr"
ASKING = 1 + len(range(0, LETTERS, 50))
HOSTILE = "</script><img src=x onerror=document.title='hit'> \u2028 `${1}`"


@pytest.fixture(scope="module")
def site(make: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters over two pages: the fifth asks most, one has a hostile title, the last is the only one on whales."""
    out = tmp_path_factory.mktemp("many")
    letters = []
    for number in range(LETTERS):
        asks = 3 if number == 5 else int(number % 50 == 0)
        title = HOSTILE if number == 7 else "On whales" if number == LETTERS - 1 else f"Letter {LETTERS - number}"
        letters.append(make.checked(
            make.letter("12 boats\n" if number == 11 else "a\n", letter_id=f"l{number:03}", title=title),
            findings=(make.finding("ordinal", "inconsistent", "warning"),) * asks,
            claims=(make.claim("12 boats\n", "12 boats", "12"),) if number == 11 else (),
        ))  # fmt: skip
    write_site(letters, (), (), None, out)
    return out


@pytest.fixture(scope="module")
def visit(windows: Any, site: Path) -> Callable[..., Any]:
    def go(name: str = "index.html", anchor: str = "", **options: Any) -> Any:
        return windows.tab((site / name).as_uri() + anchor, width=1200, **options)

    return go


def ids(page: Any) -> list[str]:
    return page.eval_on_selector_all("table.letters .id", "all => all.map(one => one.textContent)")  # type: ignore[no-any-return]


def test_without_scripts_the_list_is_in_pages_and_there_are_no_tools(visit: Any) -> None:
    page = visit(java_script_enabled=False)
    assert page.locator(ROW).count() == ROWS
    assert page.locator("form.tools").count() == 0
    page.locator("nav.pages a", has_text="2").click()
    assert page.locator(ROW).count() == LETTERS - ROWS


def test_a_letter_of_another_page_is_found_and_the_address_says_so(visit: Any) -> None:
    page = visit()
    page.get_by_label("Find").fill("whales")
    expect(page.locator(ROW)).to_have_count(1)
    assert ids(page) == [f"l{LETTERS - 1:03}"]
    expected = f"1 of {LETTERS} letters · 0 claims, 0 checks, 0 items for an editor"
    expect(page.locator("form.tools output")).to_have_text(expected, use_inner_text=True)
    assert page.url.endswith("#q=whales")
    assert not page.locator("nav.pages").is_visible()
    page.get_by_label("Find").fill("")
    expect(page.locator(ROW)).to_have_count(ROWS)
    assert page.locator("nav.pages").is_visible()
    assert page.complaints == []


def test_where_no_letter_fits_it_is_said(visit: Any) -> None:
    page = visit()
    page.get_by_label("Find").fill("zebra")
    expect(page.locator(ROW)).to_have_count(1)  # a text is asked of one row only: of more it fails at once
    expect(page.locator(ROW)).to_have_text(
        "No letter fits: words are looked for in titles, dates, claims, measures, producers and rules."
    )
    page.get_by_label("Find").fill("whales")
    expect(page.locator(ROW)).to_have_count(1)
    assert ids(page) == [f"l{LETTERS - 1:03}"]


def test_the_number_of_items_leads_to_them(visit: Any) -> None:
    page = visit()
    page.locator(".dek a[href='#desk']").click()
    assert page.locator("#desk-h").bounding_box()["y"] < 900


def test_letters_are_found_by_their_claims_and_rules_and_the_totals_are_of_what_is_shown(visit: Any) -> None:
    page = visit()
    page.get_by_label("Find").fill("boats")
    expect(page.locator(ROW)).to_have_count(1)
    assert ids(page) == ["l011"]
    assert "· 1 claim, 0 checks, 0 items" in page.locator("form.tools output").inner_text()
    page.get_by_label("Find").fill("ordinal")
    expect(page.locator(ROW)).to_have_count(ASKING)
    items = ASKING + 2
    assert f"· 0 claims, {items} checks, {items} items for an editor" in page.locator("form.tools output").inner_text()


def test_an_address_that_was_sent_on_shows_the_same(visit: Any) -> None:
    page = visit(anchor="#work=1&sort=work&down=1")
    expect(page.locator(ROW)).to_have_count(ASKING)
    assert ids(page)[0] == "l005"
    assert page.get_by_label("only what needs an editor").is_checked()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("For an editor")
    assert visit("letters-2.html", "#q=whales").locator("table.letters").count() == 1


def test_a_heading_sorts_up_and_down_by_mouse_and_keyboard(visit: Any) -> None:
    page = visit()
    page.get_by_role("button", name="Letter", exact=True).click()
    expect(page.locator(ROW)).to_have_count(LETTERS)
    up = ids(page)
    page.keyboard.press("Enter")
    page.wait_for_selector("th[aria-sort=descending]")
    assert ids(page) == up[::-1]
    assert page.url.endswith("#sort=title&down=1")


def test_rows_made_by_the_script_look_like_the_others(visit: Any) -> None:
    page = visit()
    shape = "rows => rows.map(row => row.innerHTML.replace(/\\s+/g, ' ').replaceAll('> <', '><').trim())"
    before = page.eval_on_selector_all("table.letters tbody tr", shape)[0]
    page.get_by_label("only what needs an editor").check()
    expect(page.locator(ROW)).to_have_count(ASKING)
    after = page.eval_on_selector_all("table.letters tbody tr", shape)[0]
    assert after == before


def test_hostile_titles_stay_words(visit: Any) -> None:
    page = visit()
    page.get_by_label("Find").fill("onerror")
    expect(page.locator(ROW)).to_have_count(1)
    assert page.locator("table.letters tbody img").count() == 0
    assert page.locator("table.letters tbody a").inner_text().startswith("</script><img src=x onerror=")
    assert "hit" not in page.title()
    assert page.complaints == []


def test_what_is_handed_on_runs_on_in_its_lines_above_the_letters(make: Workshop, tmp_path: Path, windows: Any) -> None:
    files = ("to-do.csv", "claims.csv", "crossfoot.xlsx", "crossfoot.json", "crossfoot.sarif", "junit.xml")
    letter = make.checked(make.letter("a\n", letter_id="one", title="On whales"))
    write_site([letter], (), (), None, tmp_path, files=files)
    page = windows.tab(tmp_path / "index.html", width=1280)
    told = page.locator("p.files").bounding_box()
    assert page.locator("p.files a").count() == len(files)
    assert told["height"] < 80  # two lines; a form of a file that stands as a block takes three lines a file
