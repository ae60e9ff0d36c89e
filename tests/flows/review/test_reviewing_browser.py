"""A review in a browser: decide, take back, confirm, meet another editor, an edited letter; without scripts too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from flows.cli import main
from reports.deciding.entries import Entry, Subject
from tests.factories.run_folder import LETTER, put_run
from tests.factories.windows import axe_finds

pytestmark = pytest.mark.browser

HEAD = "About 60 wells"


@pytest.fixture
def fresh(start: Any) -> Any:
    return start()


@pytest.fixture
def visit(windows: Any) -> Iterator[Any]:
    def go(served: Any, path: str = "/letters/wells.html", **options: Any) -> Any:
        return windows.new_tab(served.address + path, **{"width": 1300, "height": 800, **options})

    yield go
    windows.close_new()


def led(page: Any, button: Any) -> None:
    """Press what leads to another page, or to this one again, and be there."""
    with page.expect_navigation():
        button.click()


def card(page: Any, words: str = "60 wells") -> Any:
    return page.locator("article.card", has=page.locator("h3", has_text=words))


def opened(one: Any) -> None:
    """Open the form of a card or check; of one that asks for nothing it comes when it is asked for."""
    way = one.locator(".deciding :is(summary, a)").first
    if way.evaluate("el => el.matches('a')"):
        led(one.page, way)
    else:
        way.click()


def decide(page: Any, decision: str, by: str = "Ada", words: str = "60 wells", **fields: str) -> Any:
    """Decide on a claim's card; leaves the browser where the review leads."""
    one = card(page, words)
    if not one.locator("form.decide").is_visible():
        opened(one)
    form = one.locator("form.decide")
    form.locator(f"input[name=decision][value={decision}]").check()
    for name, value in {"by": by, **fields}.items():
        field = form.locator(f"[name={name}]")
        if name in ("reason", "right_comparator"):
            field.select_option(value)
        else:
            field.fill(value)
    led(page, form.get_by_role("button", name="Decide"))
    return page


def stands(page: Any, words: str = "60 wells") -> str:
    return card(page, words).locator(".stands").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_each_decision_is_kept_and_shown_with_who_and_what(visit: Any, fresh: Any, scripts: bool) -> None:
    page = visit(fresh, java_script_enabled=scripts)
    decide(page, "accept", note="seen <b>twice</b>")
    assert page.url.endswith("#" + card(page).get_attribute("id"))
    assert "Accept by Ada" in stands(page)
    assert "seen <b>twice</b>" in stands(page)
    decide(page, "correct", wording="About 58 wells")
    assert "should read: “About 58 wells”" in stands(page)
    decide(page, "not_a_claim")
    decide(page, "source_wrong")
    decide(page, "dismiss", reason="known")
    assert "the desk knows and leaves it" in stands(page)
    decide(page, "read_wrongly", right_value="1,060", right_comparator=">=", right_start="2022-01-01")
    assert "value 1060" in stands(page)
    assert "from 2022-01-01" in stands(page)
    assert card(page).locator(".history li").count() == 6
    assert [one.decision for one in fresh.shelf.entries()][-1] == "read_wrongly"
    assert page.complaints == []
    assert [url for url in page.requests if not url.startswith((fresh.address, "data:"))] == []


def test_the_name_is_remembered_and_the_last_step_taken_back(visit: Any, fresh: Any) -> None:
    page = visit(fresh)
    decide(page, "dismiss", by="Zoë Ōe", reason="fine")
    opened(card(page))
    assert card(page).locator("form.decide [name=by]").input_value() == "Zoë Ōe"
    led(page, card(page).get_by_role("button", name="Take the last step back"))
    assert card(page).locator(".stands").inner_text().strip() == "open"
    assert [one.decision for one in fresh.shelf.entries()] == ["dismiss", "undo"]


def test_a_second_pair_of_eyes_is_somebody_elses(visit: Any, fresh: Any) -> None:
    page = visit(fresh)
    decide(page, "not_a_claim", by="Ada")

    def step(button: str, by: str) -> None:
        opened(card(page))
        card(page).locator("form.steps [name=by]").fill(by)
        led(page, card(page).get_by_role("button", name=button))

    step("Confirm", "Ada")
    assert "somebody else’s" in page.locator("main").inner_text()
    page.go_back()
    page.reload()
    step("Return", "Ben")
    assert stands(page).startswith("↩ returned")
    decide(page, "accept", by="Ada")
    step("Confirm", "Ben")
    assert stands(page).startswith("✓✓ confirmed")


def test_of_two_editors_the_second_sees_what_the_first_decided_and_chooses(visit: Any, fresh: Any) -> None:
    first, second, third = visit(fresh), visit(fresh), visit(fresh)
    opened(card(second))
    opened(card(third))
    decide(first, "correct", by="Ada", wording="Some 58 wells")
    decide(second, "dismiss", by="Ben", reason="known", note="agreed by telephone")
    assert second.locator("h1").inner_text() == "Somebody was first"
    theirs, mine = second.locator(".version").all()
    assert "Some 58 wells" in theirs.inner_text()
    assert mine.locator("[name=note]").input_value() == "agreed by telephone"
    assert mine.locator("input[value=dismiss]").is_checked()
    assert [one.by for one in fresh.shelf.entries()] == ["Ada"]
    led(second, mine.get_by_role("button", name="Decide"))
    assert "Dismiss by Ben" in stands(second)
    decide(third, "accept", by="Cy")
    third.get_by_role("link", name="Leave it so").click()
    assert "Dismiss by Ben" in stands(third)
    assert [one.by for one in fresh.shelf.entries()] == ["Ada", "Ben"]


def test_what_was_put_aside_is_quiet_on_the_page_and_in_every_command(
    visit: Any, fresh: Any, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    page = visit(fresh)
    letter = tmp_path / "wells.txt"
    letter.write_text(LETTER, encoding="utf-8")
    only = ["--fail-on", "inconsistent", "--only", "editor"]
    assert main(["check", str(letter), *only]) == 1
    before = capsys.readouterr().out
    assert "NEEDS AN EDITOR" in before
    work = page.locator("#desk .desk li").count()
    while page.locator("li.check.l-amend").count():
        check = page.locator("li.check.l-amend").first
        check.locator("details.deciding > summary").click()
        check.locator("input[value=dismiss]").check()
        check.locator("form.decide [name=by]").fill("Ada")
        led(page, check.get_by_role("button", name="Decide"))
    assert page.locator("#desk .desk li").count() < work
    assert main(["check", str(letter), *only, "--decisions", str(fresh.out)]) == 0
    told = capsys.readouterr()
    assert "≠" not in told.out
    assert "matches nothing" not in told.err
    index = visit(fresh, "/")
    assert "decided" in index.locator(".progress").inner_text()


def test_an_edited_letter_leaves_orphans_to_be_confirmed_again(visit: Any, fresh: Any) -> None:
    page = visit(fresh)
    decide(page, "dismiss", by="Ada", reason="known", note="by telephone")
    decide(page, "accept", by="Ada", words="1,200 people")
    edited = LETTER.replace("About 60 wells are dry.", "Today about 60 wells are dry.").replace("1,200", "1,300")
    put_run(fresh.out, {"wells": edited}, "20240102T000000.000000Z-1")
    page.reload()
    assert card(page).locator(".stands").count() == 0  # never moved by itself
    orphans = page.locator("#orphans .orphan")
    assert orphans.count() == 2
    people = orphans.filter(has_text="1,200 people")
    assert people.get_by_role("button", name="It holds").count() == 0  # 1,300 is another figure
    wells = orphans.filter(has_text="60 wells")
    wells.locator("[name=by]").fill("Ben")
    led(page, wells.get_by_role("button", name="It holds"))
    assert "Dismiss by Ben" in stands(page)
    assert "by telephone" in stands(page)
    orphans.locator("[name=by]").fill("Ben")
    led(page, orphans.get_by_role("button", name="Let it go"))
    assert page.locator("#orphans").count() == 0
    assert len(fresh.shelf.entries()) == 5


def test_what_is_written_and_not_sent_is_there_again(visit: Any, fresh: Any) -> None:
    page = visit(fresh)
    opened(card(page))
    card(page).locator("input[value=correct]").check()
    card(page).locator("textarea").fill("Some 58 wells")
    page.goto(fresh.address + "/")
    page.goto(fresh.address + "/letters/wells.html")
    opened(card(page))
    assert card(page).locator("textarea").input_value() == "Some 58 wells"
    assert card(page).locator("input[value=correct]").is_checked()


def test_a_wrong_entry_is_told_and_nothing_written_is_lost(visit: Any, fresh: Any) -> None:
    page = decide(visit(fresh), "read_wrongly", right_value="sixty", note="see page 2")
    assert "is no number" in page.locator("main").inner_text()
    assert "see page 2" in page.locator("main").inner_text()
    assert fresh.shelf.entries() == []


def test_hostile_words_of_editors_and_letters_stay_words(visit: Any, start: Any) -> None:
    hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' {{ 7*7 }}"
    served = start(text=LETTER.replace("of the valley", hostile))
    page = visit(served)
    page.on("dialog", lambda dialog: pytest.fail("words ran"))
    decide(page, "correct", by=hostile[:80], wording=hostile, note=hostile)
    assert hostile in stands(page)
    assert page.evaluate("document.querySelectorAll('img, script:not([src])').length") == 0
    assert visit(served, "/").locator("img").count() == 0


def test_what_two_letters_say_otherwise_is_decided_on_once_for_both(visit: Any, start: Any) -> None:
    served = start(copy=LETTER.replace("undersigned 4", "undersigned 7"))
    page = visit(served)
    row = page.locator("li.check[id^=across-]", has_text="Inconsistent").first
    anchor = row.get_attribute("id")
    row.locator("details.deciding > summary").click()
    row.locator("input[value=dismiss]").check()
    row.locator("form.decide [name=by]").fill("Ada")
    led(page, row.get_by_role("button", name="Decide"))
    assert page.url.endswith(f"#{anchor}")
    other = visit(served, "/letters/copy.html")
    assert "Dismiss by Ada" in other.locator(f"#{anchor} .stands").inner_text()
    assert other.locator(f"#{anchor}").get_attribute("class") == "check t-inconsistent"


def test_a_rule_that_editors_seldom_agree_with_is_marked(visit: Any, fresh: Any) -> None:
    alarm = {"reason": "fine", "read": {"status": "inconsistent"}}
    for at in range(10):
        subject = Subject.of("other", "finding", (f"{at}",), f"{at} | {at}", 1, "ordinal")
        fresh.shelf.add(Entry(subject=subject, revision=1, decision="dismiss", by="Ada", at="2024", payload=alarm))
    page = visit(fresh)
    assert page.locator("li.check", has_text="22th").locator(".draft").first.inner_text() == "draft rule"
    assert page.locator("li.check:not(:has-text('22th')) .draft").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1300])
def test_forms_hold_on_every_screen(visit: Any, served: Any, scheme: Any, width: int) -> None:
    page = visit(served, width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe_finds(page) == []
    named = "[...document.querySelectorAll('form :is(input:not([type=hidden]), select, textarea)')]"
    assert page.evaluate(f"{named}.filter(one => !one.labels.length).length") == 0
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_on_a_phone_one_decides_under_the_sentence(visit: Any, fresh: Any) -> None:
    page = visit(fresh, width=390)
    page.locator(".text a.m", has_text="60 wells").click()
    assert page.locator(".text article.card").count() == 1
    decide(page, "accept")
    assert "Accept by Ada" in stands(page)
