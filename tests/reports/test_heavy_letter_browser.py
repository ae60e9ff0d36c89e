"""A letter of 5,000 signatories and 500 claims: its page is not too heavy, and moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.readers.finding import FoundLetter
from expectations.model import CheckedLetter
from flows import steps
from reports.site.write import write_site
from tests.benchmarks.letter_pages import TABLE, heavy

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("heavy")
    table, field, _ = steps.load_references(str(TABLE))
    found = FoundLetter(path="heavy.txt", letter_id="heavy", data=heavy(5_000, 500).encode())
    one = steps.check_one(found, field, table)
    assert isinstance(one, CheckedLetter)
    assert len(one.extraction.claims) > 500
    assert one.extraction.signatories.listed == 5_000
    write_site([one], [], [], None, out)
    return out


@pytest.fixture(scope="module")
def page(windows: Any, site: Path) -> Any:
    return windows.tab(site / "letters" / "heavy.html")


def test_it_weighs_less_than_a_megabyte_and_a_half(site: Path) -> None:
    assert (site / "letters" / "heavy.html").stat().st_size < 1_500_000


def test_every_number_is_marked_and_those_listed_lead_to_their_place(page: Any) -> None:
    assert page.locator(".seg-signatories mark.i").count() == 5_000
    links = "[...document.querySelectorAll('#numbers .ignored a')].map(one => one.getAttribute('href').slice(1))"
    assert page.evaluate(f"{links}.filter(id => !document.getElementById(id))") == []


def test_text_and_cards_move_together_at_once(page: Any) -> None:
    page.keyboard.press("j")
    page.wait_for_function("document.querySelector('.card.current')")
    for words in ("1,007 farms", "4,493 farms", "2,750 farms"):
        mark = page.locator(".text a.m", has_text=words)
        mark.click()
        card = page.locator(".card.current")
        assert card.locator("h3").inner_text() == words
        for box in (card.bounding_box(), page.locator(".text a.current").bounding_box()):
            assert box["y"] < 900
            assert box["y"] + box["height"] > 0


def test_the_bar_of_marks_is_drawn_with_the_page_laid_out_once(page: Any) -> None:
    counter = page.context.new_cdp_session(page)
    counter.send("Performance.enable")

    def laid_out() -> int:
        told = counter.send("Performance.getMetrics")["metrics"]
        return int(next(one["value"] for one in told if one["name"] == "LayoutCount"))

    before = laid_out()
    page.evaluate("dispatchEvent(new Event('resize')); document.querySelector('.track').getBoundingClientRect()")
    assert page.locator(".track span").count() > 500
    assert laid_out() - before < 10


def test_on_paper_all_of_it_is_there(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).contentVisibility") == "visible"
    page.emulate_media(media="null")
