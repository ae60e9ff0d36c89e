"""The pages in a real browser: nothing leaves them, the keyboard reaches all; small, dark and printed they hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reports.model import Problem, RunInfo
from reports.site.write import write_site
from tests.factories.windows import axe_finds

pytestmark = pytest.mark.browser

PAGES = ["index.html", "letters/flood.html", "subjects.html", "measures/farms_lost.html"]
SCRIPTS = {"index.html": ["assets/letters.js"], "letters/flood.html": ["assets/letter.js"]}

# Every visible stretch of text and every badge against the ground it stands on (WCAG 2.2, 1.4.3).
CONTRAST = """() => {
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length > 3 ? n : [...n, 1]; };
  const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = (el) => { for (let e = el; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255, 1]; };
  const poor = [];
  const look = (el, style, what) => {
    const [a, b] = [lum(parse(style.color)), lum(ground(el))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) poor.push([what.slice(0, 40), el.className, Math.round(ratio * 100) / 100]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !el.getClientRects().length || el.closest("svg")) continue;
    seen += 1; look(el, getComputedStyle(el), walker.currentNode.textContent);
  }
  for (const el of document.querySelectorAll("[data-badge]"))
    look(el, getComputedStyle(el, "::after"), el.dataset.badge);
  for (const el of document.querySelectorAll("svg text")) {
    const [a, b] = [lum(parse(getComputedStyle(el).fill)), lum(ground(el))];
    if ((Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5) poor.push([el.textContent, "svg", 0]);
  }
  return {seen, poor};
}"""

FOCUSED = """() => { const el = document.activeElement; if (!el || el === document.body) return null;
  const style = getComputedStyle(el), box = el.getClientRects()[0];
  const all = [...document.querySelectorAll("*")];
  return {at: all.indexOf(el), name: el.tagName, href: el.getAttribute("href"), outline: style.outlineStyle,
    width: parseFloat(style.outlineWidth),
    inView: !!box && box.right > 0 && box.bottom > 0 && box.top < innerHeight}; }"""


@pytest.fixture(scope="module")
def site(make, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("site")
    run = RunInfo(run_id="r-1", started_on=date(2024, 6, 3), versions={"crossfoot": "0.1.0"})
    problem = Problem(path="in/" + "a" * 200 + ".txt", message="is empty")
    write_site([make.all_verdicts()], [], [problem], make.reference_table(), out, run=run)
    return out


@pytest.fixture(scope="module")
def visit(windows, site) -> Callable[..., Any]:
    def go(name: str, anchor: str = "", **options: Any) -> Any:
        return windows.tab((site / name).as_uri() + anchor, **options)

    return go


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_page_and_nothing_complains(visit, site, name):
    page = visit(name)
    page.evaluate("document.fonts.ready.then(() => true)")
    own = [name, *SCRIPTS.get(name, ())]
    assert [url for url in page.requests if not url.startswith("data:")] == [(site / one).as_uri() for one in own]
    assert page.complaints == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_scrolls_sideways(visit, name, width):
    page = visit(name, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# Of the cells of each row that stand side by side, those whose words come nearer than 12 pixels to the next one's.
GLUED = """() => [...document.querySelectorAll("tr")].flatMap(row => [...row.cells].slice(1).flatMap((cell, at) => {
  const words = (one) => { const range = document.createRange(); range.selectNodeContents(one);
    return range.getBoundingClientRect(); };
  const [one, next] = [words(row.cells[at]), words(cell)];
  return one.width && next.width && next.top < one.bottom && next.left - one.right < 12 ? [row.innerText] : []; }))"""


@pytest.mark.parametrize("name", ["index.html", "subjects.html", "reference.html"])
@pytest.mark.parametrize("width", [1000, 1400])
def test_no_column_runs_into_the_next(visit, name, width):
    assert visit(name, width=width).evaluate(GLUED) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(visit, name, scheme):
    page = visit(name, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = page.evaluate(CONTRAST)
    assert found["seen"] > 20
    assert found["poor"] == []


@pytest.mark.parametrize(
    "name", [*PAGES, "how-to-read.html", "reference.html", "reference/figures-1.html", "producers/delta.html"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, name, scheme):
    page = visit(name, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert axe_finds(page) == []


def test_dark_mode_is_dark(visit):
    ground = "getComputedStyle(document.body).backgroundColor"
    assert visit(PAGES[1], color_scheme="dark").evaluate(ground) == "rgb(22, 21, 19)"


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_goes_through_in_order_and_shows_where_it_is(visit, name):
    page = visit(name)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    links = page.evaluate("document.querySelectorAll('a[href]:not([tabindex=\"-1\"]), summary').length")
    hidden = page.evaluate("document.querySelectorAll('details:not([open]) :is(a[href], summary + * summary)').length")
    assert len(stops) >= links - hidden
    assert [stop["at"] for stop in stops] == sorted(stop["at"] for stop in stops)
    assert all(stop["outline"] == "solid" and stop["width"] >= 2 for stop in stops)
    assert all(stop["inView"] for stop in stops)
    assert stops[0]["href"] in {"#letters", "#cards", "#measures", "#claims"}


def test_a_number_leads_to_its_card_and_back_without_script(visit):
    page = visit(PAGES[1], java_script_enabled=False)
    page.locator("a.m", has_text="41,000 people").click()
    card = page.locator("article.card:target")
    assert "Contradicted by the source" in card.inner_text()
    assert card.bounding_box()["y"] < 900
    card.locator("h3 a").click()
    mark = page.locator("a.m:target")
    assert mark.inner_text() == "41,000 people"
    assert 0 <= mark.bounding_box()["y"] < 900


def test_without_script_the_near_misses_open(visit):
    page = visit(PAGES[1], java_script_enabled=False)
    page.locator("summary", has_text="Near misses").click()
    assert page.get_by_text("Left out: covers Upper River alone").is_visible()


def test_the_front_page_leads_to_the_card(visit):
    page = visit(PAGES[0], java_script_enabled=False)
    page.locator("#desk a", has_text="41,000 people").click()
    assert page.locator("article.card:target h3").inner_text() == "41,000 people"


def test_text_and_cards_stand_side_by_side_where_there_is_room(visit):
    for width, beside in ((1400, True), (390, False)):
        page = visit(PAGES[1], width=width)
        text, cards = page.locator("#letter").bounding_box(), page.locator("#cards").bounding_box()
        assert (cards["x"] >= text["x"] + text["width"]) is beside
        assert (cards["y"] >= text["y"] + text["height"]) is not beside


def test_the_letter_stays_in_view_beside_a_late_card(visit):
    page = visit(PAGES[1])
    last = page.locator("article.card").last.get_attribute("id")
    page.goto(page.url + f"#{last}")
    assert page.locator("#letter").bounding_box()["y"] <= 1
    assert page.locator("#letter-h").is_visible()


def test_on_paper_is_what_was_asked_for(visit):
    shown = "[...document.querySelectorAll('{}')].filter(one => one.getClientRects().length).length"
    counts = {}
    for way in ("", "#print-open", "#print-desk", "#print-all"):
        page = visit(PAGES[1], way, java_script_enabled=False)
        page.emulate_media(media="print")
        counts[way] = [
            page.evaluate(shown.format(css)) for css in (".desk li", ".seg-body", ".card", ".card.l-fine", "#numbers")
        ]
    asking = counts[""][2]
    assert counts["#print-desk"] == [8, 0, 0, 0, 0]
    assert counts[""] == counts["#print-open"] == [8, 1, asking, 0, 0]
    assert 0 < asking < 10
    assert counts["#print-all"][:3] == [8, 1, 10]
    assert counts["#print-all"][4] == 1


def test_on_paper_the_cards_follow_the_text_and_everything_is_open(visit):
    page = visit(PAGES[1], "#print-all")
    page.emulate_media(media="print")
    text, cards = page.locator("#letter").bounding_box(), page.locator("#cards").bounding_box()
    assert cards["y"] >= text["y"] + text["height"]
    shown = page.evaluate("getComputedStyle(document.querySelector('.source a'), '::after').content")
    assert "https://example.org/farms/2" in shown
    assert page.get_by_text("Left out: covers Upper River alone").bounding_box()["height"] > 0
    assert page.evaluate(
        "document.querySelector('.pane').scrollHeight <= document.querySelector('.pane').clientHeight + 1"
    )


def test_it_prints(visit):
    assert visit(PAGES[1]).pdf(format="A4").startswith(b"%PDF")


def test_a_reader_hears_what_a_marked_number_is(visit):
    link = visit(PAGES[1]).get_by_role("link", name="41,000 people: Contradicted by the source. Card 3.")
    assert link.inner_text() == "41,000 people"


def test_hostile_text_does_nothing(visit):
    page = visit(PAGES[1])
    page.on("dialog", lambda dialog: pytest.fail("a letter ran a script"))
    assert page.evaluate("[...document.scripts].map(one => one.getAttribute('src') + one.text)") == [
        "../assets/letter.js"
    ]
