"""A letter's page moves: text and cards together, every key, toggles, the bar of marks, a phone's card in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reports.site.write import write_site

pytestmark = pytest.mark.browser

TEXT = (
    "Open letter on the wells\n\n4 May 2023\n\nAbout 60 wells are dry. The rest will follow.\n" + "A line more.\n" * 90
)
IN_VIEW = """(el) => { const at = el.getBoundingClientRect();
  const frame = el.closest(".pane")?.getBoundingClientRect() || {top: 0, bottom: innerHeight};
  return at.top >= Math.max(frame.top, 0) - 1 && at.top < Math.min(frame.bottom, innerHeight); }"""


@pytest.fixture(scope="module")
def site(make, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("moving")
    letter = make.letter(TEXT, "wells")
    early = make.claim(TEXT, "60 wells", "60", letter_id="wells")
    checked = make.checked(letter, (early,), (make.verdict(early, "overstated", needs_editor=True),))
    write_site([make.all_verdicts(), checked], [], [], make.reference_table(), out)
    return out


@pytest.fixture(scope="module")
def visit(windows, site) -> Callable[..., Any]:
    def go(name: str = "flood", anchor: str = "", **options: Any) -> Any:
        return windows.tab((site / "letters" / f"{name}.html").as_uri() + anchor, height=700, **options)

    return go


def current(page: Any) -> str:
    return page.locator(":is(.card, .check).current").get_attribute("id")


def both_in_view(page: Any) -> bool:
    box, mark = page.locator(":is(.card, .check).current"), page.locator(".text .current").first
    return box.evaluate(IN_VIEW) and mark.evaluate(IN_VIEW)


def test_a_mark_a_desk_item_and_a_card_bring_both_into_view_and_keep_the_focus(visit):
    page = visit()
    mark = page.locator("a.m", has_text="14 placards")
    mark.click()
    assert both_in_view(page)
    assert mark.evaluate("el => el === document.activeElement")
    page.locator("#desk a", has_text="41,000 people").click()
    assert both_in_view(page)
    assert page.evaluate("document.activeElement.closest('.card').id") == current(page)
    page.locator("article.card", has=page.locator("h3", has_text="900 boats")).locator(".sentence").click()
    assert page.locator(".text .current").inner_text() == "900 boats"
    assert both_in_view(page)


def test_a_check_comes_beside_its_figures(visit):
    page = visit()
    page.locator("#desk a", has_text="River Farmers").click()
    assert page.locator(".text .current").first.inner_text() == "River Farmers"
    assert both_in_view(page)


def test_the_address_says_where_one_is_and_leads_there_again(visit):
    page = visit()
    page.locator("a.m", has_text="900 boats").click()
    again = visit(anchor="#" + page.url.split("#")[1])
    assert again.locator(".card.current h3").inner_text() == "900 boats"
    assert both_in_view(again)


def test_keys_go_through_claims_and_checks(visit):
    page = visit()
    page.keyboard.press("j")
    first = current(page)
    page.keyboard.press("j")
    assert current(page) != first
    assert both_in_view(page)
    page.keyboard.press("k")
    assert current(page) == first
    page.keyboard.press("1")
    assert page.locator(".current:is(.card, .check)").get_attribute("class").split()[1] == "l-amend"
    assert page.evaluate("document.activeElement.closest('.card, .check').classList.contains('current')")
    page.keyboard.press("Control+j")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    assert page.locator("dialog kbd").all_inner_texts() == ["j", "k", "1", "[", "]", "u", "/", "Esc", "?"]
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()


def test_keys_lead_to_other_letters_and_up(visit):
    page = visit()
    page.keyboard.press("]")
    page.wait_for_url("**/wells.html")
    page.keyboard.press("[")
    page.wait_for_url("**/flood.html")
    page.keyboard.press("u")
    page.wait_for_url("**/index.html")


def test_what_is_found_is_gone_through_and_letters_typed_are_no_keys(visit):
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("jk boats")
    assert "0 of" in page.locator("output").inner_text()
    page.keyboard.press("Control+a")
    page.keyboard.type("sources conflict")
    page.keyboard.press("Enter")
    assert page.locator(".card.current h3").inner_text() == "900 boats"
    assert page.locator("article.card:visible").count() == 1


def test_counts_are_toggles(visit):
    page = visit()
    before = page.locator("article.card:visible").count()
    button = page.locator(".head li.l-fine button")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator("article.card.l-fine:visible").count() == 0
    assert page.locator(".text a.m.l-fine:not(.quiet)").count() == 0
    page.locator("a.m", has_text="14 placards").click()  # a mark that is asked for brings its card back
    assert page.locator(".card.current h3").inner_text() == "14 placards & banners"
    assert page.locator("article.card:visible").count() == before
    assert button.get_attribute("aria-pressed") == "true"


def test_the_bar_shows_where_the_marks_stand_and_leads_there(visit):
    page = visit("wells")
    dots = page.locator(".track span")
    assert dots.count() == 1
    assert dots.first.get_attribute("data-level") == "amend"
    page.locator("#letter").evaluate("el => { el.scrollTop = el.scrollHeight; }")
    dots.first.click()
    assert both_in_view(page)


def test_levels_differ_by_shape(visit):
    page = visit()
    style = "el => getComputedStyle(el).borderBottomStyle + getComputedStyle(el).borderBottomWidth"
    shapes = {
        level: page.locator(f".text .l-{level}:not(.m.f)").first.evaluate(style) for level in ("amend", "look", "fine")
    }
    assert len(set(shapes.values())) == 3


def test_on_a_phone_the_card_opens_under_its_sentence_and_goes_back(visit):
    page = visit("wells", width=390)
    page.locator("a.m").click()
    card = page.locator(".text article.card")
    text = page.locator(".seg").inner_text()
    assert text.index("60 wells are dry") < text.index("Higher than the source") < text.index("The rest will follow")
    assert 0 <= page.locator("a.m").bounding_box()["y"] < card.bounding_box()["y"] < 700
    page.get_by_role("button", name="Close").click()
    assert page.locator(".text article.card").count() == 0
    assert page.locator("#cards article.card").count() == 1
    assert page.evaluate("document.activeElement.classList.contains('m')")


def test_without_scripts_nothing_of_it_is_there_and_all_is_shown(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("button:visible, dialog:visible, .track:visible, .tools:visible").count() == 0
    assert page.locator("article.card:visible").count() == 10
